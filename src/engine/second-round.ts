import type { QuestionId, WayOut } from '../model/assessment.ts';
import type { Component } from './compiled.ts';
import type { Departure, Literal } from './condition.ts';
import type { Node } from './diagram.ts';
import { once } from './once.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { Space } from './space.ts';
import { outcomeOf, type Survey } from './survey.ts';
import { askingFor, departuresIn, surveysBehind, type Wanted, wantedBy } from './wanted.ts';
import { type Decided, internerOf, type Ways, waysNode } from './ways.ts';

/** What one component of the second round comes to when all facts are known. */
export interface SecondCase {
  /**
   * What it comes to under the ways out of the first round: once for each different outcome, or, where the ways are
   * told, for each of them.
   */
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
  readonly questions: () => readonly QuestionId[];
  /** The same with the ways out told; worked out when it is asked for, as it grows larger. */
  readonly told: () => Node | undefined;
}

/** Surveys one component of the second round, on what the first round came to. */
export function secondSurveyOf(
  component: Component,
  first: ReadonlyMap<Component, Survey>,
  { space, decided }: { space: Space; decided: Decided },
): SecondSurvey {
  const wanted = wantedBy([component]);
  const behind = surveysBehind(wanted, first);
  const node = (told: boolean) =>
    space.diagrams.within(() => {
      const ways = waysNode(behind, askingFor(wanted, decided), { space, told });
      return ways === undefined ? undefined : space.possible(resultOf(component, ways, { space, wanted }));
    });
  const told = () => node(true);
  const result = node(false);
  if (result === undefined) {
    const questions = once(() =>
      space.closed([
        ...behind.flatMap((survey) => survey.questions()),
        ...component.rules.flatMap((rule) => rule.questions),
      ]),
    );
    return { component, result, cases: [], questions, told };
  }
  const cases = space.valuesIn(result) as SecondCase[];
  return { component, result, cases, questions: once(() => space.questionsIn(result)), told };
}

/** Joins what the first round says with the component's own conditions, below which only literals are left. */
function resultOf(
  component: Component,
  ways: Node,
  { space, wanted }: { space: Space; wanted: Wanted },
): Node {
  const { diagrams, impossible, below } = space;
  const same = internerOf(keyOfCases());
  return diagrams.apply(
    [outcomeOf(component, space), ways],
    ([own = impossible, end]) => {
      if (end === undefined || end === impossible) return impossible;
      const { ways: decidable, noted } = diagrams.valueOf(end) as Ways;
      const under = (bits: bigint) =>
        secondOutcome(own, (literal) => (bits & wanted.bitOf(literal)) !== 0n, space);
      const departing = departuresIn(wanted)
        .map((departure) => ({ departure, bit: wanted.bitOf({ kind: 'departs', departure }) }))
        .filter(({ bit }) => (noted & bit) !== 0n)
        .map(
          ({ departure, bit }) =>
            [departure, [...new Set(decidable.map(({ holds }) => under(holds | bit)))]] as const,
        );
      return diagrams.end(
        same({
          ways: merged(decidable.map(({ way, holds }) => ({ way, outcome: under(holds) }))),
          departing: new Map(departing),
        }),
      );
    },
    { stop: below },
  );
}

/** Ways that are not told are one where they come to the same. */
function merged(ways: SecondCase['ways']): SecondCase['ways'] {
  return ways.filter(
    ({ way, outcome }, index) =>
      way !== null || ways.findIndex((one) => one.way === null && one.outcome === outcome) === index,
  );
}

/** What is left of a component of the second round once the first is known. */
export function secondOutcome(
  own: Node,
  literal: (literal: Literal) => boolean,
  { given, diagrams }: Space,
): ComponentOutcome {
  return diagrams.valueOf(given(own, literal)) as ComponentOutcome;
}

/** Tells cases apart; outcomes are told apart by identity. */
function keyOfCases(): (value: SecondCase) => string {
  const numbers = new Map<ComponentOutcome, number>();
  const numberOf = (outcome: ComponentOutcome) => {
    const number = numbers.get(outcome) ?? numbers.size;
    numbers.set(outcome, number);
    return number;
  };
  return ({ ways, departing }) =>
    JSON.stringify([
      ways.map(({ way, outcome }) => [way, numberOf(outcome)]),
      [...departing].map(([departure, outcomes]) => [departure, outcomes.map(numberOf)]),
    ]);
}
