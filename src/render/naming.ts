import { type QuestionId, topicOf } from '../model/assessment.ts';
import type { ActionId, FactId } from '../model/ids.ts';
import type { Citation, Pack } from '../model/pack.ts';
import type { ReportQuestion, ReportSource } from '../model/report.ts';
import type { Lang, Text } from '../model/text.ts';
import { monthInWords } from '../text/months.ts';
import { type Say, sayIn } from '../text/say.ts';

/** What turns the ids of one pack into words of one language. */
export interface Naming {
  readonly pack: Pack;
  readonly lang: Lang;
  readonly say: Say;
}

/** What of it decides on a language. */
interface Speech {
  readonly lang: Lang;
  readonly pack: Pick<Pack, 'languages'>;
}

export function namingOf(pack: Pack, lang: Lang): Naming {
  return { pack, lang, say: sayIn(lang) };
}

/** Picks the text of a language; where the pack lacks it, the pack's first one, which beats saying nothing. */
export function wordsOf(text: Text | undefined, { lang, pack }: Speech): string {
  if (!text) return '';
  return text[lang] ?? text[pack.languages[0] ?? ''] ?? Object.values(text)[0] ?? '';
}

export function actionWords(id: ActionId, naming: Naming): string {
  return wordsOf(naming.pack.actions.get(id)?.text, naming) || id;
}

/** Names a citation: title, kind and place of its source, and how the text at that place was checked. */
export function sourceOf(citation: Citation, naming: Naming): ReportSource {
  const source = naming.pack.sources.get(citation.source);
  const place = citation.place === undefined ? undefined : source?.places.get(citation.place);
  return {
    id: citation.source,
    kind: source?.kind ?? '',
    title: wordsOf(source?.title, naming) || citation.source,
    place: place ? wordsOf(place.text, naming) : (citation.place ?? null),
    checked: { how: place?.checked ?? source?.checked.how ?? '', on: source?.checked.on ?? '' },
  };
}

/** Gives the words of an answer to a fact, also of the answers that are no values. */
export function answerWords(fact: FactId, answer: string, naming: Naming): string {
  const own = naming.pack.facts.get(fact)?.answers.find(({ id }) => id === answer);
  if (own) return wordsOf(own.text, naming);
  if (answer === 'unknown' || answer === 'withheld' || answer === 'does-not-apply')
    return naming.say(`answer.${answer}`);
  return answer;
}

/** The same for what the worker will find out by a date. */
export function findOutWords(date: string | undefined, { say }: Naming): string {
  return date === undefined ? say('answer.unknown') : say('answer.find-out', { date: monthInWords(date) });
}

/** Puts a question into words: a fact with its answers, or the one that screens a topic, with yes and no. */
export function questionOf(id: QuestionId, naming: Naming): ReportQuestion {
  const { pack, say } = naming;
  const screened = topicOf(id);
  if (screened !== undefined) {
    const topic = pack.topics.get(screened);
    return {
      id,
      ask: topic?.screening
        ? wordsOf(topic.screening, naming)
        : say('topic.question', { topic: wordsOf(topic?.text, naming) || id }),
      answers: (['yes', 'no'] as const).map((answer) => ({ id: answer, text: say(`answer.${answer}`) })),
      changeableBy: null,
    };
  }
  const fact = pack.facts.get(id as FactId);
  const by = fact?.changeableBy;
  return {
    id,
    ask: wordsOf(fact?.ask, naming) || id,
    answers: (fact?.answers ?? []).map((answer) => ({ id: answer.id, text: wordsOf(answer.text, naming) })),
    changeableBy: by === undefined ? null : { id: by, text: actionWords(by, naming) },
  };
}

/** Each value once, in order of first appearance. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
