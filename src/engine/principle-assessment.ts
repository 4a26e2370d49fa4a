import type { PrincipleAssessment, QuestionId } from '../model/assessment.ts';
import { PRINCIPLES, type PrincipleId } from '../model/ids.ts';
import type { Component } from './compiled.ts';
import { cone, overCompletions } from './completions.ts';
import { influences, type Row, wordOf } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { SecondSurvey } from './second-round.ts';
import { type Inquiry, openQuestionsOf, type Survey } from './survey.ts';

type Status = PrincipleAssessment['status'];

/** One component over all completions, as far as the principles go. */
interface Part {
  readonly component: Component;
  readonly questions: readonly QuestionId[];
  readonly exact: boolean;
  /** The outcomes of each completion: one in the first round, one for each way out in the second. */
  readonly byWord: ReadonlyMap<string, readonly ComponentOutcome[]>;
}

/** Step 7: the status of each of the five principles, over both rounds and all completions. */
export function principleAssessments(
  first: readonly Survey[],
  second: readonly SecondSurvey[],
  inquiry: Inquiry,
): PrincipleAssessment[] {
  const parts: Part[] = [
    ...first.map((survey) => ({
      ...survey,
      byWord: new Map(survey.cases.map(({ word, outcome }) => [word, [outcome]])),
    })),
    ...second.map((survey) => ({
      ...survey,
      byWord: new Map(survey.cases.map(({ word, ways }) => [word, ways.map(({ outcome }) => outcome)])),
    })),
  ];
  return PRINCIPLES.map((id) => {
    const own = parts.filter(({ component }) => component.rules.some(({ rule }) => rule.principle === id));
    return principleAssessment(id, own, inquiry);
  });
}

function principleAssessment(id: PrincipleId, parts: readonly Part[], inquiry: Inquiry): PrincipleAssessment {
  const varying = parts.filter((part) => signs(part, id).size !== 1);
  const settled = parts
    .filter((part) => !varying.includes(part))
    .flatMap((part) => [...part.byWord.values()].slice(0, 1));
  const told = statusOf(settled.flat(), id);
  // What the settled parts say cannot be undone by the others, where it is the first that can hold.
  if (varying.length === 0 || told === 'in-conflict')
    return { id, status: told, to: yieldingTo(settled.flat(), id), dependsOn: [] };
  const { questions, rows } = jointly(id, { varying, settled }, inquiry);
  const [only] = new Set(rows?.map(({ result }) => result));
  const alike = only !== undefined && rows?.every(({ result }) => result === only);
  const status = alike ? (only as Status) : 'unclear';
  return {
    id,
    status,
    to: status === 'yields' ? yieldingTo(settled.flat(), id) : [],
    dependsOn: status !== 'unclear' ? [] : rows ? influences(questions, rows, inquiry) : questions,
  };
}

/** What a principle is in each completion of the parts that vary; no rows where there are too many. */
function jointly(
  id: PrincipleId,
  { varying, settled }: { varying: readonly Part[]; settled: readonly (readonly ComponentOutcome[])[] },
  { compiled, known, most }: Inquiry,
): { questions: readonly QuestionId[]; rows?: readonly Row[] } {
  const view = { values: known.values };
  const questions = cone(
    varying.flatMap((part) => [...part.questions, ...openQuestionsOf(part.component, view)]),
    known,
    compiled,
  );
  const rows: Row[] = [];
  const whole =
    varying.every(({ exact }) => exact) &&
    overCompletions(questions, { known, compiled, most }, (values) => {
      const outcomes = varying.flatMap(
        (part) => part.byWord.get(wordOf(part.questions, values, compiled)) ?? [],
      );
      rows.push({
        word: wordOf(questions, values, compiled),
        result: statusOf([...settled.flat(), ...outcomes], id),
      });
    });
  return whole ? { questions, rows } : { questions };
}

/** First that holds among: in conflict, yields, served, not engaged. */
function statusOf(outcomes: readonly ComponentOutcome[], id: PrincipleId): Status {
  const engagements = outcomes.map(({ engagement }) => engagement);
  if (engagements.some(({ inConflict }) => inConflict.has(id))) return 'in-conflict';
  if (engagements.some(({ yields }) => yields.some(({ principle }) => principle === id))) return 'yields';
  return engagements.some(({ applies }) => applies.has(id)) ? 'served' : 'not-engaged';
}

/** The different statuses that a part gives a principle, by itself; none where there were too many completions. */
function signs({ byWord }: Part, id: PrincipleId): Set<string> {
  return new Set([...byWord.values()].map((outcomes) => statusOf(outcomes, id)));
}

function yieldingTo(outcomes: readonly ComponentOutcome[], id: PrincipleId): PrincipleAssessment['to'] {
  const found = outcomes.flatMap(({ engagement }) =>
    engagement.yields
      .filter(({ principle }) => principle === id)
      .map(({ to, action, through }) => ({ principle: to, action, through })),
  );
  const byText = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...byText].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, one]) => one);
}
