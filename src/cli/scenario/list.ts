import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';

/** `timbang scenario list`: the stories that come with the packs, ready to be played. */
export function addList(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const list = scenario
    .command('list')
    .summary(say('cli.scenario.list.summary'))
    .option('--json', say('cli.option.json'))
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { listStories } = await import('./list-stories.ts');
      await listStories(shell, json);
    });
  withExamples(list, say('cli.scenario.list.examples'), say('cli.scenario.list.notes'));
}
