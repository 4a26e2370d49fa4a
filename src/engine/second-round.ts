import type { QuestionId, WayOut } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Component } from './compiled.ts';
import { cone, overCompletions } from './completions.ts';
import type { Departure } from './condition.ts';
import { wordOf } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';
import { type Scope, situationsAt, surveysBehind, wantedBy } from './situation.ts';
import { type Inquiry, openQuestionsOf, type Survey } from './survey.ts';

/** One component of the second round over all completions and all ways out of the first. */
export interface SecondSurvey {
  readonly component: Component;
  readonly questions: readonly QuestionId[];
  /** False: too many completions, or the first round is itself inexact where this one hangs on it. */
  readonly exact: boolean;
  readonly cases: readonly {
    readonly word: string;
    readonly ways: readonly { readonly way: WayOut | null; readonly outcome: ComponentOutcome }[];
    /** What it would come to if the worker departed from a duty that holds here. */
    readonly departing: ReadonlyMap<Departure, readonly ComponentOutcome[]>;
  }[];
}

export type Decided = Scope['decided'];

/** Surveys one component of the second round, on what the first round came to. */
export function secondSurveyOf(
  component: Component,
  first: ReadonlyMap<Component, Survey>,
  { inquiry, decided }: { inquiry: Inquiry; decided: Decided },
): SecondSurvey {
  const { compiled, known, most } = inquiry;
  const behind = surveysBehind(component, first);
  const varying = behind.filter((survey) => varies(survey, component));
  const start = [
    ...openQuestionsOf(component, { values: known.values }),
    ...varying.flatMap(({ questions }) => questions),
  ];
  const questions = cone(start, known, compiled);
  const scope: Scope = { surveys: behind, decided };
  const cases: SecondSurvey['cases'][number][] = [];
  const exact =
    varying.every((survey) => survey.exact) &&
    overCompletions(questions, { known, compiled, most }, (values) => {
      const situations = situationsAt(values, scope, inquiry);
      cases.push({
        word: wordOf(questions, values, compiled),
        ways: situations.map(({ way, view }) => ({ way, outcome: compiled.evaluate(component, view) })),
        departing: departingAt(component, values, { scope, inquiry }),
      });
    });
  return { component, questions, exact, cases: exact ? cases : [] };
}

/** Whether what the second round asks of a survey is not the same in all its outcomes. */
function varies(survey: Survey, component: Component): boolean {
  if (!survey.exact) return true;
  const { principles, departures } = wantedBy(component);
  const signatures = survey.outcomes.map((outcome) =>
    JSON.stringify([
      outcome.engagement.yields
        .map(({ principle }) => principle)
        .filter((id) => principles.has(id))
        .sort(),
      outcome.contests.map((contest) =>
        contest.ways.map((way) => [
          way,
          contest.yields
            .get(way)
            ?.map(({ principle }) => principle)
            .filter((id) => principles.has(id)),
        ]),
      ),
      outcome.actions
        .filter(({ action }) => isDepartable(action.id, departures))
        .map(({ verdict }) => verdict),
    ]),
  );
  return new Set(signatures).size > 1;
}

function isDepartable(action: ActionId, departures: ReadonlySet<Departure>): boolean {
  return departures.has(`must:${action}`) || departures.has(`must-not:${action}`);
}

/** Tries each departure that the component speaks of and that is possible here: a final duty on which nothing is decided yet. */
function departingAt(
  component: Component,
  values: ReadonlyMap<QuestionId, string>,
  { scope, inquiry }: { scope: Scope; inquiry: Inquiry },
): Map<Departure, readonly ComponentOutcome[]> {
  const tried = new Map<Departure, readonly ComponentOutcome[]>();
  for (const departure of wantedBy(component).departures) {
    const decided = new Map(scope.decided);
    const action = actionOf(departure);
    const decision = departure.startsWith('must:') ? 'do-not' : 'do';
    if (decided.has(action)) continue;
    decided.set(action, decision);
    const situations = situationsAt(values, { ...scope, decided }, inquiry);
    if (!situations.every(({ view }) => view.departs?.get(departure))) continue;
    tried.set(
      departure,
      situations.map(({ view }) => inquiry.compiled.evaluate(component, view)),
    );
  }
  return tried;
}

export function actionOf(departure: Departure): ActionId {
  return departure.slice(departure.indexOf(':') + 1) as ActionId;
}
