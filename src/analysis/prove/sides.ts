import type { Node } from '../../engine/diagram.ts';
import type { FactId } from '../../model/ids.ts';
import type { Whole } from '../whole.ts';
import { allOf, anyOf, type Encoder, encoderOf, oneOf } from './encode.ts';
import type { FirstRound } from './first-round.ts';
import { firstRound, MOST_CONFLICTS } from './proofs.ts';
import { emptySolver, type Literal, type Solution, type Solver } from './solver.ts';

/** All dilemmas under each answer to one fact, side by side: all other questions have one answer for all sides. */
export interface Sides {
  readonly solver: Solver;
  /** Level of the fact. */
  readonly level: number;
  readonly holds: Encoder;
  readonly side: (answer: number) => Side;
  readonly find: (goal: readonly Literal[]) => Solution | 'none' | undefined;
}

/** What holds under one answer, by index, to the fact. */
export interface Side {
  /** The constraints allow it. */
  readonly allowed: Literal;
  /** There is nothing to decide that a second round asks for. */
  readonly undecided: Literal;
  /** What is asked of the first round at a level. */
  readonly askedAt: (level: number) => Literal;
}

/**
 * Lays the answers to a fact side by side. What does not hang on the fact is one literal for all sides, which is what
 * makes it easy to see that sides are alike.
 */
export function sidesOf(fact: FactId, whole: Whole): Sides {
  const { compiled, findings } = whole;
  const { space } = findings;
  const solver = emptySolver();
  const round = firstRound(whole);
  const answersAt = remembered((level: number) => {
    const question = compiled.levels[level];
    const count =
      question === undefined ? round.waysAt(level) : compiled.variables.get(question)?.answers.length;
    return oneOf(count ?? 0, solver);
  });
  const holds = encoderOf({ space, solver, answersAt });
  const level = space.levelOf(fact);
  const any = remembered((literals: string) => anyOf(literals.split(' ').map(Number), solver));
  const never = compiled.constraints.map((one) => space.test(one.never));
  return {
    solver,
    level,
    holds,
    side: remembered((answer) =>
      sideOf((node) => holds(space.diagrams.under(node, level, answer)), { solver, round, never, any }),
    ),
    find: (goal) => solver.solve(goal, MOST_CONFLICTS),
  };
}

interface Ground {
  readonly solver: Solver;
  readonly round: FirstRound;
  readonly never: readonly Node[];
  /** The literal that any of some hold; the same for the same ones. */
  readonly any: (literals: string) => Literal;
}

function sideOf(holds: Encoder, { solver, round, never, any }: Ground): Side {
  const none = (nodes: readonly Node[]) =>
    allOf(
      nodes.map((node) => -holds(node)),
      solver,
    );
  return {
    allowed: none(never),
    undecided: none(round.deciding),
    askedAt: remembered((level) => {
      const asked = round.askedAt(level);
      // Of duties nobody departs from here.
      const parts = !asked || asked.kind === 'departs' ? [] : round.partsOf(asked);
      const literals = parts.map((node) => (node === undefined ? solver.variable() : holds(node)));
      return literals.length === 0 ? anyOf([], solver) : any(literals.join(' '));
    }),
  };
}

function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}
