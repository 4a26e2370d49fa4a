import type { QuestionId, WayOut } from '../model/assessment.ts';
import type { Component } from './compiled.ts';
import type { Departure } from './condition.ts';
import type { Node } from './diagram.ts';
import type { ComponentOutcome } from './outcome.ts';
import {
  actionOf,
  type Decided,
  type Situation,
  signFor,
  situationsIn,
  surveysBehind,
  wantedBy,
} from './situation.ts';
import { type Space } from './space.ts';
import { outcomeOf, type Survey } from './survey.ts';

/** What one component of the second round comes to when all facts are known. */
export interface SecondCase {
  /** One entry for each way out of the first round that bears on it. */
  readonly ways: readonly { readonly way: WayOut | null; readonly outcome: ComponentOutcome }[];
  /** What it would come to if the worker departed from a duty that holds here. */
  readonly departing: ReadonlyMap<Departure, readonly ComponentOutcome[]>;
}

/** One component of the second round over all completions and all ways out of the first. */
export interface SecondSurvey {
  readonly component: Component;
  /** Its case as a function of the open questions; undefined where the diagram grew too large. */
  readonly result: Node | undefined;
  readonly cases: readonly SecondCase[];
  readonly questions: readonly QuestionId[];
}

/** Surveys one component of the second round, on what the first round came to. */
export function secondSurveyOf(
  component: Component,
  first: ReadonlyMap<Component, Survey>,
  { space, decided }: { space: Space; decided: Decided },
): SecondSurvey {
  const behind = surveysBehind(component, first);
  const result = space.diagrams.within(() => {
    const nodes = behind.map((survey) =>
      alike(survey, (outcome) => signFor(wantedBy(component), outcome), space),
    );
    if (nodes.some((node) => node === undefined)) return undefined;
    return space.possible(resultOf(component, nodes as Node[], { space, decided }));
  });
  if (result === undefined) {
    const questions = [
      ...behind.flatMap((survey) => survey.questions),
      ...component.rules.flatMap((rule) => rule.questions),
    ];
    return { component, result, cases: [], questions: space.closed(questions) };
  }
  const cases = space.valuesIn(result) as SecondCase[];
  return { component, result, cases, questions: space.questionsIn(result) };
}

/** A survey with outcomes that serve the asker alike made one; undefined where it has no diagram. */
export function alike(
  survey: Survey,
  sign: (outcome: ComponentOutcome) => string,
  space: Space,
): Node | undefined {
  if (survey.outcome === undefined) return undefined;
  const representative = new Map<string, ComponentOutcome>();
  return space.map(survey.outcome, (outcome: ComponentOutcome) => {
    const key = sign(outcome);
    const seen = representative.get(key) ?? outcome;
    representative.set(key, seen);
    return seen;
  });
}

/** Joins what the first round says with the component's own conditions, below which only literals are left. */
function resultOf(
  component: Component,
  behind: readonly Node[],
  { space, decided }: { space: Space; decided: Decided },
): Node {
  const { diagrams, impossible, below } = space;
  const interned = internerOf<SecondCase>();
  return diagrams.apply(
    [outcomeOf(component, space), ...behind],
    ([own = impossible, ...ends]) => {
      if (ends.includes(impossible)) return impossible;
      const outcomes = ends.map((end) => diagrams.valueOf(end) as ComponentOutcome);
      const evaluate = (situation: Situation) => secondOutcome(own, situation, space);
      const ways = situationsIn(outcomes, decided).map((situation) => ({
        way: situation.way,
        outcome: evaluate(situation),
      }));
      const departing = departingFrom(component, outcomes, { decided, evaluate });
      return diagrams.end(interned({ ways, departing }));
    },
    below,
  );
}

/** What is left of a component of the second round once the first is known. */
export function secondOutcome(own: Node, situation: Situation, { given, diagrams }: Space): ComponentOutcome {
  return diagrams.valueOf(given(own, situation.literal)) as ComponentOutcome;
}

/** Tries each departure that the component speaks of and that is possible here: a final duty on which nothing is decided. */
function departingFrom(
  component: Component,
  outcomes: readonly ComponentOutcome[],
  { decided, evaluate }: { decided: Decided; evaluate: (situation: Situation) => ComponentOutcome },
): Map<Departure, readonly ComponentOutcome[]> {
  const tried = new Map<Departure, readonly ComponentOutcome[]>();
  for (const departure of wantedBy(component).departures) {
    const action = actionOf(departure);
    if (decided.has(action)) continue;
    const decision = departure.startsWith('must:') ? 'do-not' : 'do';
    const situations = situationsIn(outcomes, new Map([...decided, [action, decision]]));
    if (situations.every(({ literal }) => literal({ kind: 'departs', departure })))
      tried.set(departure, situations.map(evaluate));
  }
  return tried;
}

/** Makes equal cases one value, so that diagrams can tell that they are equal; outcomes are compared by identity. */
function internerOf<T extends SecondCase>(): (value: T) => T {
  const numbers = new Map<ComponentOutcome, number>();
  const seen = new Map<string, T>();
  const numberOf = (outcome: ComponentOutcome) => {
    const number = numbers.get(outcome) ?? numbers.size;
    numbers.set(outcome, number);
    return number;
  };
  return (value) => {
    const key = JSON.stringify([
      value.ways.map(({ way, outcome }) => [way, numberOf(outcome)]),
      [...value.departing].map(([departure, outcomes]) => [departure, outcomes.map(numberOf)]),
    ]);
    const found = seen.get(key) ?? value;
    seen.set(key, found);
    return found;
  };
}
