import type { Parting, QuestionId, WayOut } from '../model/assessment.ts';
import type { ActionId, PrincipleId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { verdictUnder } from './component.ts';
import { type Departure, type View, visit } from './condition.ts';
import type { ActionOutcome, ComponentOutcome, Contest, Yielding } from './outcome.ts';
import { type Inquiry, outcomeAt, type Survey } from './survey.ts';

/** One dilemma with all facts known and one way out of each contest taken: what the second round starts from. */
export interface Situation {
  /** The ways taken, together; null where nothing in scope is contested. */
  readonly way: WayOut | null;
  readonly view: View;
  /** The final verdict of an action of either round; a contested one of the scope counts as the way says. */
  readonly verdict: (action: ActionId) => Verdict;
  /** The same before any way out is taken. */
  readonly plain: (action: ActionId) => Verdict;
  readonly contests: readonly Contest[];
  readonly partings: readonly Parting[];
}

/** What the second round looks at: which components of the first, and what the worker is taken to have decided. */
export interface Scope {
  readonly surveys: readonly Survey[];
  readonly decided: ReadonlyMap<ActionId, 'do' | 'do-not'>;
}

const MOST_SITUATIONS = 64;

/** Lists the situations of one completion: one for each combination of ways out, in id order, at most 64. */
export function situationsAt(
  values: ReadonlyMap<QuestionId, string>,
  scope: Scope,
  { compiled }: Inquiry,
): Situation[] {
  const outcomes = scope.surveys.map((survey) => outcomeAt(survey, values, compiled));
  const first = new Map(scope.surveys.map(({ component }, index) => [component, outcomes[index]]));
  const choices = outcomes.flatMap((outcome) =>
    outcome.contests.map((contest) =>
      waysDecided(contest.ways, scope.decided).map((way) => ({ way, outcome, contest })),
    ),
  );
  const fixed = outcomes.flatMap((outcome) => outcome.engagement.yields);
  return combinations(choices).map((chosen): Situation => {
    const way = chosen.length === 0 ? null : joinWays(chosen.map((one) => one.way));
    const yielding = [...fixed, ...chosen.flatMap(({ contest, way: taken }) => yieldsOf(contest, taken))];
    const outcomeOn = (action: ActionId): ComponentOutcome | undefined => {
      const component = compiled.componentOf.get(action);
      return component?.round === 2 ? compiled.evaluate(component, view) : component && first.get(component);
    };
    const view: View = {
      values,
      yields: everyPrinciple(compiled.pack.principles.keys(), yielding),
      departs: departures(scope, outcomes),
    };
    return {
      way,
      view,
      verdict: (action) => verdictIn(outcomeOn(action), action, way),
      plain: (action) => verdictIn(outcomeOn(action), action, null),
      contests: outcomes.flatMap((outcome) => outcome.contests),
      partings: outcomes.flatMap((outcome) => outcome.partings),
    };
  });
}

function verdictIn(outcome: ComponentOutcome | undefined, action: ActionId, way: WayOut | null): Verdict {
  const one = outcome?.actions.find((other) => other.action.id === action);
  if (!outcome || !one) return 'silent';
  return way && one.verdict === 'contested' ? verdictUnder(way, one, doneIn(outcome, way)) : one.verdict;
}

function yieldsOf(contest: ComponentOutcome['contests'][number], way: WayOut): readonly Yielding[] {
  return contest.yields.get(way) ?? [];
}

function doneIn(outcome: ComponentOutcome, way: WayOut): ActionOutcome[] {
  return outcome.actions.filter(({ action }) => way.do.includes(action.id));
}

/** The ways that agree with what the worker decided; all of them where none does. */
function waysDecided(ways: readonly WayOut[], decided: Scope['decided']): readonly WayOut[] {
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

export function joinWays(ways: readonly WayOut[]): WayOut {
  return { do: ways.flatMap((way) => way.do).sort(), leave: ways.flatMap((way) => way.leave).sort() };
}

function everyPrinciple(
  principles: Iterable<PrincipleId>,
  yielding: readonly Yielding[],
): Map<PrincipleId, boolean> {
  return new Map([...principles].map((id) => [id, yielding.some(({ principle }) => principle === id)]));
}

/** A duty of the first round, final and not contested, that the worker decided against. */
function departures({ decided }: Scope, outcomes: readonly ComponentOutcome[]): Map<Departure, boolean> {
  const found = new Map<Departure, boolean>();
  for (const { action, verdict } of outcomes.flatMap((outcome) => outcome.actions)) {
    found.set(`must:${action.id}`, verdict === 'must' && decided.get(action.id) === 'do-not');
    found.set(`must-not:${action.id}`, verdict === 'must-not' && decided.get(action.id) === 'do');
  }
  return found;
}

/** What the conditions of a component of the second round ask of the first. */
export function wantedBy(component: Component): { principles: Set<PrincipleId>; departures: Set<Departure> } {
  const principles = new Set<PrincipleId>();
  const wanted = new Set<Departure>();
  for (const test of component.rules.flatMap((rule) => [rule.when, rule.unless])) {
    visit(test, (literal) => {
      if (literal.kind === 'yields') principles.add(literal.principle);
      if (literal.kind === 'departs') wanted.add(literal.departure);
    });
  }
  return { principles, departures: wanted };
}

/** The components of the first round on which those conditions hang. */
export function surveysBehind(component: Component, first: ReadonlyMap<Component, Survey>): Survey[] {
  const { principles, departures: wanted } = wantedBy(component);
  const actions = new Set([...wanted].map((departure) => departure.slice(departure.indexOf(':') + 1)));
  return [...first.values()].filter(
    ({ component: other }) =>
      other.rules.some(({ rule }) => principles.has(rule.principle)) ||
      other.actions.some((action) => actions.has(action.id)),
  );
}
