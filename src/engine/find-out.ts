import type { ActionAssessment, FindOut, QuestionId } from '../model/assessment.ts';
import { type FactId, STAGES } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPack } from './compile.ts';
import type { Findings } from './findings.ts';
import { letterOf } from './influence.ts';
import { compareStrings } from './order.ts';

/** For each open question that a verdict depends on: what each answer would leave of those verdicts. */
export function findOutOf(actions: readonly ActionAssessment[], findings: Findings): FindOut[] {
  const { compiled } = findings.inquiry;
  const depending = new Map<QuestionId, ActionAssessment[]>();
  for (const action of actions) {
    for (const question of action.dependsOn)
      depending.set(question, [...(depending.get(question) ?? []), action]);
  }
  return [...depending]
    .sort(
      ([first], [second]) =>
        stageOf(first, compiled) - stageOf(second, compiled) || compareStrings(first, second),
    )
    .map(([question, hanging]) => ({
      question,
      changes: (compiled.variables.get(question)?.answers ?? []).map((answer) => ({
        answer: answer as FindOut['changes'][number]['answer'],
        verdicts: Object.fromEntries<Verdict | 'depends'>(
          hanging.flatMap((action) => wordUnder(action, { question, answer }, findings)),
        ),
      })),
    }));
}

/** Place of a question in the order of the stages; a screening question comes before all. */
export function stageOf(question: QuestionId, { pack }: CompiledPack): number {
  const stage = pack.facts.get(question as FactId)?.stage;
  return stage === undefined ? -1 : STAGES.indexOf(stage);
}

function wordUnder(
  action: ActionAssessment,
  { question, answer }: { question: QuestionId; answer: string },
  { first, second, inquiry }: Findings,
): [string, Verdict | 'depends'][] {
  const component = inquiry.compiled.componentOf.get(action.id);
  if (!component || !action.exact) return [[action.id, 'depends']];
  const letter = letterOf(question, answer, inquiry.compiled);
  const survey = first.get(component);
  const cases = survey
    ? survey.cases.map(({ word, outcome }) => ({ word, outcomes: [outcome] }))
    : (second.get(component)?.cases ?? []).map(({ word, ways }) => ({
        word,
        outcomes: ways.map(({ outcome }) => outcome),
      }));
  const index = (survey ?? second.get(component))?.questions.indexOf(question) ?? -1;
  const verdicts = new Set(
    cases
      .filter(({ word }) => word[index] === letter)
      .flatMap(({ outcomes }) =>
        outcomes.flatMap((outcome) => outcome.outcomes.get(action.id)?.verdict ?? []),
      ),
  );
  const [only] = verdicts;
  // An answer that the constraints refuse leaves nothing to tell.
  if (only === undefined) return [];
  return [[action.id, verdicts.size === 1 ? only : 'depends']];
}
