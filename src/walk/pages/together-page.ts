import type { FillIn, Item } from '../../ask/prompter.ts';
import { type QuestionId, topicOf } from '../../model/assessment.ts';
import type { Given } from '../../model/case-file.ts';
import type { FactId } from '../../model/ids.ts';
import { title } from '../../render/doc.ts';
import type { WalkEvent } from '../fold/event.ts';
import type { WalkState } from '../fold/fold.ts';
import { screenOf } from '../together.ts';
import { body, FIND_OUT, NOT_YET, saidAnswer, screeningOf, WITHHELD } from './pages.ts';
import type { Voice } from './voice.ts';

type Form = Pick<FillIn, 'body' | 'items' | 'given' | 'others'>;

/** Questions that are asked together: each with its own answers, and lines that answer the rest in words. */
export function togetherPage(voice: Voice, questions: readonly QuestionId[], state: WalkState): Form {
  const { pack, say, read } = voice;
  const [first = ''] = questions;
  const screen = screenOf(pack, first as FactId);
  const stage = pack.facts.get(first as FactId)?.stage;
  const items = questions.flatMap((question) => itemOf(voice, question, state) ?? []);
  // Of safety nothing is denied in one line: each question has its own no.
  const denied = screen !== undefined && items.every(isYesNo);
  return {
    body: body(
      stage ? say(`stage.${stage}`) : say('walk.safety-first'),
      title(screen ? read(screen.ask) : say('walk.screenings')),
    ),
    items,
    given: new Map(questions.map((question) => givenNow(question, state)).filter((one) => one !== undefined)),
    others: [
      ...(denied ? [{ value: 'no', label: say('walk.others.no') }] : []),
      { value: NOT_YET, label: say('walk.others.unknown') },
    ],
  };
}

/** The event of one answer of the page. */
export function answerEvent(question: QuestionId, value: string, state: WalkState): WalkEvent {
  const topic = topicOf(question);
  if (topic !== undefined) return { event: 'screened', topic, answer: screeningOf(value) };
  const fact = question as FactId;
  const before = state.facts.get(fact);
  const given: Given =
    value === FIND_OUT && before
      ? before
      : value === NOT_YET
        ? { kind: 'unknown' }
        : value === WITHHELD
          ? { kind: 'withheld' }
          : { kind: 'answer', answer: value as never };
  return { event: 'fact', fact, given };
}

function itemOf(voice: Voice, question: QuestionId, state: WalkState): Item | undefined {
  const { pack, say, read } = voice;
  const notYet = { value: NOT_YET, label: say('answer.unknown') };
  const topic = topicOf(question);
  if (topic !== undefined) {
    const screening = pack.topics.get(topic)?.screening;
    const answers = [
      { value: 'yes', label: say('answer.yes') },
      { value: 'no', label: say('answer.no') },
      notYet,
    ];
    const withheld = { value: WITHHELD, label: say('answer.withheld') };
    const held = state.screened.get(topic) === 'withheld' ? [withheld] : [];
    return screening && { value: question, label: read(screening), answers: [...answers, ...held] };
  }
  const fact = pack.facts.get(question as FactId);
  const given = state.facts.get(question as FactId);
  if (!fact) return undefined;
  // What can be said only of a question alone is said here where it was said before.
  const held =
    given?.kind === 'withheld' || given?.kind === 'find-out'
      ? [{ value: `~${given.kind}`, label: saidAnswer(voice, fact, given) }]
      : [];
  const answers = fact.answers.map(({ id, text }) => ({ value: id as string, label: read(text) }));
  return { value: question, label: read(fact.ask), answers: [...answers, notYet, ...held] };
}

function givenNow(question: QuestionId, state: WalkState): [string, string] | undefined {
  const topic = topicOf(question);
  if (topic !== undefined) {
    const answer = state.screened.get(topic);
    return answer && [question, answer === 'unknown' || answer === 'withheld' ? `~${answer}` : answer];
  }
  const given = state.facts.get(question as FactId);
  return given && [question, given.kind === 'answer' ? given.answer : `~${given.kind}`];
}

function isYesNo({ answers }: Item): boolean {
  return answers.every(({ value }) => value === 'yes' || value === 'no' || value.startsWith('~'));
}
