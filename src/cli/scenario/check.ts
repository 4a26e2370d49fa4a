import { type Command, Option } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import type { CheckCommandOptions } from './author-options.ts';

/** `timbang scenario check [FILES]`: everything that can be seen of scenarios without playing them. */
export function addCheck(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const check = scenario
    .command('check')
    .summary(say('cli.scenario.check.summary'))
    .argument('[files...]', say('cli.scenario.test.files'))
    .addOption(new Option('--watch', say('cli.scenario.check.watch')).conflicts('json'))
    .option('--strict', say('cli.scenario.check.strict'))
    .option('--json', say('cli.option.json'))
    .action(async (files: string[], options: CheckCommandOptions) => {
      const { checkStories } = await import('./check-stories.ts');
      await checkStories(shell, files, options);
    });
  withExamples(check, say('cli.scenario.check.examples'), say('cli.scenario.check.notes'));
}
