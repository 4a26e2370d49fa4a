import type { FactId } from '../../model/ids.ts';
import type { Whole } from '../whole.ts';
import { allOf, type Encoder } from './encode.ts';
import { firstRoundOf } from './first-round.ts';
import { emptySolver, type Literal, type Solution, type Solver } from './solver.ts';
import { worldOf } from './world.ts';

/** Conflicts that one proof may take. */
const MOST_CONFLICTS = 20_000;

/** What is decided in the second round: nothing, or that the worker departs from one duty that holds. */
export type Departing = 'from-nothing' | 'perhaps';

/**
 * Proofs over all dilemmas of a pack by search, for what would grow too large as one diagram: functions of the questions and
 * of what a second round asks of the first, under some way out of each dilemma.
 */
export interface Proofs {
  readonly solver: Solver;
  /** The literal of a yes-or-no function. */
  readonly holds: Encoder;
  /** The same in a second dilemma, equal to the first but for the answer to a fact, whose possible answers are the literals. */
  readonly besides: (fact: FactId) => { readonly holds: Encoder; readonly answers: readonly Literal[] };
  readonly answersAt: (level: number) => readonly Literal[];
  /** Holds where there is nothing to decide that a second round asks for. */
  readonly undecided: () => Literal;
  /** Looks for a dilemma, and a way out, in which all of some literals hold. */
  readonly find: (goal: readonly Literal[], departing?: Departing) => Solution | 'none' | undefined;
}

const proofsBy = new WeakMap<Whole, Proofs>();

/** The proofs of a pack, prepared once. */
export function proofsOf(whole: Whole): Proofs {
  const known = proofsBy.get(whole) ?? prepared(whole);
  proofsBy.set(whole, known);
  return known;
}

function prepared(whole: Whole): Proofs {
  const round = firstRoundOf(whole);
  const solver = emptySolver();
  const { space } = whole.findings;
  const base = worldOf({ whole, solver, round });
  const worlds = [base];
  let undecided: Literal | undefined;
  return {
    solver,
    holds: base.holds,
    answersAt: base.answersAt,
    besides: (fact) => {
      const varied = space.levelOf(fact);
      const world = worldOf({ whole, solver, round, beside: { base, varied } });
      worlds.push(world);
      return { holds: world.holds, answers: world.answersAt(varied) };
    },
    undecided: () => {
      undecided ??= allOf(
        round.deciding.map((node) => -base.holds(node)),
        solver,
      );
      return undecided;
    },
    find: (goal, departing = 'from-nothing') => {
      const kept = departing === 'perhaps' ? [] : worlds.flatMap((world) => world.departures);
      return solver.solve([...kept.map((literal) => -literal), ...goal], MOST_CONFLICTS);
    },
  };
}
