import { type Command, Option } from 'commander';
import { MODELS } from '../../scenarios/debrief/phases.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import type { DebriefCommandOptions } from './options.ts';
import { PAPER_FORMATS } from './paper-formats.ts';

/** `timbang scenario debrief SCENARIO [SESSIONS…]`: questions for the talk afterwards. */
export function addDebrief(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const debrief = scenario
    .command('debrief')
    .summary(say('cli.scenario.debrief.summary'))
    .argument('<files...>', say('cli.scenario.debrief.files'))
    .addOption(new Option('--model <model>', say('cli.scenario.debrief.model')).choices(MODELS))
    .addOption(new Option('--format <format>', say('cli.scenario.debrief.format')).choices(PAPER_FORMATS))
    .option('--out <file>', say('cli.option.out'))
    .action(async (files: string[], options: DebriefCommandOptions) => {
      const { debriefStory } = await import('./debrief-story.ts');
      await debriefStory(shell, files, options);
    });
  withExamples(debrief, say('cli.scenario.debrief.examples'), say('cli.scenario.debrief.notes'));
}
