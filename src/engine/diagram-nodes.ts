import { type Tuples, tuplesOf } from './tuples.ts';

/** A node by number; ends are negative. */
export type Node = number;

/** Nodes and ends, each different one once. */
export interface Nodes {
  /** The end that stands for a value; values are told apart as by a Map. */
  readonly end: (value: unknown) => Node;
  readonly valueOf: (node: Node) => unknown;
  /** The node that asks the question of a level and goes on by its answer; one child for each answer. */
  readonly ask: (level: number, children: readonly Node[]) => Node;
  /** Level of the question that a node asks; infinite for an end. */
  readonly levelOf: (node: Node) => number;
  readonly childrenOf: (node: Node) => readonly Node[];
  /** How many nodes there are. */
  readonly size: () => number;
}

export function emptyNodes(): Nodes {
  const levels: number[] = [];
  const children: (readonly Node[])[] = [];
  const known: Tuples[] = [];
  const values: unknown[] = [];
  const ends = new Map<unknown, Node>();
  return {
    end: (value) => {
      const seen = ends.get(value);
      if (seen !== undefined) return seen;
      values.push(value);
      ends.set(value, -values.length);
      return -values.length;
    },
    valueOf: (node) => values[-node - 1],
    ask: (level, next) => {
      const [first] = next;
      if (first !== undefined && next.every((node) => node === first)) return first;
      known[next.length] ??= tuplesOf(next.length + 1);
      const alike = known[next.length] as Tuples;
      const key = [level, ...next];
      const seen = alike.get(key);
      if (seen !== undefined) return seen;
      levels.push(level);
      children.push(next);
      alike.add(key, levels.length - 1);
      return levels.length - 1;
    },
    levelOf: (node) => (node < 0 ? Number.POSITIVE_INFINITY : (levels[node] ?? 0)),
    childrenOf: (node) => children[node] ?? [],
    size: () => levels.length,
  };
}
