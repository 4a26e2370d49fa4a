import { type Tuples, tuplesOf } from './tuples.ts';

/**
 * Decision diagrams over questions with finite domains: a directed graph that asks one question at each node, in one
 * fixed order, and ends in a value. Equal parts exist once, so two functions are equal when their nodes are.
 *
 * After Bryant, Graph-Based Algorithms for Boolean Function Manipulation (1986), with many-valued questions and
 * many-valued ends.
 */
export interface Diagrams {
  /** The end that stands for a value; values are told apart as by a Map. */
  readonly end: (value: unknown) => Node;
  readonly valueOf: (node: Node) => unknown;
  /** The node that asks the question of a level and goes on by its answer; one child for each answer. */
  readonly ask: (level: number, children: readonly Node[]) => Node;
  /**
   * Combines functions point by point. Costs at most one call of `combine` for each combination of parts that can
   * meet.
   *
   * @param combine takes the parts that are left below `stop`: ends, or nodes that ask only from that level on
   * @param options.early what comes of some parts whatever the others turn out to be, where that is certain
   */
  readonly apply: (
    nodes: readonly Node[],
    combine: (parts: readonly Node[]) => Node,
    options?: { readonly stop?: number; readonly early?: (parts: readonly Node[]) => Node | undefined },
  ) => Node;
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
  /** Runs what may grow too large, with a fresh budget, or a smaller one; undefined where it did. */
  readonly within: <T>(work: () => T, steps?: number) => T | undefined;
}

/** A node by number; ends are negative. */
export type Node = number;

/** Thrown where a piece of work grows past its budget, and caught by `within`: the answer becomes *inexact*. */
const TOO_LARGE: unique symbol = Symbol('a diagram grew past its budget');

/** Makes an empty store of diagrams in which one piece of work may take so many steps. */
export function diagramsWithin(most: number): Diagrams {
  const store = emptyStore();
  // Outside `within` only what was made inside is read and mapped, which is no larger.
  let left = Number.POSITIVE_INFINITY;
  const step = () => {
    left -= 1;
    if (left < 0) throw TOO_LARGE;
  };
  return {
    end: store.end,
    valueOf: store.valueOf,
    ask: store.ask,
    apply: applyIn(store, step),
    ...walksIn(store),
    within: (work, steps = most) => {
      // A piece of work inside another has a budget of its own; the outer one then goes on with what it had left.
      const outer = left;
      left = Math.min(most, steps);
      try {
        return work();
      } catch (problem) {
        if (problem === TOO_LARGE) return undefined;
        throw problem;
      } finally {
        left = outer;
      }
    },
  };
}

interface Store extends Pick<Diagrams, 'end' | 'valueOf' | 'ask'> {
  /** Level of the question that a node asks; infinite for an end. */
  readonly levelOf: (node: Node) => number;
  readonly childrenOf: (node: Node) => readonly Node[];
}

/** Nodes and ends, each different one once. */
function emptyStore(): Store {
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
  };
}

function applyIn({ ask, levelOf, childrenOf }: Store, step: () => void): Diagrams['apply'] {
  return (nodes, combine, { stop = Number.POSITIVE_INFINITY, early } = {}) => {
    // Each different part is walked once, and what is constant is not walked at all.
    const varying = [...new Set(nodes.filter((node) => node >= 0))];
    const places = nodes.map((node) => varying.indexOf(node));
    const whole = (parts: readonly Node[]) => places.map((place, at) => parts[place] ?? nodes[at] ?? 0);
    const done = tuplesOf(varying.length);

    function meet(parts: readonly Node[]): Node {
      const seen = done.get(parts);
      if (seen !== undefined) return seen;
      step();
      let level = Number.POSITIVE_INFINITY;
      for (const part of parts) level = Math.min(level, levelOf(part));
      const last = level >= stop || level === Number.POSITIVE_INFINITY;
      const result = last ? combine(whole(parts)) : (early?.(whole(parts)) ?? divide(parts, level));
      done.add(parts, result);
      return result;
    }

    function divide(parts: readonly Node[], level: number): Node {
      const next: Node[] = [];
      const answers = childrenOf(parts.find((part) => levelOf(part) === level) ?? 0).length;
      for (let answer = 0; answer < answers; answer += 1) {
        const under = parts.slice();
        for (let at = 0; at < parts.length; at += 1) {
          const part = parts[at] ?? 0;
          if (levelOf(part) === level) under[at] = childrenOf(part)[answer] ?? part;
        }
        next.push(meet(under));
      }
      return ask(level, next);
    }

    return meet(varying);
  };
}

/** What is read from one diagram, or made of it, by one walk over its nodes. */
function walksIn(store: Store): Omit<Diagrams, 'end' | 'valueOf' | 'ask' | 'apply' | 'within'> {
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

function underIn({ ask, levelOf, childrenOf }: Store): Diagrams['under'] {
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

function cheapestIn({ levelOf, childrenOf, valueOf }: Store): Diagrams['cheapest'] {
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
