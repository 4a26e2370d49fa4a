import { Command } from 'commander';
import { addCompletion } from './commands/completion.ts';
import { addHelp } from './commands/help.ts';
import { globalOptions } from './globals.ts';
import { helpFormat, withExamples } from './help-format.ts';
import type { Shell } from './shell.ts';
import { UseError } from './use-error.ts';
import { VERSION } from './version.ts';

/** Builds the command tree in the language of the shell. Nothing heavy loads before a command runs. */
export function buildProgram(shell: Shell): Command {
  const { say } = shell;
  const program = withExamples(new Command('timbang'), say('cli.program.examples'), say('cli.program.notes'));
  program
    .description(say('cli.program.summary'))
    .version(VERSION, '-V, --version', say('cli.option.version'))
    .configureHelp(helpFormat(say))
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => shell.write(text),
      writeErr: (text) => shell.tell(text.trimEnd()),
      // What is wrong is told once, by main, in the person's language.
      outputError: () => undefined,
    });
  for (const option of globalOptions(say)) program.addOption(option);
  addCompletion(program, shell);
  addHelp(program, shell);
  for (const command of allCommands(program)) {
    command.helpOption('-h, --help', say('cli.option.help'));
    command.allowExcessArguments(false);
    command.exitOverride((error) => {
      throw new UseError(error, command);
    });
  }
  return program;
}

/** Lists a command and all below it. */
export function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}
