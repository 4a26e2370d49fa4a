import type { Diagrams, Node } from './diagram.ts';

/** What a search looks for, over yes-or-no functions whose ends are these. */
export interface Search {
  readonly diagrams: Diagrams;
  /** The end that makes a function hold; any other end refuses it. */
  readonly yes: Node;
  /** Answers of a question in the order in which they are tried; all of them. */
  readonly answersOf: (level: number) => readonly number[];
  /** Branches that may be tried. */
  readonly most: number;
  /** Told of each function that refused a branch: where nothing holds, these alone already cannot hold together. */
  readonly refusing?: (node: Node) => void;
}

/**
 * Looks for answers with which all of many functions hold, without joining them into one diagram, which can grow far
 * larger than they are: the function that hangs on the fewest questions is decided first.
 *
 * After Davis, Logemann and Loveland, A Machine Program for Theorem-Proving (1962), with backjumping: where a question
 * has no part in what refuses, its other answers are not tried (Prosser, Hybrid Algorithms, 1993).
 *
 * @returns level to the index of its answer; `none` where nothing makes all hold; undefined where the budget ran out
 */
export function search(functions: readonly Node[], space: Search): Path | 'none' | undefined {
  const parts = [...new Set(functions)].map(
    (node): Part => ({ node, root: node, asks: new Set(space.diagrams.support(node)) }),
  );
  const found = from(parts, new Map(), { ...space, left: space.most });
  return found === undefined || found instanceof Map ? found : 'none';
}

type Path = ReadonlyMap<number, number>;
/** A function under the answers so far, and the questions that it asked before any was given. */
interface Part {
  readonly node: Node;
  readonly root: Node;
  readonly asks: ReadonlySet<number>;
}
/** The questions whose answers together are refused. */
type Conflict = ReadonlySet<number>;

function from(
  parts: readonly Part[],
  path: Path,
  run: Search & { left: number },
): Path | Conflict | undefined {
  const { diagrams, yes } = run;
  const open = parts.filter(({ node }) => node !== yes);
  const refused = open.filter(({ node }) => node < 0);
  if (refused.length > 0) {
    const conflicts = refused.map(({ asks, root }) => ({
      root,
      levels: new Set([...asks].filter((level) => path.has(level))),
    }));
    const { root, levels } = conflicts.reduce((least, one) =>
      one.levels.size < least.levels.size ? one : least,
    );
    run.refusing?.(root);
    return levels;
  }
  if (open.length === 0) return path;
  const level = nextLevel(
    open.map(({ node }) => node),
    diagrams,
  );
  const conflict = new Set<number>();
  for (const answer of run.answersOf(level)) {
    run.left -= 1;
    if (run.left < 0) return undefined;
    const under = open.map((part) => ({ ...part, node: diagrams.under(part.node, level, answer) }));
    const found = from(under, new Map([...path, [level, answer]]), run);
    if (found === undefined || found instanceof Map) return found;
    if (!found.has(level)) return found;
    for (const other of found as Conflict) conflict.add(other);
  }
  conflict.delete(level);
  return conflict;
}

/** Of the questions of the functions that hang on fewest, the one that most of these ask. */
function nextLevel(nodes: readonly Node[], { support }: Diagrams): number {
  const least = Math.min(...nodes.map((node) => support(node).length));
  const asked = new Map<number, number>();
  for (const level of nodes
    .map(support)
    .filter(({ length }) => length === least)
    .flat())
    asked.set(level, (asked.get(level) ?? 0) + 1);
  return [...asked].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
