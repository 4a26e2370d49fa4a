import { emptyNodes, type Node, type Nodes } from './diagram-nodes.ts';
import { type Walks, walksIn } from './diagram-walks.ts';
import { tuplesOf } from './tuples.ts';

export type { Node } from './diagram-nodes.ts';

/**
 * Decision diagrams over questions with finite domains: a directed graph that asks one question at each node, in one
 * fixed order, and ends in a value. Equal parts exist once, so two functions are equal when their nodes are.
 *
 * After Bryant, Graph-Based Algorithms for Boolean Function Manipulation (1986), with many-valued questions and
 * many-valued ends.
 */
export interface Diagrams extends Nodes, Walks {
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
  /** Runs what may grow too large, with a fresh budget, or a smaller one; undefined where it did. */
  readonly within: <T>(work: () => T, steps?: number) => T | undefined;
  /**
   * Remembers what a piece of work came to and what it cost: told again it costs the same, so that a budget runs out
   * at the same place whatever was worked out before.
   */
  readonly remember: <K>(known: Map<K, Remembered>, key: K, work: () => Node) => Node;
}

/** What came of a piece of work, and the steps that it took; no node where these were not enough. */
export interface Remembered {
  readonly node: Node | undefined;
  readonly steps: number;
}

/** Thrown where a piece of work grows past its budget, and caught by `within`: the answer becomes *inexact*. */
const TOO_LARGE: unique symbol = Symbol('a diagram grew past its budget');

/** Nodes, and what was read from them; diagrams of several budgets can share one. */
export type Store = Nodes & Walks;

export function emptyStore(): Store {
  const nodes = emptyNodes();
  return { ...nodes, ...walksIn(nodes) };
}

/** Diagrams over one store, in which one piece of work may take so many steps. */
export function diagramsWithin(most: number, store: Store = emptyStore()): Diagrams {
  // Outside `within` only what was made inside is read and mapped, which is no larger.
  let limit = Number.POSITIVE_INFINITY;
  let spent = 0;
  const spend = (steps: number) => {
    spent += steps;
    if (spent > limit) throw TOO_LARGE;
  };
  return {
    ...store,
    apply: applyIn(store, spend),
    within: (work, steps = most) => {
      // A piece of work inside another has a budget of its own; the outer one then goes on with what it had left.
      const outer = { limit, spent };
      limit = spent + Math.min(most, steps);
      try {
        return work();
      } catch (problem) {
        if (problem === TOO_LARGE) return undefined;
        throw problem;
      } finally {
        ({ limit, spent } = outer);
      }
    },
    remember: (known, key, work) => {
      const seen = known.get(key);
      if (seen?.node !== undefined) {
        spend(seen.steps);
        return seen.node;
      }
      if (seen && limit - spent <= seen.steps) throw TOO_LARGE;
      const before = spent;
      try {
        const node = work();
        known.set(key, { node, steps: spent - before });
        return node;
      } catch (problem) {
        if (problem === TOO_LARGE) known.set(key, { node: undefined, steps: limit - before });
        throw problem;
      }
    },
  };
}

function applyIn({ ask, levelOf, childrenOf }: Nodes, spend: (steps: number) => void): Diagrams['apply'] {
  return (nodes, combine, { stop = Number.POSITIVE_INFINITY, early } = {}) => {
    // Each different part is walked once, and what is constant is not walked at all.
    const varying = [...new Set(nodes.filter((node) => node >= 0))];
    const places = nodes.map((node) => varying.indexOf(node));
    const whole = (parts: readonly Node[]) => places.map((place, at) => parts[place] ?? nodes[at] ?? 0);
    const done = tuplesOf(varying.length);

    function meet(parts: readonly Node[]): Node {
      const seen = done.get(parts);
      if (seen !== undefined) return seen;
      spend(1);
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
