import { get, type Node } from '../../document/node.ts';
import { parse } from '../../document/parse.ts';
import { sourceOf } from '../../document/source.ts';
import { InputError } from '../../problems/input-error.ts';

/** What a person decided of each piece: what stands for it, or that it stays. */
export interface Decisions {
  readonly replace: ReadonlyMap<string, string>;
  readonly keep: ReadonlySet<string>;
}

/** Stands in a proposal until a person writes another word. */
export const UNDECIDED = '?';

/**
 * Reads a file of decisions: `pieces` and `words`, each with `find` and `replace`, a text or `keep`. What is not decided
 * is left out. E1xx: it cannot be read. E204: it is no such file.
 */
export function readDecisions(file: string, text: string): Decisions {
  const { root, problems } = parse(sourceOf(file, text));
  if (!root || problems.length > 0) throw new InputError(problems);
  if (root.kind !== 'map') throw new InputError([{ code: 'E204', place: root.place, saw: '' }]);
  const [replace, keep] = [new Map<string, string>(), new Set<string>()];
  for (const item of ['pieces', 'words'].flatMap((key) => itemsOf(get(root, key)))) {
    const [find, word] = [textOf(get(item, 'find')), textOf(get(item, 'replace'))];
    if (find === undefined || word === undefined || word === UNDECIDED) continue;
    if (word === 'keep') keep.add(find);
    else replace.set(find, word);
  }
  return { replace, keep };
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
