import type { QuestionId } from '../model/assessment.ts';
import type { Step, Trigger } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { cone, overCompletions } from './completions.ts';
import { addOpen, truth } from './condition.ts';
import type { Findings } from './findings.ts';
import { wordOf } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';
import { type Owed, type OwedCase, owedFrom } from './owed.ts';
import { componentsBehind, type Situation, situationsAt } from './situation.ts';

/** How a step is owed, and whether it would be without any reasoning from a dilemma. */
export interface Triggered {
  readonly owed: Owed;
  readonly plain: boolean;
}

/** What one trigger hangs on: components of the first round, and open questions. */
interface Ground {
  readonly components: readonly Component[];
  readonly questions: readonly QuestionId[];
  readonly exact: boolean;
}

/** Tells how a step is brought about: no entry when nothing can bring it about. */
export function triggered(step: Step, findings: Findings): Triggered[] {
  const { inquiry, dilemma } = findings;
  const { compiled, known, most } = inquiry;
  const grounds = step.triggers.map((trigger) => groundOf(trigger, findings));
  const components = [...new Set(grounds.flatMap((ground) => ground.components))];
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
      const situations = situationsAt(values, { components, decided: dilemma.decided }, inquiry);
      const ways = situations.map((situation) => ({
        way: situation.way,
        owed: fires(step, situation, findings),
      }));
      cases.push({ word: wordOf(questions, values, compiled), ways });
      plain &&= situations.every((situation) => firesPlainly(step, situation, findings));
    });
  if (exact) return owedFrom(questions, cases, compiled).map((owed) => ({ owed, plain }));
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
      return { components: [], questions: [...open], exact: true };
    }
    case 'on': {
      const component = compiled.componentOf.get(trigger.action);
      return component
        ? groundOn(component, trigger, findings)
        : { components: [], questions: [], exact: true };
    }
    case 'dilemma':
      return groundAmong(findings, (outcome) =>
        outcome.contests.map(({ actions }) => actions.join(' ')).join('\n'),
      );
    case 'parting':
      return groundAmong(findings, (outcome) =>
        JSON.stringify(outcome.partings.map(({ action, settledBy }) => [action, settledBy])),
      );
  }
}

function groundOn(
  component: Component,
  trigger: Trigger & { kind: 'on' },
  { first, second, inquiry }: Findings,
): Ground {
  const survey = first.get(component);
  if (survey) {
    const verdicts = new Set(survey.outcomes.map((outcome) => outcome.outcomes.get(trigger.action)?.verdict));
    const questions = survey.exact && verdicts.size === 1 ? [] : survey.questions;
    return { components: [component], questions, exact: survey.exact };
  }
  const later = second.get(component);
  return {
    components: componentsBehind(component, inquiry),
    questions: later?.questions ?? [],
    exact: later?.exact ?? true,
  };
}

/** All components in which something of a kind can be found; those in which it varies bring their questions. */
function groundAmong(
  { first, second, inquiry }: Findings,
  sign: (outcome: ComponentOutcome) => string,
): Ground {
  const empty = (text: string) => text === '' || text === '[]';
  const surveys = [...first.values()].filter(({ outcomes }) =>
    outcomes.some((outcome) => !empty(sign(outcome))),
  );
  const later = [...second.values()].filter(({ cases }) =>
    cases.some(({ ways }) => ways.some(({ outcome }) => !empty(sign(outcome)))),
  );
  const varying = surveys.filter(({ outcomes }) => new Set(outcomes.map(sign)).size > 1);
  return {
    components: [
      ...surveys.map(({ component }) => component),
      ...later.flatMap(({ component }) => componentsBehind(component, inquiry)),
    ],
    questions: [...varying, ...later].flatMap(({ questions }) => questions),
    // A survey that is inexact hides contests; the step is then at least possible where others show it.
    exact: true,
  };
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
  const later = [...second.keys()].flatMap(
    (component) => inquiry.compiled.evaluate(component, situation.view).contests,
  );
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
    const component = inquiry.compiled.componentOf.get(trigger.action);
    if (!component || (component.round === 2 && situation.way)) return false;
    const verdict = inquiry.compiled
      .evaluate(component, situation.view)
      .outcomes.get(trigger.action)?.verdict;
    return verdict !== undefined && trigger.verdicts.includes(verdict);
  });
}
