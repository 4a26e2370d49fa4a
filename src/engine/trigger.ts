import type { QuestionId } from '../model/assessment.ts';
import type { Step, Trigger } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { cone, overCompletions } from './completions.ts';
import { addOpen, truth } from './condition.ts';
import type { Findings } from './findings.ts';
import { wordOf } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';
import { type Owed, type OwedCase, owedFrom } from './owed.ts';
import type { SecondSurvey } from './second-round.ts';
import { type Situation, situationsAt, surveysBehind } from './situation.ts';
import type { Survey } from './survey.ts';

/** How a step is owed, and whether it would be without any reasoning from a dilemma. */
export interface Triggered {
  readonly owed: Owed;
  readonly plain: boolean;
}

/** What one trigger hangs on: what was found in the first round, and open questions. */
interface Ground {
  readonly surveys: readonly Survey[];
  readonly questions: readonly QuestionId[];
  readonly exact: boolean;
}

/** Tells how a step is brought about: no entry when nothing can bring it about. */
export function triggered(step: Step, findings: Findings): Triggered[] {
  const { inquiry, dilemma } = findings;
  const { compiled, known, most } = inquiry;
  const grounds = step.triggers.map((trigger) => groundOf(trigger, findings));
  const surveys = [...new Set(grounds.flatMap((ground) => ground.surveys))];
  const questions = cone(
    grounds.flatMap((ground) => ground.questions),
    known,
    compiled,
  );
  const cases: OwedCase[] = [];
  let plain = true;
  const exact =
    grounds.every((ground) => ground.exact) &&
    overCompletions(questions, { known, compiled, most }, (values) => {
      const situations = situationsAt(values, { surveys, decided: dilemma.decided }, inquiry);
      const ways = situations.map((situation) => ({
        way: situation.way,
        owed: fires(step, situation, findings),
      }));
      cases.push({ word: wordOf(questions, values, compiled), ways });
      plain &&= situations.every((situation) => firesPlainly(step, situation, findings));
    });
  if (exact) return owedFrom(questions, cases, inquiry).map((owed) => ({ owed, plain }));
  return guessed(step, questions, findings);
}

/** Where there were too many completions: owed when a condition already holds, otherwise possible. */
function guessed(step: Step, questions: readonly QuestionId[], { inquiry }: Findings): Triggered[] {
  const { compiled, known } = inquiry;
  const sure = step.triggers.some(
    (trigger) =>
      trigger.kind === 'when' && truth(compiled.resolve(trigger.when), { values: known.values }) === true,
  );
  if (sure) return [{ owed: { owed: 'yes', if: null, dependsOn: [] }, plain: true }];
  return [{ owed: { owed: 'possible', if: null, dependsOn: questions }, plain: false }];
}

function groundOf(trigger: Trigger, findings: Findings): Ground {
  const { compiled, known } = findings.inquiry;
  switch (trigger.kind) {
    case 'when': {
      const open = new Set<QuestionId>();
      addOpen(compiled.resolve(trigger.when), { values: known.values }, open);
      return { surveys: [], questions: [...open], exact: true };
    }
    case 'on': {
      const component = compiled.componentOf.get(trigger.action);
      return component ? groundOn(component, trigger, findings) : { surveys: [], questions: [], exact: true };
    }
    case 'dilemma':
      return groundAmong(findings, ({ contests }) => contests.map(({ actions }) => actions.join(' ')));
    case 'parting':
      return groundAmong(findings, ({ partings }) =>
        partings.filter(({ settledBy }) => settledBy === null).map(({ action }) => action),
      );
  }
}

function groundOn(
  component: Component,
  trigger: Trigger & { kind: 'on' },
  { first, second }: Findings,
): Ground {
  const survey = first.get(component);
  if (survey) {
    const verdicts = new Set(survey.outcomes.map((outcome) => outcome.outcomes.get(trigger.action)?.verdict));
    const questions = survey.exact && verdicts.size === 1 ? [] : survey.questions;
    return { surveys: [survey], questions, exact: survey.exact };
  }
  const later = second.get(component);
  return {
    surveys: surveysBehind(component, first),
    questions: later?.questions ?? [],
    exact: later?.exact ?? true,
  };
}

/** All surveys in which something of a kind can be found; those in which it varies bring their questions. */
function groundAmong(findings: Findings, sign: (outcome: ComponentOutcome) => readonly string[]): Ground {
  const { first, second } = findings;
  const surveys = [...first.values()].filter(({ outcomes }) =>
    outcomes.some((outcome) => sign(outcome).length > 0),
  );
  const later = [...second.values()].filter((survey) =>
    outcomesIn(survey).some((outcome) => sign(outcome).length > 0),
  );
  const varying = surveys.filter(
    ({ outcomes }) => new Set(outcomes.map((one) => sign(one).join('\n'))).size > 1,
  );
  return {
    surveys: [...surveys, ...later.flatMap(({ component }) => surveysBehind(component, first))],
    questions: [...varying, ...later].flatMap(({ questions }) => questions),
    // A survey that is inexact hides what is in it; what the others show is told all the same.
    exact: true,
  };
}

function outcomesIn({ cases }: SecondSurvey): ComponentOutcome[] {
  return [...new Set(cases.flatMap(({ ways }) => ways.map(({ outcome }) => outcome)))];
}

function fires(step: Step, situation: Situation, findings: Findings): boolean {
  return step.triggers.some((trigger) => {
    switch (trigger.kind) {
      case 'when':
        return truth(findings.inquiry.compiled.resolve(trigger.when), situation.view) === true;
      case 'on':
        return trigger.verdicts.includes(situation.verdict(trigger.action));
      case 'dilemma':
        return contestsIn(situation, findings).some((actions) => isNamed(trigger.dilemma, actions, findings));
      case 'parting':
        return situation.partings.some(({ settledBy }) => settledBy === null);
    }
  });
}

function contestsIn(situation: Situation, { second, inquiry }: Findings): (readonly string[])[] {
  const later = [...second.values()]
    .filter((survey) => outcomesIn(survey).some(({ contests }) => contests.length > 0))
    .flatMap(({ component }) => inquiry.compiled.evaluate(component, situation.view).contests);
  return [...situation.contests, ...later].map(({ actions }) => actions);
}

function isNamed(
  dilemma: (Trigger & { kind: 'dilemma' })['dilemma'],
  actions: readonly string[],
  { inquiry }: Findings,
): boolean {
  if (dilemma === 'any') return true;
  const declared = inquiry.compiled.pack.dilemmas.get(dilemma);
  return declared !== undefined && [...declared.actions].sort().join(' ') === [...actions].join(' ');
}

/** Fires by a condition, or by a verdict that no way out was needed for. */
function firesPlainly(step: Step, situation: Situation, { inquiry }: Findings): boolean {
  return step.triggers.some((trigger) => {
    if (trigger.kind === 'when')
      return truth(inquiry.compiled.resolve(trigger.when), situation.view) === true;
    if (trigger.kind !== 'on') return false;
    const later = inquiry.compiled.componentOf.get(trigger.action)?.round === 2;
    return !(later && situation.way) && trigger.verdicts.includes(situation.plain(trigger.action));
  });
}
