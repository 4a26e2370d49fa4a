import type { ActionAssessment, NearestChange, QuestionId } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { FactId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPack } from './compile.ts';
import { questionsOf } from './condition.ts';
import type { Findings } from './findings.ts';
import { knowledgeOf } from './known.ts';
import { surveyOf } from './survey.ts';

const KINDS: readonly NearestChange['kind'][] = ['bring-about', 'find-out', 'given'];
const MOST_PER_ACTION = 6;

/**
 * Single answers that turn a verdict into another settled one, for every action of the first round that is not
 * silent or that the worker has in mind. What can be brought about comes first, then what can be found out, then
 * what is given. Each is evaluated as a dilemma of its own before it is listed.
 */
export function nearestChanges(actions: readonly ActionAssessment[], findings: Findings): NearestChange[] {
  const told = actions.filter(
    ({ round, verdict, considering }) => round === 1 && (verdict !== 'silent' || considering),
  );
  return told.flatMap((action) => {
    const changes = questionsBehind(action, findings).flatMap((question) =>
      changesBy(question, action, findings),
    );
    return changes
      .sort((first, second) => KINDS.indexOf(first.kind) - KINDS.indexOf(second.kind))
      .slice(0, MOST_PER_ACTION);
  });
}

/** The questions that a rule on the action or on one that it excludes rests on, and those that decide whether they arise. */
function questionsBehind(action: ActionAssessment, { inquiry }: Findings): QuestionId[] {
  const { componentOf, variables, constraints } = inquiry.compiled;
  const queue = componentOf.get(action.id)?.rules.flatMap(({ questions }) => questions) ?? [];
  const ties = constraints.map(({ never }) => questionsOf(never));
  const reached = new Set<QuestionId>();
  for (const question of queue) {
    if (reached.has(question)) continue;
    reached.add(question);
    const asked = variables.get(question)?.asked;
    if (asked) queue.push(...questionsOf(asked));
    queue.push(...ties.filter((tie) => tie.includes(question)).flat());
  }
  return [...variables.keys()].filter((question) => reached.has(question));
}

function changesBy(
  question: QuestionId,
  action: ActionAssessment,
  { inquiry, dilemma }: Findings,
): NearestChange[] {
  const { compiled, known } = inquiry;
  const component = compiled.componentOf.get(action.id);
  const variable = compiled.variables.get(question);
  if (!component || !variable) return [];
  return variable.answers.flatMap((answer): NearestChange[] => {
    if (known.values.get(question) === answer) return [];
    const changed = knowledgeOf(withAnswer(dilemma, question, answer), compiled);
    if (changed.impossible || changed.values.get(question) !== answer) return [];
    const survey = surveyOf(component, { ...inquiry, known: changed });
    const to = settledVerdict(survey.outcomes.map((outcome) => outcome.outcomes.get(action.id)?.verdict));
    if (!to || !survey.exact || to === action.verdict) return [];
    return [
      { action: action.id, to, kind: kindOf(question, known.values, compiled), set: { [question]: answer } },
    ];
  });
}

function settledVerdict(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  return verdicts.every((verdict) => verdict === verdicts[0]) ? verdicts[0] : undefined;
}

function kindOf(
  question: QuestionId,
  values: ReadonlyMap<QuestionId, string>,
  { pack }: CompiledPack,
): NearestChange['kind'] {
  if (pack.facts.get(question as FactId)?.changeableBy) return 'bring-about';
  return values.has(question) ? 'given' : 'find-out';
}

/** The dilemma with one question answered otherwise; a topic is answered by screening. */
export function withAnswer(dilemma: Dilemma, question: QuestionId, answer: string): Dilemma {
  if (!question.startsWith('topic:')) {
    return {
      ...dilemma,
      facts: new Map([...dilemma.facts, [question as FactId, { kind: 'answer', answer: answer as never }]]),
    };
  }
  const topic = question.slice('topic:'.length) as never;
  const topics = new Set([...(dilemma.topics ?? [])].filter((one) => one !== topic || answer === 'yes'));
  return {
    ...dilemma,
    ...(dilemma.topics ? { topics } : {}),
    screened: new Map([...dilemma.screened, [topic, answer === 'yes']]),
  };
}
