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
}

/**
 * Looks for answers with which all of many functions hold, without joining them into one diagram, which can grow far
 * larger than they are: the function that hangs on the fewest questions is decided first.
 *
 * After Davis, Logemann and Loveland, A Machine Program for Theorem-Proving (1962).
 *
 * @returns level to the index of its answer; `none` where nothing makes all hold; undefined where the budget ran out
 */
export function search(
  functions: readonly Node[],
  { diagrams, yes, answersOf, most }: Search,
): ReadonlyMap<number, number> | 'none' | undefined {
  let left = most;

  /** The functions that are not decided yet; undefined where one of them is refused. */
  function open(nodes: readonly Node[]): Node[] | undefined {
    const undecided = [...new Set(nodes)].filter((node) => node !== yes);
    return undecided.some((node) => node < 0) ? undefined : undecided;
  }

  /** Of the questions of the functions that hang on fewest, the one that most of these ask. */
  function nextLevel(nodes: readonly Node[]): number {
    const least = Math.min(...nodes.map((node) => diagrams.support(node).length));
    const asked = new Map<number, number>();
    for (const level of nodes
      .map(diagrams.support)
      .filter(({ length }) => length === least)
      .flat())
      asked.set(level, (asked.get(level) ?? 0) + 1);
    return [...asked].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  }

  function from(nodes: readonly Node[], path: ReadonlyMap<number, number>): typeof path | 'none' | undefined {
    const undecided = open(nodes);
    if (!undecided) return 'none';
    if (undecided.length === 0) return path;
    const level = nextLevel(undecided);
    for (const answer of answersOf(level)) {
      left -= 1;
      if (left < 0) return undefined;
      const under = undecided.map((node) => diagrams.under(node, level, answer));
      const found = from(under, new Map([...path, [level, answer]]));
      if (found !== 'none') return found;
    }
    return 'none';
  }

  return from(functions, new Map());
}
