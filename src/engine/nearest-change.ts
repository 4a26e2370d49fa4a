import { type ActionAssessment, type NearestChange, type QuestionId, topicOf } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { FactId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { Variable } from './compiled.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { questionsOf, truth } from './condition.ts';
import type { Node } from './diagram.ts';
import type { Findings } from './findings.ts';
import type { Known } from './knowing.ts';
import { completed, given } from './known.ts';
import type { ComponentOutcome } from './outcome.ts';
import { MOST_STEPS, spaceOf } from './space.ts';
import { keyOf, settledOn } from './survey.ts';

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
  const behind = behindEach(told, findings);
  const asked = { ...findings, wordsOf: wordsIn(findings), knownWith: changing(findings) };
  const changes = [...findings.space.compiled.variables.values()].flatMap((variable) => {
    const touched = told.filter((action) => behind.get(action)?.has(variable.id));
    if (touched.length === 0 || isRuledOut(variable, findings)) return [];
    return variable.answers.flatMap((answer) => changesBy({ question: variable.id, answer }, touched, asked));
  });
  return told.flatMap(({ id }) =>
    changes
      .filter(({ action }) => action === id)
      .sort((first, second) => KINDS.indexOf(first.kind) - KINDS.indexOf(second.kind))
      .slice(0, MOST_PER_ACTION),
  );
}

/** Whether a question cannot arise by what is known of the others, so that no answer to it counts. */
function isRuledOut({ asked }: Variable, { space }: Findings): boolean {
  return asked !== undefined && truth(asked, { values: space.known.values }) === false;
}

/**
 * The questions that a rule on each action or on one that it excludes rests on, with those that decide whether they
 * arise and those that constraints or given answers tie to them.
 */
function behindEach(
  actions: readonly ActionAssessment[],
  { space, dilemma }: Findings,
): Map<ActionAssessment, ReadonlySet<QuestionId>> {
  const { componentOf, variables, constraints } = space.compiled;
  const answered = [...dilemma.facts.keys()].flatMap((fact) => variables.get(fact)?.asked ?? []);
  const ties = [...constraints.map(({ never }) => never), ...answered].map((test) => questionsOf(test));
  const next = new Map<QuestionId, readonly QuestionId[]>();
  const nextTo = (question: QuestionId) => {
    const asked = variables.get(question)?.asked;
    return [...(asked ? questionsOf(asked) : []), ...ties.filter((tie) => tie.includes(question)).flat()];
  };
  return new Map(
    actions.map((action) => {
      const reached = new Set(componentOf.get(action.id)?.rules.flatMap(({ questions }) => questions));
      for (const question of reached) {
        const found = next.get(question) ?? nextTo(question);
        next.set(question, found);
        for (const other of found) reached.add(other);
      }
      return [action, reached];
    }),
  );
}

/** What is worked out once for all changes, when it is first asked for. */
interface Asked {
  readonly wordsOf: WordsOf;
  readonly knownWith: KnownWith;
}

type Answered = { readonly question: QuestionId; readonly answer: string };

/** The words for the verdict on an action as a function of all that is open; undefined where that is too large. */
type WordsOf = (action: ActionAssessment) => Node | undefined;

function wordsIn({ space, first }: Findings): WordsOf {
  const known = new Map<ActionAssessment, Node | undefined>();
  return (action) => {
    if (known.has(action)) return known.get(action);
    const component = space.compiled.componentOf.get(action.id);
    const outcome = component && first.get(component)?.outcome;
    const words =
      outcome === undefined
        ? undefined
        : space.map(outcome, (one: ComponentOutcome) => keyOf(one.outcomes.get(action.id)));
    known.set(action, words);
    return words;
  };
}

