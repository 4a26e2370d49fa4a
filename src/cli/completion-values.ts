import { listPacks } from '../pack/list-packs.ts';
import { helpTopics } from './commands/help.ts';
import type { ValueKind } from './completion.ts';
import { loadPackOf, whereOf } from './packs.ts';
import type { Shell } from './shell.ts';

/** Lists the words of a kind that can be typed, sorted: ids of the pack in force, packs, or topics of the help. */
export async function completionValues(kind: ValueKind, shell: Shell): Promise<readonly string[]> {
  if (kind === 'topics') return helpTopics();
  if (kind === 'packs') return (await listPacks(whereOf(shell))).map(({ id }) => id);
  const pack = await loadPackOf(shell);
  switch (kind) {
    case 'actions':
      return [...pack.actions.keys()].toSorted();
    case 'answers':
      return [...pack.facts.values()]
        .flatMap(({ id, answers }) => answers.map((one) => `${id}=${one.id}`))
        .toSorted();
    case 'pieces': {
      const { sectionsOf } = await import('./rules/pieces.ts');
      const sections = sectionsOf({ pack, lang: shell.lang });
      const ids = sections.flatMap(({ section, pieces }) => [
        section,
        ...pieces.map(({ piece }) => piece.id),
      ]);
      return [...new Set(ids)].toSorted();
    }
  }
}
