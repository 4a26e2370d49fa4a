import type { Literal as Asked } from '../../engine/condition.ts';
import type { QuestionId } from '../../model/assessment.ts';
import type { Whole } from '../whole.ts';
import { allOf, anyOf, type Encoder, encoderOf, oneOf } from './encode.ts';
import type { FirstRound } from './first-round.ts';
import type { Literal, Solver } from './solver.ts';

/** One dilemma as literals, which the constraints allow, with what a second round asks of the first in it. */
export interface World {
  readonly holds: Encoder;
  /** The literals of the answers to the question of a level, exactly one of which holds. */
  readonly answersAt: (level: number) => readonly Literal[];
  /** That the worker departs from a duty which holds; at most one of them. */
  readonly departures: readonly Literal[];
  /** Holds where there is nothing to decide that a second round asks for. */
  readonly undecided: () => Literal;
}

interface Ground {
  readonly whole: Whole;
  readonly solver: Solver;
  readonly round: FirstRound;
}

export function worldOf(ground: Ground): World {
  const { whole, solver, round } = ground;
  const { space } = whole.findings;
  const known = new Map<number, readonly Literal[]>();
  const departures: Literal[] = [];
  let undecided: Literal | undefined;

  function answersAt(level: number): readonly Literal[] {
    const seen = known.get(level) ?? created(level);
    known.set(level, seen);
    return seen;
  }

  function created(level: number): readonly Literal[] {
    const question = whole.compiled.levels[level];
    if (question !== undefined) return answersTo(question, ground);
    const asked = round.askedAt(level);
    if (!asked) return oneOf(round.waysAt(level), solver);
    const literal = askedLiteral(asked, departures, { ...ground, holds });
    return [-literal, literal];
  }

  const holds = encoderOf({ space, solver, answersAt });
  for (const { never } of whole.compiled.constraints) solver.add([-holds(space.test(never))]);
  return {
    holds,
    answersAt,
    departures,
    undecided: () => {
      const none = round.deciding.map((node) => -holds(node));
      undecided ??= allOf(none, solver);
      return undecided;
    },
  };
}

function answersTo(question: QuestionId, { whole, solver }: Ground): readonly Literal[] {
  const answers = whole.compiled.variables.get(question)?.answers ?? [];
  const literals = oneOf(answers.length, solver);
  const only = literals[answers.indexOf(whole.findings.space.known.values.get(question) ?? '')];
  if (only !== undefined) solver.add([only]);
  return literals;
}

function askedLiteral(
  asked: Asked,
  departures: Literal[],
  { round, solver, holds }: Ground & { readonly holds: Encoder },
): Literal {
  // What has no diagram may do anything: more than is possible, never less, and a witness is replayed.
  const parts = round.partsOf(asked).map((node) => (node === undefined ? solver.variable() : holds(node)));
  const possible = anyOf(parts, solver);
  if (asked.kind !== 'departs') return possible;
  const departs = solver.variable();
  solver.add([-departs, possible]);
  for (const other of departures) solver.add([-departs, -other]);
  departures.push(departs);
  return departs;
}
