import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import type { StringsCommandOptions } from './author-options.ts';

/** `timbang scenario strings FILE`: the texts of a scenario as a sheet for translators, and back. */
export function addStrings(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const strings = scenario
    .command('strings')
    .summary(say('cli.scenario.strings.summary'))
    .argument('<file>', say('cli.scenario.strings.file'))
    .option('--csv', say('cli.scenario.strings.csv'))
    .option('--bom', say('cli.scenario.strings.bom'))
    .option('--from <sheet>', say('cli.scenario.strings.from'))
    .option('--write', say('cli.scenario.strings.write'))
    .option('--out <file>', say('cli.option.out'))
    .action(async (file: string, options: StringsCommandOptions) => {
      const { tellStrings } = await import('./tell-strings.ts');
      await tellStrings(shell, file, options);
    });
  withExamples(strings, say('cli.scenario.strings.examples'), say('cli.scenario.strings.notes'));
}
