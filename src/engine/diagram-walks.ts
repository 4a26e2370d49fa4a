import type { Node, Nodes } from './diagram-nodes.ts';
import { tuplesOf } from './tuples.ts';

/** What is read from one diagram, or made of it, by one walk over its nodes. */
export interface Walks {
  /** The function with some questions answered: for a level the index of its answer, or undefined. */
  readonly restrict: (node: Node, answer: (level: number) => number | undefined) => Node;
  /** The function with one question answered; remembered, as it is asked often. */
  readonly under: (node: Node, level: number, answer: number) => Node;
  /** What the answers to one question lead to, wherever a function asks it: two lead to the same where all rows say so. */
  readonly branchesAt: (node: Node, level: number) => readonly (readonly Node[])[];
  /** The function with some questions left free: `join` puts together what their answers lead to. */
  readonly project: (node: Node, free: ReadonlySet<number>, join: (nodes: readonly Node[]) => Node) => Node;
  /** The level of the question that a node asks, and where each answer leads; undefined for an end. */
  readonly partsOf: (node: Node) => { readonly level: number; readonly next: readonly Node[] } | undefined;
  /** The values that a function can take. */
  readonly valuesOf: (node: Node) => readonly unknown[];
  /** The levels whose questions it asks, ascending. */
  readonly support: (node: Node) => readonly number[];
  /**
   * The cheapest way to a value that is accepted: level to the index of its answer; questions not on the way do not
   * matter. Undefined where no such value is reached.
   */
  readonly cheapest: (
    node: Node,
    accept: (value: unknown) => boolean,
    cost: (level: number, answer: number) => number,
  ) => ReadonlyMap<number, number> | undefined;
}

export function walksIn(store: Nodes): Walks {
  const { ask, levelOf, childrenOf, valueOf } = store;

  function fold(node: Node, join: (level: number, next: readonly Node[]) => Node): Node {
    const done = new Map<Node, Node>();
    function walk(part: Node): Node {
      if (part < 0) return part;
      const seen = done.get(part);
      if (seen !== undefined) return seen;
      const result = join(levelOf(part), childrenOf(part).map(walk));
      done.set(part, result);
      return result;
    }
    return walk(node);
  }

  function reached(node: Node, last = Number.POSITIVE_INFINITY): Node[] {
    const seen = new Set<Node>([node]);
    for (const part of seen) if (levelOf(part) < last) for (const next of childrenOf(part)) seen.add(next);
    return [...seen];
  }

  const supports = new Map<Node, readonly number[]>();
  function support(node: Node): readonly number[] {
    const seen = supports.get(node);
    if (seen) return seen;
    const levels = new Set(reached(node).flatMap((part) => (part < 0 ? [] : [levelOf(part)])));
    const sorted = [...levels].sort((first, second) => first - second);
    supports.set(node, sorted);
    return sorted;
  }

  return {
    restrict: (node, answer) =>
      fold(node, (level, next) => {
        const index = answer(level);
        return index === undefined ? ask(level, next) : (next[index] ?? ask(level, next));
      }),
    project: (node, free, join) =>
      fold(node, (level, next) => (free.has(level) ? join(next) : ask(level, next))),
    partsOf: (node) => (node < 0 ? undefined : { level: levelOf(node), next: childrenOf(node) }),
    cheapest: cheapestIn(store),
    valuesOf: (node) =>
      reached(node)
        .filter((part) => part < 0)
        .map(valueOf),
    support,
    under: underIn(store),
    branchesAt: (node, level) =>
      reached(node, level).flatMap((part) => (levelOf(part) === level ? [childrenOf(part)] : [])),
  };
}

function underIn({ ask, levelOf, childrenOf }: Nodes): Walks['under'] {
  const known = tuplesOf(3);
  return function under(node, level, answer) {
    if (levelOf(node) > level) return node;
    if (levelOf(node) === level) return childrenOf(node)[answer] ?? node;
    const key = [node, level, answer];
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const result = ask(
      levelOf(node),
      childrenOf(node).map((next) => under(next, level, answer)),
    );
    known.add(key, result);
    return result;
  };
}

function cheapestIn({ levelOf, childrenOf, valueOf }: Nodes): Walks['cheapest'] {
  return (node, accept, cost) => {
    interface Way {
      readonly cost: number;
      readonly answer: number;
      readonly next: Node;
    }
    const known = new Map<Node, Way>();
    function wayFrom(part: Node): Way {
      if (part < 0)
        return { cost: accept(valueOf(part)) ? 0 : Number.POSITIVE_INFINITY, answer: 0, next: part };
      const seen = known.get(part);
      if (seen) return seen;
      const ways = childrenOf(part).map((next, answer) => ({
        cost: wayFrom(next).cost + cost(levelOf(part), answer),
        answer,
        next,
      }));
      const best = ways.reduce((least, way) => (way.cost < least.cost ? way : least));
      known.set(part, best);
      return best;
    }
    if (wayFrom(node).cost === Number.POSITIVE_INFINITY) return undefined;
    const path = new Map<number, number>();
    for (let part = node; part >= 0; part = wayFrom(part).next) path.set(levelOf(part), wayFrom(part).answer);
    return path;
  };
}
