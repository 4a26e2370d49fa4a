import type { Parting, WayOut } from '../model/assessment.ts';
import type { ActionId, PrincipleId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { verdictUnder } from './component.ts';
import { type Departure, type Literal, visit } from './condition.ts';
import type { ActionOutcome, ComponentOutcome, Contest, Yielding } from './outcome.ts';
import type { Survey } from './survey.ts';

/** One dilemma with all facts known and one way out of each contest taken: what the second round starts from. */
export interface Situation {
  /** The ways taken, together; null where nothing that was looked at is contested. */
  readonly way: WayOut | null;
  /** Answers what a safeguard asks of the first round. */
  readonly literal: (literal: Literal) => boolean;
  /** The final verdict of an action of the first round; a contested one counts as the way says. */
  readonly verdict: (action: ActionId) => Verdict;
  /** The same before any way out is taken. */
  readonly plain: (action: ActionId) => Verdict;
  readonly contests: readonly Contest[];
  readonly partings: readonly Parting[];
}

export type Decided = ReadonlyMap<ActionId, 'do' | 'do-not'>;

const MOST_SITUATIONS = 64;

/**
 * Lists the situations that some outcomes of the first round leave: one for each combination of ways out, in id
 * order, at most 64.
 */
export function situationsIn(outcomes: readonly ComponentOutcome[], decided: Decided): Situation[] {
  const choices = outcomes.flatMap((outcome) =>
    outcome.contests.map((contest) => waysDecided(contest.ways, decided).map((way) => ({ way, contest }))),
  );
  const fixed = outcomes.flatMap((outcome) => outcome.engagement.yields);
  const departed = departuresIn(outcomes, decided);
  return combinations(choices).map((chosen): Situation => {
    const way = chosen.length === 0 ? null : joinWays(chosen.map((one) => one.way));
    const yielding = [
      ...fixed,
      ...chosen.flatMap(({ contest, way: taken }) => contest.yields.get(taken) ?? []),
    ];
    return {
      way,
      literal: (literal) => holds(literal, yielding, departed),
      verdict: (action) => verdictIn(outcomes, action, way),
      plain: (action) => verdictIn(outcomes, action, null),
      contests: outcomes.flatMap((outcome) => outcome.contests),
      partings: outcomes.flatMap((outcome) => outcome.partings),
    };
  });
}

function holds(literal: Literal, yielding: readonly Yielding[], departed: ReadonlySet<Departure>): boolean {
  if (literal.kind === 'yields') return yielding.some(({ principle }) => principle === literal.principle);
  return literal.kind === 'departs' && departed.has(literal.departure);
}

function verdictIn(outcomes: readonly ComponentOutcome[], action: ActionId, way: WayOut | null): Verdict {
  for (const outcome of outcomes) {
    const one = outcome.actions.find((other) => other.action.id === action);
    if (one)
      return way && one.verdict === 'contested' ? verdictUnder(way, one, doneIn(outcome, way)) : one.verdict;
  }
  return 'silent';
}

function doneIn(outcome: ComponentOutcome, way: WayOut): ActionOutcome[] {
  return outcome.actions.filter(({ action }) => way.do.includes(action.id));
}

/** The ways that agree with what the worker decided; all of them where none does. */
function waysDecided(ways: readonly WayOut[], decided: Decided): readonly WayOut[] {
  const agreeing = ways.filter(
    (way) =>
      way.do.every((action) => decided.get(action) !== 'do-not') &&
      way.leave.every((action) => decided.get(action) !== 'do'),
  );
  return agreeing.length > 0 ? agreeing : ways;
}

function combinations<T>(choices: readonly (readonly T[])[]): T[][] {
  let combined: T[][] = [[]];
  for (const options of choices) {
    combined = combined
      .flatMap((chosen) => options.map((option) => [...chosen, option]))
      .slice(0, MOST_SITUATIONS);
  }
  return combined;
}

function joinWays(ways: readonly WayOut[]): WayOut {
  return { do: ways.flatMap((way) => way.do).sort(), leave: ways.flatMap((way) => way.leave).sort() };
}

/** The duties of the first round, final and not contested, that the worker decided against. */
function departuresIn(outcomes: readonly ComponentOutcome[], decided: Decided): Set<Departure> {
  const found = new Set<Departure>();
  for (const { action, verdict } of outcomes.flatMap((outcome) => outcome.actions)) {
    if (verdict === 'must' && decided.get(action.id) === 'do-not') found.add(`must:${action.id}`);
    if (verdict === 'must-not' && decided.get(action.id) === 'do') found.add(`must-not:${action.id}`);
  }
  return found;
}

/** What the conditions of a component of the second round ask of the first. */
export interface Wanted {
  readonly principles: ReadonlySet<PrincipleId>;
  readonly departures: ReadonlySet<Departure>;
}

export function wantedBy(component: Component): Wanted {
  const principles = new Set<PrincipleId>();
  const departures = new Set<Departure>();
  for (const test of component.rules.flatMap((rule) => [rule.when, rule.unless])) {
    visit(test, (literal) => {
      if (literal.kind === 'yields') principles.add(literal.principle);
      if (literal.kind === 'departs') departures.add(literal.departure);
    });
  }
  return { principles, departures };
}

export function actionOf(departure: Departure): ActionId {
  return departure.slice(departure.indexOf(':') + 1) as ActionId;
}

/** The surveys of the first round on which those conditions hang. */
export function surveysBehind(component: Component, first: ReadonlyMap<Component, Survey>): Survey[] {
  const { principles, departures } = wantedBy(component);
  const actions = new Set([...departures].map(actionOf));
  return [...first.values()].filter(
    ({ component: other }) =>
      other.rules.some(({ rule }) => principles.has(rule.principle)) ||
      other.actions.some((action) => actions.has(action.id)),
  );
}

/** What an outcome of the first round tells a component of the second: outcomes with one sign serve it alike. */
export function signFor({ principles, departures }: Wanted, outcome: ComponentOutcome): string {
  const wanted = (yields: readonly Yielding[] = []) =>
    [...new Set(yields.map(({ principle }) => principle))].filter((id) => principles.has(id)).sort();
  return JSON.stringify([
    wanted(outcome.engagement.yields),
    outcome.contests.map((contest) => contest.ways.map((way) => [way, wanted(contest.yields.get(way))])),
    outcome.actions
      .filter(({ action }) => departures.has(`must:${action.id}`) || departures.has(`must-not:${action.id}`))
      .map(({ verdict }) => verdict),
  ]);
}
