import { InputError } from '../problems/input-error.ts';
import { sayIn } from '../text/say.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { readGlobals } from './globals.ts';
import type { Host } from './host.ts';
import { buildProgram } from './program.ts';
import { gatherSettings } from './settings.ts';
import { makeShell, type Shell } from './shell.ts';
import { SettingsFault, UseError, useProblem } from './use-error.ts';

/** Runs one call of the program from its arguments to its exit code. Never throws. */
export async function run(host: Host): Promise<ExitCode> {
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

/** The one catch: what people wrote is told with its place, a fault of ours in one calm line. */
function endOn(error: unknown, shell: Shell): ExitCode {
  if (error instanceof UseError) {
    if (error.cause.exitCode === 0) return EXIT.done;
    shell.report([useProblem(error, shell.host.args)]);
    return shell.exitCode();
  }
  if (error instanceof SettingsFault) {
    shell.report(error.problems, EXIT.configuration);
    return shell.exitCode();
  }
  if (error instanceof InputError) {
    shell.report(error.problems);
    return shell.exitCode();
  }
  shell.tell(shell.say('cli.bug'));
  if (shell.host.env['TIMBANG_DEBUG'] === '1') {
    shell.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return EXIT.bug;
}
