import type { ActionAssessment, FindOut, QuestionId } from '../model/assessment.ts';
import { type FactId, STAGES } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPack } from './compiled-pack.ts';
import type { Findings } from './findings.ts';
import { compareStrings } from './order.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { SecondCase } from './second-round.ts';

/** For each open question that a verdict depends on: what each answer would leave of those verdicts. */
export function findOutOf(actions: readonly ActionAssessment[], findings: Findings): FindOut[] {
  const { compiled } = findings.space;
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
  { first, second, space }: Findings,
): [string, Verdict | 'depends'][] {
  const component = space.compiled.componentOf.get(action.id);
  const survey = component && first.get(component);
  const later = component && second.get(component);
  const node = survey?.outcome ?? later?.result;
  if (node === undefined) return [[action.id, 'depends']];
  const left = space.valuesIn(space.under(node, question, answer));
  const outcomes = survey
    ? (left as ComponentOutcome[])
    : (left as SecondCase[]).flatMap(({ ways }) => ways.map(({ outcome }) => outcome));
  const [only, ...others] = new Set(
    outcomes.flatMap((outcome) => outcome.outcomes.get(action.id)?.verdict ?? []),
  );
  // An answer that the constraints refuse leaves nothing to tell.
  if (only === undefined) return [];
  return [[action.id, others.length === 0 ? only : 'depends']];
}
