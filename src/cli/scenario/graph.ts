import { type Command, Option } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import { FORMS, type GraphCommandOptions } from './author-options.ts';

/** `timbang scenario graph FILE`: where each choice leads. */
export function addGraph(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const graph = scenario
    .command('graph')
    .summary(say('cli.scenario.graph.summary'))
    .argument('<file>', say('cli.scenario.play.file'))
    .addOption(
      new Option('--format <format>', say('cli.scenario.graph.format')).choices(FORMS).default('list'),
    )
    .option('--out <file>', say('cli.option.out'))
    .action(async (file: string, options: GraphCommandOptions) => {
      const { drawStory } = await import('./draw-story.ts');
      await drawStory(shell, file, options);
    });
  withExamples(graph, say('cli.scenario.graph.examples'), say('cli.scenario.graph.notes'));
}
