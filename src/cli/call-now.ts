import { endOn } from './end-on.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { gatherSettings } from './settings.ts';
import { makeShell } from './shell.ts';
import { tellWhomToCall } from './whom-to-call.ts';

/** Runs `timbang now` without options: what is wrong with the settings is told at another time. Never throws. */
export async function callNow(host: Host): Promise<ExitCode> {
  const shell = makeShell(host, {}, await gatherSettings(host, {}));
  try {
    await tellWhomToCall(shell);
    return shell.exitCode();
  } catch (error) {
    return endOn(error, shell);
  }
}
