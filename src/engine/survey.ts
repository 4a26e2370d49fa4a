import type { Outcome, QuestionId } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPack } from './compile.ts';
import type { Component } from './compiled.ts';
import { cone, type Known, overCompletions } from './completions.ts';
import { addOpen, truth, type View } from './condition.ts';
import { type Row, wordOf } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';

/** One component of the first round over all ways in which what is not known can turn out. */
export interface Survey {
  readonly component: Component;
  /** The open questions that bear on it, closed under `cone`; empty when everything is known. */
  readonly questions: readonly QuestionId[];
  /** False: too many completions; `outcomes` then holds at least what is possible, or is empty when even that is too much. */
  readonly exact: boolean;
  /** The different outcomes that occur. */
  readonly outcomes: readonly ComponentOutcome[];
  /** Every completion with its outcome; empty when not exact. */
  readonly cases: readonly { readonly word: string; readonly outcome: ComponentOutcome }[];
}

/** What all surveys of one dilemma share. */
export interface Inquiry {
  readonly compiled: CompiledPack;
  readonly known: Known;
  readonly most: number;
}

/** Surveys one component of the first round. */
export function surveyOf(component: Component, inquiry: Inquiry): Survey {
  const { compiled, known, most } = inquiry;
  const questions = cone(openQuestionsOf(component, { values: known.values }), known, compiled);
  const cases: { word: string; outcome: ComponentOutcome }[] = [];
  const exact = overCompletions(questions, { known, compiled, most }, (values) => {
    cases.push({
      word: wordOf(questions, values, compiled),
      outcome: compiled.evaluate(component, { values }),
    });
  });
  if (exact)
    return { component, questions, exact, cases, outcomes: [...new Set(cases.map((one) => one.outcome))] };
  return { component, questions, exact, cases: [], outcomes: [] };
}

/**
 * What a surveyed component comes to in one completion.
 *
 * @param values may lack the survey's questions only where all its outcomes serve the asker alike
 */
export function outcomeAt(
  survey: Survey,
  values: ReadonlyMap<QuestionId, string>,
  { evaluate }: CompiledPack,
): ComponentOutcome {
  const [any] = survey.outcomes;
  const whole = survey.questions.every((question) => values.has(question));
  return any && !whole ? any : evaluate(survey.component, { values });
}

/** Questions that can still decide which rules of a component apply and how those rank. */
export function openQuestionsOf(component: Component, view: View): Set<QuestionId> {
  const open = new Set<QuestionId>();
  const live = component.rules.filter(
    (rule) => truth(rule.when, view) !== false && truth(rule.unless, view) !== true,
  );
  for (const rule of live) {
    addOpen(rule.when, view, open);
    addOpen(rule.unless, view, open);
  }
  for (const priority of component.priorities) {
    const meets = live.some((first) =>
      live.some((second) =>
        component.pairings
          .get(`${first.rule.id}\n${second.rule.id}`)
          ?.some((pairing) => pairing.priority === priority),
      ),
    );
    if (meets) addOpen(priority.when, view, open);
  }
  return open;
}

/** The outcomes that an action may have: exact, or at least what is possible where the survey is not. */
export function possibleOutcomes(survey: Survey, action: ActionId, view: View): Outcome[] {
  if (!survey.exact) return widest(survey.component, action, view);
  return distinct(survey.outcomes.flatMap((outcome) => outcome.outcomes.get(action) ?? []));
}

export function rowsFor(survey: Survey, action: ActionId): Row[] {
  return survey.cases.map(({ word, outcome }) => ({ word, result: keyOf(outcome.outcomes.get(action)) }));
}

export function keyOf(outcome: Outcome | undefined): string {
  return outcome ? `${outcome.verdict} ${outcome.grade ?? ''}` : '';
}

export function distinct(outcomes: readonly Outcome[]): Outcome[] {
  return [...new Map(outcomes.map((outcome) => [keyOf(outcome), outcome])).values()].sort((first, second) =>
    keyOf(first) < keyOf(second) ? -1 : 1,
  );
}

const GRADE_OF: Readonly<Record<Verdict, readonly Outcome['grade'][]>> = {
  must: ['duty'],
  'must-not': ['duty'],
  should: ['advice'],
  'should-not': ['advice'],
  contested: ['duty', 'advice'],
  may: [null],
  silent: [null],
};

/** All that the rules which may still apply could make of an action: more than is possible, never less. */
export function widest(component: Component, action: ActionId, view: View): Outcome[] {
  const live = component.rules.filter(
    (rule) => truth(rule.when, view) !== false && truth(rule.unless, view) !== true,
  );
  const own = live.filter(({ rule }) => rule.action === action);
  const asks = own.some((rule) => rule.asks);
  const excludes = component.actions.find(({ id }) => id === action)?.excludes ?? [];
  const rival = live.some((rule) => rule.asks && excludes.includes(rule.rule.action));
  const sure = own.some((rule) => truth(rule.when, view) === true && truth(rule.unless, view) === false);
  const verdicts = new Set<Verdict>(own.map(({ rule }) => rule.modality));
  if (!sure) verdicts.add('silent');
  if (
    (own.some(({ side }) => side === 'for') && own.some(({ side }) => side === 'against')) ||
    (asks && rival)
  ) {
    verdicts.add('contested');
  }
  if (rival) for (const verdict of ['should-not', 'must-not'] as const) verdicts.add(verdict);
  return distinct([...verdicts].flatMap((verdict) => GRADE_OF[verdict].map((grade) => ({ verdict, grade }))));
}
