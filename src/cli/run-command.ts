import { sayIn } from '../text/say.ts';
import { endOn } from './end-on.ts';
import type { ExitCode } from './exit-codes.ts';
import { readGlobals } from './globals.ts';
import type { Host } from './host.ts';
import { buildProgram } from './program.ts';
import { gatherSettings } from './settings.ts';
import { makeShell } from './shell.ts';

/** Runs a command as commander finds it in the arguments. Never throws. */
export async function runCommand(host: Host): Promise<ExitCode> {
  const globals = readGlobals(host.args, sayIn('id'));
  const settings = await gatherSettings(host, globals);
  const shell = makeShell(host, globals, settings);
  try {
    const program = buildProgram(shell, settings);
    await program.parseAsync([...host.args], { from: 'user' });
    return shell.exitCode();
  } catch (error) {
    return endOn(error, shell);
  }
}
