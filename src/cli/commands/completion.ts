import { Argument, type Command } from 'commander';
import { completionScript, SHELLS, type ShellName, VALUE_KINDS, type ValueKind } from '../completion.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';

/** `timbang completion <shell>`: prints the completion script of a shell, made from the command tree. */
export function addCompletion(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('completion')
    .summary(say('cli.completion.summary'))
    .addArgument(new Argument('<shell>', say('cli.completion.shell')).choices(SHELLS))
    .action((name: ShellName) => shell.write(completionScript(name, program)));
  withExamples(command, say('cli.completion.examples'));
  command
    .command('values', { hidden: true })
    .addArgument(new Argument('<kind>').choices(VALUE_KINDS))
    .action(async (kind: ValueKind) => {
      const { completionValues } = await import('../completion-values.ts');
      shell.write((await completionValues(kind, shell)).join('\n'));
    });
}
