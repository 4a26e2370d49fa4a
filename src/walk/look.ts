import { assess } from '../engine/assess.ts';
import type { CompiledPack } from '../engine/compile.ts';
import { resolve, truth } from '../engine/condition.ts';
import { knowledgeOf } from '../engine/known.ts';
import { nextQuestion, relevantQuestions } from '../engine/questions.ts';
import type { Assessment, QuestionId } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { FactId, TopicId } from '../model/ids.ts';
import { dilemmaOf, type WalkState } from './fold.ts';
import type { Look } from './steps.ts';

/** Works out what follows from what is known: once after every event, with nothing that only the result page needs. */
export function lookAt(compiled: CompiledPack, state: WalkState): Look {
  const dilemma = known(compiled, dilemmaOf(state));
  const assessment = assess(compiled, dilemma, { leftOut: 'not-asked', changes: false });
  const interview = { compiled, dilemma, assessment, asked: askedIn(state) };
  return {
    assessment,
    next: nextQuestion(interview),
    atMost: relevantQuestions(interview).length,
    panelHolds: panelHolds(compiled, dilemma),
  };
}

/** What hung on a question before it was answered: the same, with that answer taken away. */
export function withoutAnswer(compiled: CompiledPack, state: WalkState, question: QuestionId): Assessment {
  const dilemma = known(compiled, dilemmaOf(state));
  const [facts, screened] = [new Map(dilemma.facts), new Map(dilemma.screened)];
  facts.delete(question as FactId);
  screened.delete(question.replace('topic:', '') as TopicId);
  return assess(compiled, { ...dilemma, facts, screened }, { leftOut: 'not-asked', changes: false });
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

function panelHolds(compiled: CompiledPack, dilemma: Dilemma): boolean {
  const { when } = compiled.pack.panel;
  if (!when) return false;
  return (
    truth(resolve(when, compiled.pack.concepts), { values: knowledgeOf(dilemma, compiled).values }) === true
  );
}
