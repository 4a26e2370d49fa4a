import type { ActionAssessment, NearestChange, Outcome, QuestionId } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { FactId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { questionsOf } from './condition.ts';
import type { Findings } from './findings.ts';
import { knowledgeOf } from './known.ts';
import type { ComponentOutcome } from './outcome.ts';
import { MOST_STEPS, spaceOf } from './space.ts';
import { distinct, surveyOf } from './survey.ts';

const KINDS: readonly NearestChange['kind'][] = ['bring-about', 'find-out', 'given'];
const MOST_PER_ACTION = 6;
/** What is worth moving: duties, what is contested, and what is still open. Advice can be left without a change. */
const MOVED: readonly ActionAssessment['verdict'][] = ['must', 'must-not', 'contested', 'depends'];

/**
 * Single answers that turn a verdict into another settled one, for every action of the first round that is a duty,
 * contested or open, or that the worker has in mind. What can be brought about comes first, then what can be found
 * out, then what is given. Each is evaluated as a dilemma of its own before it is listed.
 */
export function nearestChanges(actions: readonly ActionAssessment[], findings: Findings): NearestChange[] {
  const told = actions.filter(
    ({ round, verdict, considering }) => round === 1 && (MOVED.includes(verdict) || considering),
  );
  const behind = new Map(told.map((action) => [action, new Set(questionsBehind(action, findings))]));
  const changes = [...findings.space.compiled.variables.values()].flatMap((variable) => {
    const touched = told.filter((action) => behind.get(action)?.has(variable.id));
    return touched.length > 0
      ? variable.answers.flatMap((answer) => changesBy({ question: variable.id, answer }, touched, findings))
      : [];
  });
  return told.flatMap(({ id }) =>
    changes
      .filter(({ action }) => action === id)
      .sort((first, second) => KINDS.indexOf(first.kind) - KINDS.indexOf(second.kind))
      .slice(0, MOST_PER_ACTION),
  );
}

/**
 * The questions that a rule on the action or on one that it excludes rests on, with those that decide whether they
 * arise and those that constraints or given answers tie to them.
 */
function questionsBehind(action: ActionAssessment, { space, dilemma }: Findings): QuestionId[] {
  const { componentOf, variables, constraints } = space.compiled;
  const queue = componentOf.get(action.id)?.rules.flatMap(({ questions }) => questions()) ?? [];
  const answered = [...dilemma.facts.keys()].flatMap((fact) => variables.get(fact)?.asked ?? []);
  const ties = [...constraints.map(({ never }) => never), ...answered].map((test) => questionsOf(test));
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

/** What one answer, given instead of what is known, makes of some actions. */
function changesBy(
  { question, answer }: Answered,
  actions: readonly ActionAssessment[],
  findings: Findings,
): NearestChange[] {
  const { compiled, known } = findings.space;
  if (known.values.get(question) === answer) return [];
  const outcomesOf = outcomesUnder({ question, answer }, findings);
  return actions.flatMap((action): NearestChange[] => {
    const to = settledVerdict(outcomesOf(action));
    if (!to || to === action.verdict) return [];
    return [
      { action: action.id, to, kind: kindOf(question, known.values, compiled), set: { [question]: answer } },
    ];
  });
}

type Answered = { readonly question: QuestionId; readonly answer: string };

/**
 * What can come of an action under an answer. An open question on which no given answer hangs is answered in the
 * diagram that is there; otherwise what is known is worked out anew, as answers may be parked or come back.
 */
function outcomesUnder(
  { question, answer }: Answered,
  { space, dilemma, first }: Findings,
): (action: ActionAssessment) => Outcome[] {
  const { compiled, known } = space;
  const read = (action: ActionAssessment, outcomes: readonly ComponentOutcome[]) =>
    outcomes.flatMap((outcome) => outcome.outcomes.get(action.id) ?? []);
  const hangs = known.required.some((test) => questionsOf(test).includes(question));
  if (!known.values.has(question) && !hangs) {
    const asked = compiled.variables.get(question)?.asked;
    const arises = asked ? space.test(asked) : space.yes;
    return (action) => {
      const component = compiled.componentOf.get(action.id);
      const node = component && first.get(component)?.outcome;
      if (node === undefined) return [];
      const under = space.diagrams.apply([arises, space.under(node, question, answer)], ([does, value]) =>
        does === space.yes ? (value ?? space.impossible) : space.impossible,
      );
      return read(action, space.valuesIn(space.possible(under)) as ComponentOutcome[]);
    };
  }
  const changed = knowledgeOf(withAnswer(dilemma, question, answer), compiled);
  if (changed.impossible || changed.values.get(question) !== answer) return () => [];
  const other = spaceOf(compiled, changed, MOST_STEPS);
  return (action) => {
    const component = compiled.componentOf.get(action.id);
    return component ? read(action, surveyOf(component, other).outcomes) : [];
  };
}

function settledVerdict(outcomes: readonly Outcome[]): Verdict | undefined {
  const [only, ...others] = distinct(outcomes);
  return others.length === 0 ? only?.verdict : undefined;
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
