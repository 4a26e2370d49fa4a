import type { Literal as Asked } from '../../engine/condition.ts';
import type { Node } from '../../engine/diagram.ts';
import type { Space } from '../../engine/space.ts';
import { askingFor, surveysBehind, wantedBy } from '../../engine/wanted.ts';
import { type Ways, waysNode } from '../../engine/ways.ts';
import type { Whole } from '../whole.ts';

/**
 * What a second round asks of the first, told component by component, so that nothing is joined: a principle yields
 * where it does so in one of them, under the way out that is taken there.
 */
export interface FirstRound {
  /** What is asked at a level below the questions; undefined at the levels of the ways out. */
  readonly askedAt: (level: number) => Asked | undefined;
  /**
   * For each component, where it makes true what is asked: that a principle yields, or that a duty can be departed from.
   * Undefined for one without a diagram.
   */
  readonly partsOf: (asked: Asked) => readonly (Node | undefined)[];
  /** How many ways out are told apart at a level below what is asked: each component decides by itself. */
  readonly waysAt: (level: number) => number;
  /** For each component, where more than one way out can be taken. */
  readonly deciding: readonly Node[];
}

export function firstRoundOf({ compiled, findings }: Whole): FirstRound {
  const { space, first } = findings;
  const { diagrams, below } = space;
  const wanted = wantedBy(compiled.components.filter(({ round }) => round === 2));
  const asking = askingFor(wanted, new Map());
  const levels = new Map(wanted.literals.map((asked) => [diagrams.support(space.test(asked))[0], asked]));
  const told = surveysBehind(wanted, first).map((survey) =>
    diagrams.within(() => waysNode([survey], asking, { space, told: false })),
  );
  const counts = told.map((node) => (node === undefined ? 1 : mostWays(node, space)));
  const firstWay = below + wanted.literals.length;
  const parts = new Map<Asked, readonly (Node | undefined)[]>();

  function partsFor(asked: Asked): (Node | undefined)[] {
    const bit = wanted.bitOf(asked);
    return told.map((node, index) => {
      if (node === undefined) return undefined;
      const choice = { level: firstWay + index, count: counts[index] ?? 1 };
      return asked.kind === 'departs'
        ? where(node, ({ noted }) => (noted & bit) !== 0n, space)
        : yieldingIn(node, { ...choice, bit }, space);
    });
  }

  return {
    askedAt: (level) => levels.get(level),
    partsOf: (asked) => {
      const known = parts.get(asked) ?? partsFor(asked);
      parts.set(asked, known);
      return known;
    },
    waysAt: (level) => counts[level - firstWay] ?? 1,
    deciding: told.flatMap((node) =>
      node === undefined ? [] : [where(node, ({ ways }) => ways.length > 1, space)],
    ),
  };
}

function mostWays(node: Node, { valuesIn }: Space): number {
  return Math.max(1, ...(valuesIn(node) as Ways[]).map(({ ways }) => ways.length));
}

/** Where something can be said of the ways out; not where the constraints refuse. */
function where(node: Node, holds: (ways: Ways) => boolean, { diagrams, yes, no }: Space): Node {
  return diagrams.apply([node], ([end = no]) => {
    const ways = diagrams.valueOf(end) as Ways | undefined;
    return ways !== undefined && holds(ways) ? yes : no;
  });
}

/** Where what is asked holds, below the question which of so many ways out is taken. */
function yieldingIn(
  node: Node,
  { level, count, bit }: { readonly level: number; readonly count: number; readonly bit: bigint },
  { diagrams, yes, no }: Space,
): Node {
  return diagrams.apply([node], ([end = no]) => {
    const { ways = [] } = (diagrams.valueOf(end) as Ways | undefined) ?? {};
    // Where there are fewer ways out than elsewhere, the last one stands for all that are left.
    const under = Array.from({ length: count }, (_, at) => ways[at] ?? ways.at(-1));
    return diagrams.ask(
      level,
      under.map((way) => (((way?.holds ?? 0n) & bit) === 0n ? no : yes)),
    );
  });
}
