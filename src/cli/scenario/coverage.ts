import { type Command, Option } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import type { CoverageCommandOptions } from './author-options.ts';

/** `timbang scenario coverage [FILES]`: what of the stories and of the pack the tests come to. */
export function addCoverage(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const coverage = scenario
    .command('coverage')
    .summary(say('cli.scenario.coverage.summary'))
    .argument('[files...]', say('cli.scenario.test.files'))
    .addOption(new Option('--rules <percent>', say('cli.scenario.coverage.rules')).argParser(percent))
    .option('--json', say('cli.option.json'))
    .option('--out <file>', say('cli.option.out'))
    .action(async (files: string[], options: CoverageCommandOptions) => {
      const { tellCoverage } = await import('./tell-coverage.ts');
      await tellCoverage(shell, files, options);
    });
  withExamples(coverage, say('cli.scenario.coverage.examples'), say('cli.scenario.coverage.notes'));
}

function percent(written: string): number {
  const value = Number(written);
  if (/^\d{1,3}$/.test(written) && value <= 100) return value;
  throw new InputError([{ code: 'E834', saw: written, values: { least: 0, most: 100 } }]);
}
