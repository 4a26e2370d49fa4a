import type { Node } from '../../engine/diagram.ts';
import type { ComponentOutcome } from '../../engine/outcome.ts';
import type { FactId } from '../../model/ids.ts';
import type { Whole } from '../whole.ts';
import { allOf, anyOf } from './encode.ts';
import { bearsOn } from './proofs.ts';
import { type Sides, sidesOf } from './sides.ts';
import type { Literal } from './solver.ts';

/** Two answers to a fact, by index. */
export type Pair = readonly [first: number, second: number];

/**
 * Whether somewhere two answers to a fact, all else equal, lead a component of the second round to values that differ.
 * Undefined: not known, as of a fact that constraints tie to others, where all else cannot be equal.
 *
 * @param own what it comes to, as a function of the questions and of what it asks of the first round
 * @param read what is looked at of an outcome
 * @param pairs the answers that are compared; any two without
 */
export function movesIn(
  own: Node,
  read: (outcome: ComponentOutcome) => unknown,
  { fact, whole, pairs }: { readonly fact: FactId; readonly whole: Whole; readonly pairs?: readonly Pair[] },
): boolean | undefined {
  const { map, closed, levelOf, ties } = whole.findings.space;
  const values = map(own, read);
  const tied = pairs === undefined && ties().flat().includes(levelOf(fact));
  if (!(tied ? closed([fact]) : [fact]).some((one) => bearsOn(one, values, whole))) return false;
  const compared = pairs ?? pairsOf(whole.compiled.variables.get(fact)?.answers.length ?? 0);
  const sides = sidesOf(fact, whole);
  // What constraints tie to a fact may have to change with it for the difference to show.
  let known = !tied;
  for (const pair of compared) {
    const moved = movesBetween(values, pair, { sides, whole });
    if (moved) return true;
    known &&= moved === false;
  }
  return known ? false : undefined;
}

function pairsOf(count: number): Pair[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  return indices.flatMap((first) => indices.slice(first + 1).map((second): Pair => [first, second]));
}

interface Ground {
  readonly sides: Sides;
  readonly whole: Whole;
}

function movesBetween(values: Node, pair: Pair, ground: Ground): boolean | undefined {
  const { solver, find, side } = ground.sides;
  const apart = apartUnder(values, pair, ground);
  if (apart.length === 0) return false;
  const both = pair.map(side);
  const moved = [anyOf(apart, solver), ...both.map(({ allowed }) => allowed)];
  const settled = find([...moved, ...both.map(({ undecided }) => undecided)]);
  if (settled !== 'none') return settled === undefined ? undefined : true;
  // Where each way out taken leaves the same, all together do; where one does not, all together still may.
  return find(moved) === 'none' ? false : undefined;
}

/** What is asked of the first round under an answer: by level, whether it holds. */
type Given = ReadonlyMap<number, boolean>;

/** For each way in which the first round can answer under the one and under the other: where the values differ. */
function apartUnder(values: Node, pair: Pair, { sides, whole }: Ground): Literal[] {
  const { diagrams, below, yes, no } = whole.findings.space;
  const { holds, level, side, solver } = sides;
  const asked = diagrams.support(values).filter((one) => one >= below);
  const given = asked.map((at) => pair.map((answer) => side(answer).askedAt(at)));
  const fixed = (truths: Given, answer: number) =>
    diagrams.restrict(values, (one) => (one === level ? answer : numbered(truths.get(one))));
  const givens = givensOf(asked);
  return givens.flatMap((one) =>
    givens.flatMap((other) => {
      const told = given.flatMap((literals, index) =>
        [one, other].map((truths, at) => {
          const literal = literals[at] ?? 0;
          return truths.get(asked[index] ?? 0) ? literal : -literal;
        }),
      );
      if (told.some((literal) => told.includes(-literal))) return [];
      const under = [fixed(one, pair[0]), fixed(other, pair[1])];
      const differs = diagrams.apply(under, ([left, right]) => (left === right ? no : yes));
      return differs === no ? [] : [allOf([holds(differs), ...told], solver)];
    }),
  );
}

function numbered(truth: boolean | undefined): number | undefined {
  return truth === undefined ? undefined : Number(truth);
}

function givensOf(levels: readonly number[]): Given[] {
  return levels.reduce<Given[]>(
    (found, level) =>
      found.flatMap((given) => [false, true].map((holds) => new Map([...given, [level, holds]]))),
    [new Map()],
  );
}
