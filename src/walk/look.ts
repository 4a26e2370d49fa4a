import { type AssessOptions, assess } from '../engine/assess.ts';
import type { CompiledPack } from '../engine/compile.ts';
import { resolve, truth } from '../engine/condition.ts';
import { knowledgeOf } from '../engine/known.ts';
import { once } from '../engine/once.ts';
import { askableQuestions, relevantQuestions } from '../engine/questions.ts';
import { type Assessment, type QuestionId, topicOf, topicQuestion } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { FactId } from '../model/ids.ts';
import { dilemmaOf, type WalkState } from './fold/fold.ts';
import type { Look } from './fold/steps.ts';
import { screenOf } from './together.ts';

/** How an assessment is made between two questions. */
const BETWEEN_QUESTIONS: AssessOptions = { leftOut: 'not-asked', changes: false, most: 4000 };

/**
 * What follows from what is known, each part worked out when it is first asked for: the first pages need none of it.
 * Nothing that only the result shows is worked out here.
 */
export function lookAt(compiled: CompiledPack, state: WalkState): Look {
  const dilemma = once(() => known(compiled, dilemmaOf(state)));
  const assessment = once(() => assess(compiled, dilemma(), BETWEEN_QUESTIONS));
  const interview = once(() => ({
    compiled,
    dilemma: dilemma(),
    assessment: assessment(),
    asked: askedIn(state),
  }));
  const screenings = once(() => screeningsLeft(compiled, state));
  const askable = once(() => askableQuestions(interview()));
  const next = once(() => screenings()[0] ?? askable()[0]);
  return {
    assessment,
    next,
    together: once(() =>
      screenings().length > 0 ? screenings() : togetherWith(next(), askable(), compiled),
    ),
    atMost: once(() => relevantQuestions(interview()).length),
    undecided: once(() => assess(compiled, { ...dilemma(), decided: new Map() }, BETWEEN_QUESTIONS)),
    panelHolds: once(() => panelHolds(compiled, dilemma())),
  };
}

/** Safety topics that were left unmarked and not asked about yet: always asked, and first, whatever hangs on them. */
function screeningsLeft({ pack }: CompiledPack, { topics, screened }: WalkState): QuestionId[] {
  return [...pack.topics.values()]
    .filter(({ id, safety }) => safety && !topics?.includes(id) && !screened.has(id))
    .map(({ id }) => topicQuestion(id));
}

/** The question that is wanted with those of its screen that can be asked as well, in the author's order. */
function togetherWith(
  wanted: QuestionId | undefined,
  askable: readonly QuestionId[],
  { pack }: CompiledPack,
): readonly QuestionId[] {
  if (wanted === undefined) return [];
  const screen = screenOf(pack, wanted);
  return screen ? screen.facts.filter((fact) => askable.includes(fact)) : [wanted];
}

/** What hung on a question before it was answered: the same, with that answer taken away. */
export function withoutAnswer(compiled: CompiledPack, state: WalkState, question: QuestionId): Assessment {
  const dilemma = known(compiled, dilemmaOf(state));
  const [facts, screened] = [new Map(dilemma.facts), new Map(dilemma.screened)];
  facts.delete(question as FactId);
  const topic = topicOf(question);
  if (topic !== undefined) screened.delete(topic);
  return assess(compiled, { ...dilemma, facts, screened }, BETWEEN_QUESTIONS);
}

/** The dilemma without what this pack does not know: answers outlive a change of place. */
export function known({ pack }: CompiledPack, dilemma: Dilemma): Dilemma {
  const facts = [...dilemma.facts].filter(([id, given]) => {
    const fact = pack.facts.get(id);
    return fact && (given.kind !== 'answer' || fact.answers.some((answer) => answer.id === given.answer));
  });
  return {
    facts: new Map(facts),
    ...(dilemma.topics ? { topics: new Set([...dilemma.topics].filter((id) => pack.topics.has(id))) } : {}),
    screened: new Map([...dilemma.screened].filter(([id]) => pack.topics.has(id))),
    considering: dilemma.considering.filter((id) => pack.actions.has(id)),
    decided: new Map([...dilemma.decided].filter(([id]) => pack.actions.has(id))),
  };
}

/** Every question that was put, whatever the answer: none is asked twice. */
export function askedIn(state: WalkState): Set<QuestionId> {
  const topics = [...state.screened.keys()].map((topic): QuestionId => `topic:${topic}`);
  return new Set<QuestionId>([...state.facts.keys(), ...topics]);
}

/** Holds for certain, or as if the precautions that the pack takes for what nobody knows yet were true. */
function panelHolds(compiled: CompiledPack, dilemma: Dilemma): boolean {
  const { panel, concepts, facts } = compiled.pack;
  if (!panel.when) return false;
  const values = new Map(knowledgeOf(dilemma, compiled).values);
  for (const [id, { kind }] of dilemma.facts) {
    const cautious = facts.get(id)?.whileUnknown?.actAsIf;
    if (cautious && (kind === 'unknown' || kind === 'find-out') && !values.has(id)) values.set(id, cautious);
  }
  return truth(resolve(panel.when, concepts), { values }) === true;
}
