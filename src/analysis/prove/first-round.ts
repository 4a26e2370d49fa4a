import type { Literal as Asked } from '../../engine/condition.ts';
import type { Node } from '../../engine/diagram.ts';
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
  const { diagrams, yes, no, below } = space;
  const wanted = wantedBy(compiled.components.filter(({ round }) => round === 2));
  const asking = askingFor(wanted, new Map());
  const levels = new Map(wanted.literals.map((asked) => [diagrams.support(space.test(asked))[0], asked]));
  const told = surveysBehind(wanted, first).map((survey) =>
    diagrams.within(() => waysNode([survey], asking, { space, told: false })),
  );
  const counts = told.map((node) =>
    Math.max(
      1,
      ...(node === undefined ? [] : (space.valuesIn(node) as Ways[]).map(({ ways }) => ways.length)),
    ),
  );
  const firstWay = below + wanted.literals.length;
  const truth = (holds: boolean) => (holds ? yes : no);

  function yieldingIn(node: Node, index: number, bit: bigint): Node {
    return diagrams.apply([node], ([end = no]) => {
      const { ways = [] } = (diagrams.valueOf(end) as Ways | undefined) ?? {};
      // A component with fewer ways out here than elsewhere takes its last one for all that are left.
      const under = Array.from({ length: counts[index] ?? 1 }, (_, at) => ways[at] ?? ways.at(-1));
      return diagrams.ask(
        firstWay + index,
        under.map((way) => truth(((way?.holds ?? 0n) & bit) !== 0n)),
      );
    });
  }

  return {
    askedAt: (level) => levels.get(level),
    partsOf: (asked) => {
      const bit = wanted.bitOf(asked);
      return told.map((node, index) => {
        if (node === undefined) return undefined;
        if (asked.kind !== 'departs') return yieldingIn(node, index, bit);
        return space.map(node, ({ noted }: Ways) => (noted & bit) !== 0n);
      });
    },
    waysAt: (level) => counts[level - firstWay] ?? 1,
    deciding: told.flatMap((node) =>
      node === undefined ? [] : [space.map(node, ({ ways }: Ways) => ways.length > 1)],
    ),
  };
}
