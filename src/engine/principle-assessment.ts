import type { PrincipleAssessment, QuestionId } from '../model/assessment.ts';
import { PRINCIPLES, type PrincipleId } from '../model/ids.ts';
import type { Component } from './compiled.ts';
import { truth } from './condition.ts';
import { influences } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { SecondSurvey } from './second-round.ts';
import type { Inquiry, Survey } from './survey.ts';

/** One component over all completions, as far as the principles go. */
interface Part {
  readonly component: Component;
  readonly questions: readonly QuestionId[];
  readonly exact: boolean;
  /** For each completion the outcomes in it: one in the first round, one for each way out in the second. */
  readonly cases: readonly { readonly word: string; readonly outcomes: readonly ComponentOutcome[] }[];
}

/** How far something holds: in every completion, in some, in none. */
type Extent = 'always' | 'sometimes' | 'never';

/** Step 7: the status of each of the five principles, over both rounds and all completions. */
export function principleAssessments(
  first: readonly Survey[],
  second: readonly SecondSurvey[],
  inquiry: Inquiry,
): PrincipleAssessment[] {
  const parts: Part[] = [
    ...first.map((survey) => ({
      ...survey,
      cases: survey.cases.map(({ word, outcome }) => ({ word, outcomes: [outcome] })),
    })),
    ...second.map((survey) => ({
      ...survey,
      cases: survey.cases.map(({ word, ways }) => ({ word, outcomes: ways.map(({ outcome }) => outcome) })),
    })),
  ];
  return PRINCIPLES.map((id) => principleAssessment(id, parts, inquiry));
}

function principleAssessment(id: PrincipleId, parts: readonly Part[], inquiry: Inquiry): PrincipleAssessment {
  const own = parts.filter(({ component }) => component.rules.some(({ rule }) => rule.principle === id));
  const conflict = joint(own, ({ engagement }) => engagement.inConflict.has(id));
  const yields = joint(own, ({ engagement }) => engagement.yields.some(({ principle }) => principle === id));
  const applies = appliesTo(own, id, inquiry);
  const status = statusOf(conflict, yields, applies);
  return {
    id,
    status,
    to: status === 'yields' ? yieldingTo(own, id) : [],
    dependsOn: status === 'unclear' ? hangsOn(own, id, inquiry) : [],
  };
}

function statusOf(conflict: Extent, yields: Extent, applies: Extent): PrincipleAssessment['status'] {
  if (conflict === 'always') return 'in-conflict';
  if (yields === 'always') return 'yields';
  if (conflict === 'sometimes' || yields === 'sometimes' || applies === 'sometimes') return 'unclear';
  return applies === 'always' ? 'served' : 'not-engaged';
}

/** Always, where one component alone has it always; components are not looked at together. */
function joint(parts: readonly Part[], has: (outcome: ComponentOutcome) => boolean): Extent {
  const extents = parts.map(({ cases, exact }): Extent => {
    if (!exact) return 'sometimes';
    if (cases.every(({ outcomes }) => outcomes.every(has))) return 'always';
    return cases.some(({ outcomes }) => outcomes.some(has)) ? 'sometimes' : 'never';
  });
  if (extents.includes('always')) return 'always';
  return extents.includes('sometimes') ? 'sometimes' : 'never';
}

/** A rule whose condition is decided by what is known applies in every completion, also where there were too many. */
function appliesTo(parts: readonly Part[], id: PrincipleId, { known }: Inquiry): Extent {
  const view = { values: known.values };
  const sure = parts.some(({ component }) =>
    component.rules.some(
      ({ rule, when, unless }) =>
        rule.principle === id && truth(when, view) === true && truth(unless, view) === false,
    ),
  );
  return sure ? 'always' : joint(parts, ({ engagement }) => engagement.applies.has(id));
}

function yieldingTo(parts: readonly Part[], id: PrincipleId): PrincipleAssessment['to'] {
  const always = parts.flatMap(({ cases }) =>
    cases.slice(0, 1).flatMap(({ outcomes }) => outcomes.slice(0, 1)),
  );
  const found = always.flatMap(({ engagement }) =>
    engagement.yields
      .filter(({ principle }) => principle === id)
      .map(({ to, action, through }) => ({ principle: to, action, through })),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()].sort((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  );
}

function hangsOn(parts: readonly Part[], id: PrincipleId, { compiled }: Inquiry): QuestionId[] {
  const found = parts.flatMap(({ questions, cases, exact }) => {
    if (!exact) return questions;
    const rows = cases.map(({ word, outcomes }) => ({
      word,
      result: JSON.stringify(
        outcomes.map(({ engagement }) => [
          engagement.inConflict.has(id),
          engagement.yields.some(({ principle }) => principle === id),
          engagement.applies.has(id),
        ]),
      ),
    }));
    return influences(questions, rows, compiled);
  });
  return [...new Set(found)].sort();
}
