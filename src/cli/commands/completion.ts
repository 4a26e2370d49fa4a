import { Argument, type Command } from 'commander';
import { completionScript, SHELLS, type ShellName } from '../completion.ts';
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
}
