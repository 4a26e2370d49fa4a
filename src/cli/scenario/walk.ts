import { type Command, Option } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import type { WalkCommandOptions } from './author-options.ts';

/** `timbang scenario walk FILES`: learners that choose at random, and laws that hold on every way. */
export function addScenarioWalk(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const walk = scenario
    .command('walk')
    .summary(say('cli.scenario.walk.summary'))
    .argument('<files...>', say('cli.scenario.walk.files'))
    .addOption(new Option('--runs <count>', say('cli.scenario.walk.runs')).argParser(wholeNumber(1, 100_000)))
    .addOption(
      new Option('--seed <number>', say('cli.scenario.walk.seed')).argParser(wholeNumber(0, 2 ** 31 - 1)),
    )
    .option('--json', say('cli.option.json'))
    .option('--out <file>', say('cli.option.out'))
    .action(async (files: string[], options: WalkCommandOptions) => {
      const { walkStories } = await import('./walk-stories.ts');
      await walkStories(shell, files, options);
    });
  withExamples(walk, say('cli.scenario.walk.examples'), say('cli.scenario.walk.notes'));
}

function wholeNumber(least: number, most: number): (written: string) => number {
  return (written) => {
    const value = Number(written);
    if (/^\d{1,10}$/.test(written) && value >= least && value <= most) return value;
    throw new InputError([{ code: 'E834', saw: written, values: { least, most } }]);
  };
}
