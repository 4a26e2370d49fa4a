import { Command } from 'commander';
import { InputError } from '../problems/input-error.ts';
import { allCommands } from './all-commands.ts';
import { addAssess } from './commands/assess.ts';
import { addCompletion } from './commands/completion.ts';
import { addConfig } from './commands/config.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDrafts } from './commands/drafts.ts';
import { addExplain } from './commands/explain.ts';
import { addHelp } from './commands/help.ts';
import { addNow } from './commands/now.ts';
import { addRecord } from './commands/record.ts';
import { addRules } from './commands/rules.ts';
import { addScenario } from './commands/scenario.ts';
import { addWalk } from './commands/walk.ts';
import { addWhatIf } from './commands/whatif.ts';
import { globalOptions } from './globals.ts';
import { helpFormat, withExamples } from './help-format.ts';
import type { Settings } from './settings.ts';
import type { Shell } from './shell.ts';
import { SettingsFault, UseError } from './use-error.ts';
import { VERSION } from './version.ts';

/** Commands that work whatever is wrong with the settings. */
const ALWAYS = new Set(['now', 'help', 'completion', 'paths', 'doctor']);

/**
 * Builds the command tree in the language of the shell. Nothing heavy loads before a command runs; what is wrong with the
 * settings is told before one that needs them.
 */
export function buildProgram(shell: Shell, settings: Pick<Settings, 'problems' | 'useProblems'>): Command {
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
  addWalk(program, shell);
  addNow(program, shell);
  addAssess(program, shell);
  addExplain(program, shell);
  addWhatIf(program, shell);
  addScenario(program, shell);
  addRules(program, shell);
  addRecord(program, shell);
  addDrafts(program, shell);
  addConfig(program, shell);
  addDoctor(program, shell, settings);
  addCompletion(program, shell);
  addHelp(program, shell);
  program.hook('preAction', (_program, command) => {
    if (ALWAYS.has(command.name())) return;
    if (settings.useProblems.length > 0) throw new InputError(settings.useProblems);
    if (settings.problems.length > 0) throw new SettingsFault(settings.problems);
    shell.today();
  });
  for (const command of allCommands(program)) {
    command.helpOption('-h, --help', say('cli.option.help'));
    command.helpCommand(false);
    command.allowExcessArguments(false);
    command.exitOverride((error) => {
      throw new UseError(error, command);
    });
  }
  return program;
}
