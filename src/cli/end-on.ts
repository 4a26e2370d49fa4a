import { InputEnded, Interrupted } from '../ask/prompter.ts';
import { InputError } from '../problems/input-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Shell } from './shell.ts';
import { SettingsFault, UseError, useProblem } from './use-error.ts';

/** The one catch: what people wrote is told with its place, a fault of ours in one calm line. */
export function endOn(error: unknown, shell: Shell): ExitCode {
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
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof InputEnded) return EXIT.missing;
  shell.tell(shell.say('cli.bug'));
  if (shell.host.env['TIMBANG_DEBUG'] === '1') {
    shell.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return EXIT.bug;
}
