import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import { tellWhomToCall } from '../whom-to-call.ts';

/** `timbang now` and `timbang darurat`: whom to call when someone is in danger. */
export function addNow(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('now')
    .alias('darurat')
    .summary(say('cli.now.summary'))
    .action(() => tellWhomToCall(shell));
  withExamples(command, say('cli.now.examples'), say('cli.now.notes'));
}
