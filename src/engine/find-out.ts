import type { ActionAssessment, FindOut, QuestionId } from '../model/assessment.ts';
import { type FactId, STAGES } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPack } from './compiled-pack.ts';
import type { Node } from './diagram.ts';
import type { Findings } from './findings.ts';
import { compareStrings } from './order.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { SecondCase } from './second-round.ts';
import type { Space } from './space.ts';

/** For each open question that a verdict depends on: what each answer would leave of those verdicts. */
export function findOutOf(actions: readonly ActionAssessment[], findings: Findings): FindOut[] {
  const { compiled } = findings.space;
  const words = new Map(
    actions
      .filter(({ dependsOn }) => dependsOn.length > 0)
      .map((action) => [action, wordsOf(action, findings)]),
  );
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
          hanging.flatMap((action) => {
            const word = wordUnder(words.get(action), { question, answer }, findings.space);
            return word === undefined ? [] : [[action.id, word]];
          }),
        ),
      })),
    }));
}

/** Place of a question in the order of the stages; a screening question comes before all. */
export function stageOf(question: QuestionId, { pack }: CompiledPack): number {
  const stage = pack.facts.get(question as FactId)?.stage;
  return stage === undefined ? -1 : STAGES.indexOf(stage);
}

/** The words of an action's verdict, one for each way out, as a function: far smaller than what it is read from. */
function wordsOf(action: ActionAssessment, { first, second, space }: Findings): Node | undefined {
  const component = space.compiled.componentOf.get(action.id);
  const survey = component && first.get(component);
  const node = survey?.outcome ?? (component && second.get(component)?.result);
  if (node === undefined) return undefined;
  return space.map(node, (value: ComponentOutcome | SecondCase) => {
    const outcomes = 'ways' in value ? value.ways.map(({ outcome }) => outcome) : [value];
    const words = outcomes.flatMap((outcome) => outcome.outcomes.get(action.id)?.verdict ?? []);
    return [...new Set(words)].sort().join(' ');
  });
}

function wordUnder(
  words: Node | undefined,
  { question, answer }: { question: QuestionId; answer: string },
  space: Space,
): Verdict | 'depends' | undefined {
  if (words === undefined) return 'depends';
  const left = space.valuesIn(space.under(words, question, answer)) as string[];
  const [only, ...others] = new Set(left.flatMap((text) => (text === '' ? [] : text.split(' '))));
  // An answer that the constraints refuse leaves nothing to tell.
  return others.length === 0 ? (only as Verdict | undefined) : 'depends';
}
