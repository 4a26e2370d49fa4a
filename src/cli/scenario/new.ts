import { type Command, Option } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import { LEVELS } from '../test-options.ts';
import { KINDS, type NewCommandOptions } from './author-options.ts';

/** `timbang scenario new FILE`: a commented file to begin with, after a few questions. */
export function addNew(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const add = scenario
    .command('new')
    .summary(say('cli.scenario.new.summary'))
    .argument('<file>', say('cli.scenario.new.file'))
    .addOption(new Option('--kind <kind>', say('cli.scenario.new.kind')).choices(KINDS))
    .addOption(new Option('--level <level>', say('cli.scenario.new.level')).choices(LEVELS))
    .option('--topic <topics...>', say('cli.scenario.new.topic'))
    .option('--title <words>', say('cli.scenario.new.title'))
    .option('--no-input', say('cli.scenario.new.no-input'))
    .option('--plain-stdin', say('cli.scenario.play.plain-stdin'))
    .action(async (file: string, options: NewCommandOptions) => {
      const { newStory } = await import('./new-story.ts');
      await newStory(shell, file, options);
    });
  withExamples(add, say('cli.scenario.new.examples'), say('cli.scenario.new.notes'));
}