/** What one answer, given instead of what is known, makes of some actions. */
function changesBy(
  { question, answer }: Answered,
  actions: readonly ActionAssessment[],
  findings: Findings & Asked,
): NearestChange[] {
  const { compiled, known } = findings.space;
  if (known.values.get(question) === answer) return [];
  const hangs = known.required.some((test) => questionsOf(test).includes(question));
  const isOpen = !known.values.has(question) && !hangs;
  const settled = isOpen
    ? settledUnder({ question, answer }, findings)
    : settledAnew({ question, answer }, findings);
  return actions.flatMap((action): NearestChange[] => {
    const to = settled(action);
    if (!to || to === action.verdict) return [];
    return [
      { action: action.id, to, kind: kindOf(question, known.values, compiled), set: { [question]: answer } },
    ];
  });
}

type Settled = (action: ActionAssessment) => Verdict | undefined;
const NOWHERE: Settled = () => undefined;

/** An open question on which no given answer hangs is answered in the diagrams that are there. */
function settledUnder({ question, answer }: Answered, { space, wordsOf }: Findings & Asked): Settled {
  const { diagrams, impossible, yes } = space;
  const asked = space.compiled.variables.get(question)?.asked;
  const arising = asked ? space.test(asked) : yes;
  // What constrains the question, and what it takes to arise, need not bear on the action.
  const allowed = diagrams.within(() =>
    space.under(
      diagrams.apply([arising, space.allowed(space.closed([question]))], (parts) =>
        parts.every((part) => part === yes) ? yes : impossible,
      ),
      question,
      answer,
    ),
  );
  if (allowed === undefined || allowed === impossible) return NOWHERE;
  return (action) => {
    // What is settled stays so, whatever is answered.
    const words = action.verdict === 'depends' ? wordsOf(action) : undefined;
    if (words === undefined) return undefined;
    const under = space.under(words, question, answer);
    const left =
      allowed === yes
        ? under
        : diagrams.within(() =>
            diagrams.apply([allowed, under], ([ok, word = impossible]) => (ok === yes ? word : impossible)),
          );
    const [only, ...others] = left === undefined ? [] : space.valuesIn(left);
    return others.length === 0 && only !== undefined
      ? ((only as string).split(' ')[0] as Verdict)
      : undefined;
  };
}

/** Otherwise what is known is worked out anew, as answers may be parked or come back. */
function settledAnew({ question, answer }: Answered, { space, knownWith }: Findings & Asked): Settled {
  const { compiled } = space;
  const changed = knownWith(question, answer);
  if (!changed || changed.values.get(question) !== answer) return NOWHERE;
  const other = spaceOf(compiled, changed, MOST_STEPS);
  return ({ id }) => {
    const component = compiled.componentOf.get(id);
    return component && settledOn(id, component, other)?.verdict;
  };
}

/** What is known of a dilemma of which one question is answered otherwise; undefined where nothing fits that. */
type KnownWith = (question: QuestionId, answer: string) => Known | undefined;

function changing({ space: { compiled }, dilemma }: Findings): KnownWith {
  const { variables } = compiled;
  const before = given(dilemma, compiled);
  const deciding = new Set([...variables.values()].flatMap(({ asked }) => (asked ? questionsOf(asked) : [])));
  return (question, answer) => {
    // Where no other question arises by this one, all else that was given stays as it is.
    const asked = variables.get(question)?.asked;
    const arises = asked ? truth(asked, before) : true;
    if (deciding.has(question))
      return completed(given(withAnswer(dilemma, question, answer), compiled), compiled);
    if (arises === false) return undefined;
    const { required } = before;
    const isNew = asked !== undefined && arises === undefined && !required.includes(asked);
    return completed(
      {
        values: new Map([...before.values, [question, answer]]),
        required: isNew ? [...required, asked] : required,
      },
      compiled,
    );
  };
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
  const topic = topicOf(question);
  if (topic === undefined) {
    return {
      ...dilemma,
      facts: new Map([...dilemma.facts, [question as FactId, { kind: 'answer', answer: answer as never }]]),
    };
  }
  const topics = new Set([...(dilemma.topics ?? [])].filter((one) => one !== topic || answer === 'yes'));
  return {
    ...dilemma,
    ...(dilemma.topics ? { topics } : {}),
    screened: new Map([...dilemma.screened, [topic, answer === 'yes']]),
  };
}
