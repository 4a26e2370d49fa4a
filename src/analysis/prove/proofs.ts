import type { Node } from '../../engine/diagram.ts';
import type { QuestionId } from '../../model/assessment.ts';
import type { Whole } from '../whole.ts';
import type { Encoder } from './encode.ts';
import { type FirstRound, firstRoundOf } from './first-round.ts';
import { emptySolver, type Literal, type Solution, type Solver } from './solver.ts';
import { type World, worldOf } from './world.ts';

/** Conflicts that one proof may take. */
export const MOST_CONFLICTS = 20_000;

/** What is decided of duties: nothing against them, or that the worker departs from one that holds. */
export type Departing = 'from-nothing' | 'perhaps';

/**
 * Proofs over all dilemmas of a pack by search, for what would grow too large as one diagram: functions of the questions and
 * of what a second round asks of the first, under some way out of each dilemma.
 */
export interface Proofs {
  readonly solver: Solver;
  readonly base: World;
  /** The literal of a yes-or-no function. */
  readonly holds: Encoder;
  /** Looks for a dilemma, and a way out, in which all of some literals hold. */
  readonly find: (goal: readonly Literal[], departing?: Departing) => Solution | 'none' | undefined;
}

const roundBy = new WeakMap<Whole, FirstRound>();
const proofsBy = new WeakMap<Whole, Proofs>();

/** The proofs of a pack, prepared once. */
export function proofsOf(whole: Whole): Proofs {
  const known = proofsBy.get(whole) ?? prepared(whole);
  proofsBy.set(whole, known);
  return known;
}

/** Whether a question can bear on a function: it asks it, or what it asks of the first round hangs on it. */
export function bearsOn(question: QuestionId, node: Node, whole: Whole): boolean {
  const { diagrams, levelOf } = whole.findings.space;
  const { askedAt, partsOf } = firstRound(whole);
  const level = levelOf(question);
  const asks = (one: Node | undefined) => one === undefined || diagrams.support(one).includes(level);
  const hangs = (at: number) => {
    const asked = askedAt(at);
    return asked !== undefined && partsOf(asked).some(asks);
  };
  return asks(node) || diagrams.support(node).some(hangs);
}

/** What a pack's first round tells a second, worked out once. */
export function firstRound(whole: Whole): FirstRound {
  const known = roundBy.get(whole) ?? firstRoundOf(whole);
  roundBy.set(whole, known);
  return known;
}

function prepared(whole: Whole): Proofs {
  const solver = emptySolver();
  const base = worldOf({ whole, solver, round: firstRound(whole) });
  return {
    solver,
    base,
    holds: base.holds,
    find: (goal, departing = 'from-nothing') => {
      const kept = departing === 'perhaps' ? [] : base.departures.map((literal) => -literal);
      return solver.solve([...kept, ...goal], MOST_CONFLICTS);
    },
  };
}
