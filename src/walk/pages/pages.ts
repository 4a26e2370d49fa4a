import type { Body, ChooseOne, MarkSeveral, Page } from '../../ask/prompter.ts';
import { topicOf } from '../../model/assessment.ts';
import type { Given } from '../../model/case-file.ts';
import type { FactId, TopicId } from '../../model/ids.ts';
import type { Fact } from '../../model/pack.ts';
import { type Block, type Doc, entry, gap, text, title } from '../../render/doc.ts';
import { layout } from '../../render/layout.ts';
import { nowPanel } from '../../render/now.ts';
import type { Screening } from '../fold/event.ts';
import type { WalkState } from '../fold/fold.ts';
import type { Voice } from './voice.ts';

/** Values of the answers that are no answers of a fact; the sign keeps them apart from ids. */
export const NOT_YET = '~unknown';
export const WITHHELD = '~withheld';
export const FIND_OUT = '~find-out';

type Paragraph = string | Block | readonly (string | Block)[];

/** Paragraphs apart by blank lines: a text, a list, or a block such as what is asked. */
export function body(...paragraphs: readonly Paragraph[]): Body {
  const doc = paragraphs.flatMap((paragraph, at) => [...(at > 0 ? [gap] : []), ...blocksOf(paragraph)]);
  return (width) => layout(doc, width);
}

function blocksOf(paragraph: Paragraph): Block[] {
  if (typeof paragraph === 'string') return [text(paragraph)];
  if ('kind' in paragraph) return [paragraph];
  return paragraph.map((line) => (typeof line === 'string' ? entry('', line) : line));
}

/** The notice before anything is asked: who to call, what this is, what is kept. */
export function noticePage(voice: Voice, today: string, more: readonly string[]): Page {
  const { say, pack } = voice;
  const head = `${say('walk.notice.title')} (${pack.id} ${pack.version})`;
  const doc = [
    text(head),
    gap,
    ...panel(voice, today, true),
    gap,
    text(say('walk.notice.decides')),
    ...more.map(text),
  ];
  return { body: (width) => layout(doc, width) };
}

/** The numbers of the panel, for `:now` and when an answer makes its condition hold. */
export function panelPage(voice: Voice, today: string, because: 'asked' | 'answered'): Page {
  const tail = voice.say(because === 'answered' ? 'walk.panel.answered' : 'walk.panel.asked');
  const doc = [...panel(voice, today), gap, text(tail)];
  return { body: (width) => layout(doc, width) };
}

function panel({ pack, lang, say }: Voice, today: string, brief = false): Doc {
  return nowPanel({ pack, lang, say, today, brief });
}

/** What is this about: one screen of marks. */
export function marksPage({ pack, say, read }: Voice, state: WalkState): MarkSeveral {
  return {
    body: body(title(say('walk.marks.ask')), say('walk.marks.others')),
    choices: [...pack.topics.values()].map((topic) => ({ value: topic.id, label: read(topic.text) })),
    marked: state.topics ?? [],
    explained: true,
  };
}

/** *The others are not part of this*, said with what was marked. */
export function confirmPage({ pack, say, read }: Voice, state: WalkState): ChooseOne {
  const marked = [...pack.topics.values()].filter((topic) => state.topics?.includes(topic.id));
  return {
    body:
      marked.length > 0
        ? body(
            say('walk.confirm.these'),
            marked.map((topic) => read(topic.text)),
            say('walk.confirm.others'),
          )
        : body(say('walk.confirm.none'), say('walk.confirm.others')),
    choices: [
      { value: 'yes', label: say('walk.confirm.yes') },
      { value: 'change', label: say('walk.confirm.change') },
    ],
    ...(marked.length > 0 ? { enter: 'yes' } : {}),
  };
}

/** The one question about a safety topic that was left unmarked. */
export function screeningPage(
  { pack, say, read }: Voice,
  topic: TopicId,
  state: WalkState,
): ChooseOne | undefined {
  const screening = pack.topics.get(topic)?.screening;
  if (!screening) return undefined;
  const given = state.screened.get(topic);
  return {
    body: body(say('walk.safety-first'), title(read(screening))),
    choices: [
      { value: 'yes', label: say('answer.yes') },
      { value: 'no', label: say('answer.no') },
      { value: NOT_YET, label: say('answer.unknown') },
      { value: WITHHELD, label: say('answer.withheld') },
    ],
    explained: true,
    current: given === 'unknown' || given === 'withheld' ? `~${given}` : given,
  };
}

export function screeningOf(value: string): Screening {
  return value.replace('~', '') as Screening;
}

/** One question of the pack, with the answers that are always allowed. */
export function questionPage({ say, read }: Voice, fact: Fact, state: WalkState): ChooseOne {
  const given = state.facts.get(fact.id);
  const by = given?.kind === 'find-out' ? given.by : undefined;
  return {
    body: body(say(`stage.${fact.stage}`), title(read(fact.ask))),
    choices: [
      ...fact.answers.map((answer) => ({ value: answer.id as string, label: read(answer.text) })),
      { value: NOT_YET, label: say('answer.unknown') },
      { value: WITHHELD, label: say('answer.withheld') },
      {
        value: FIND_OUT,
        label: by === undefined ? say('walk.find-out') : say('answer.find-out', { date: by }),
      },
    ],
    explained: true,
    current: given && (given.kind === 'answer' ? given.answer : `~${given.kind}`),
  };
}

/** An answer in words. */
export function saidAnswer({ say, read }: Voice, fact: Fact, given: Given): string {
  switch (given.kind) {
    case 'answer': {
      const answer = fact.answers.find((one) => one.id === given.answer);
      return answer ? read(answer.text) : given.answer;
    }
    case 'find-out':
      return say('answer.find-out', { date: given.by });
    default:
      return say(`answer.${given.kind}`);
  }
}

/** What counts as an answer: the pack's own help, or that none is written. */
export function helpNotice({ pack, say, read }: Voice, question: string): Body {
  const topic = topicOf(question);
  const { help } = (topic === undefined ? pack.facts.get(question as FactId) : pack.topics.get(topic)) ?? {};
  return body(help ? read(help) : say('walk.help.none'));
}

/** What counts as part of each kind of trouble. */
export function marksHelpPage({ pack, say, read }: Voice): Page {
  const helps = [...pack.topics.values()].flatMap(({ text: mark, help }) =>
    help ? [entry('', say('walk.marks.counts', { mark: read(mark), help: read(help) }))] : [],
  );
  return { body: helps.length === 0 ? body(say('walk.help.none')) : (width) => layout(helps, width) };
}

/** All commands, for `:help`. */
export function commandsPage({ say }: Voice): Page {
  const names = ['back', 'why', 'help', 'now', 'hide', 'change', 'place', 'lang', 'quit'] as const;
  return {
    body: body(
      say('walk.commands.title'),
      names.map((name) => entry(say(`walk.command.${name}`), say(`walk.commands.${name}`))),
      say('walk.commands.remains'),
    ),
  };
}
