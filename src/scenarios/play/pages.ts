import { personalDoubt } from '../../ask/doubt.ts';
import type { Body, ChooseOne, Page, ShortText, TextDoubt } from '../../ask/prompter.ts';
import type { Text } from '../../model/text.ts';
import { type Block, type Doc, entry, gap, section, text, title } from '../../render/doc.ts';
import { layout } from '../../render/layout.ts';
import { listInWords } from '../../text/lists.ts';
import { CONFIDENCES, SHIFTS } from './event.ts';
import { hasPanel, type StageAnswer } from './fold.ts';
import type { Option, Stage, Story } from './story.ts';
import type { StoryVoice } from './voice.ts';

/** What is shown of one stage. */
export interface StageShown {
  readonly stage: Stage;
  /** Its place on the way, from 1. */
  readonly number: number;
  readonly answer: StageAnswer;
  /** Whether what is new was read on the page before, where that page still stands. */
  readonly isRead: boolean;
  /** Names in the story: whoever writes of them names nobody real. */
  readonly names: ReadonlySet<string>;
}

export function pageOf(doc: Doc): Body {
  return (width) => layout(doc, width);
}

export function said(words: string): Body {
  return pageOf([text(words)]);
}

/** The page before the story: what it speaks of, that leaving is free, what is kept. */
export function carePage({ say, read }: StoryVoice, story: Story, more: readonly string[]): Page {
  const head =
    story.minutes === undefined
      ? say('play.care.head')
      : say('play.care.head-minutes', { minutes: story.minutes });
  const notes = story.contentNotes.map((note) => noteWords(note, say));
  return {
    body: pageOf([
      title(read(story.title)),
      text(head),
      gap,
      ...(notes.length > 0 ? [text(say('play.care.notes', { notes: listInWords(notes, say) }))] : []),
      text(say('play.care.leave')),
      gap,
      ...(story.prebrief ? [...paragraphs(story.prebrief, read), gap] : []),
      text(say('play.care.no-mark')),
      ...more.map(text),
    ]),
  };
}

/** What stories speak of that has words of its own. */
const NOTES = [
  'self-harm',
  'suicide',
  'violence',
  'violence-at-home',
  'sexual-violence',
  'child-abuse',
  'neglect',
  'death',
  'drugs',
  'illness',
  'disaster',
  'discrimination',
  'threats',
] as const;

/** A content note in words; one that the program has no words for is read as it is written. */
export function noteWords(note: string, say: StoryVoice['say']): string {
  const known = NOTES.find((one) => one === note);
  return known ? say(`play.note.${known}`) : note.replaceAll('-', ' ');
}

/** Asks again about an earlier choice, after what is new. */
export function shiftPage(voice: StoryVoice, { stage, number, answer }: StageShown): ChooseOne {
  const { say, read } = voice;
  return {
    body: pageOf([
      ...stageHead(voice, stage, number),
      title(say('play.shift', { about: read(stage.shift?.about ?? {}) })),
    ]),
    choices: SHIFTS.map((value) => ({ value: String(value), label: say(`play.shift.${value}`) })),
    current: answer.shift === undefined ? undefined : String(answer.shift),
  };
}

export function choicePage(voice: StoryVoice, { stage, number, answer, isRead }: StageShown): ChooseOne {
  const { read } = voice;
  return {
    body: pageOf([...(isRead ? [] : stageHead(voice, stage, number)), title(read(stage.ask))]),
    choices: stage.options.map((option) => ({ value: option.id, label: read(option.label) })),
    current: answer.option,
  };
}

export function confidencePage({ say, read }: StoryVoice, { answer }: StageShown, taken: Option): ChooseOne {
  return {
    body: pageOf([
      text(say('play.confidence.chosen', { choice: read(taken.label) })),
      gap,
      title(say('play.confidence.ask')),
    ]),
    choices: CONFIDENCES.map((value) => ({ value, label: say(`play.confidence.${value}`) })),
    current: answer.confidence,
  };
}

export function reasonPage(
  { say, read }: StoryVoice,
  { stage, answer, names }: StageShown,
  taken: Option,
): ShortText {
  const least = stage.reason?.minWords ?? 0;
  return {
    body: pageOf([
      text(say('play.confidence.chosen', { choice: read(taken.label) })),
      gap,
      title(say('play.reason.ask')),
      text(least > 0 ? say('play.reason.how-many', { count: least }) : say('play.reason.how')),
    ]),
    ...(answer.reason !== undefined && answer.reason !== '' && { current: answer.reason }),
    check: (typed) => personalDoubt(unnamed(typed, names), say) ?? shortDoubt(typed, least, say),
  };
}

/** Words in capitals that a story uses, in every language. */
export function namesIn({ stages }: Story): ReadonlySet<string> {
  const texts = [...stages.values()].flatMap(({ reveal, options }) => [
    ...Object.values(reveal),
    ...options.flatMap(({ label, consequence = {} }) => [
      ...Object.values(label),
      ...Object.values(consequence),
    ]),
  ]);
  return new Set(texts.flatMap((text) => text.match(/\p{Lu}\p{Ll}+/gu) ?? []));
}

function unnamed(typed: string, names: ReadonlySet<string>): string {
  return typed.replace(/\p{Lu}\p{Ll}+/gu, (word) => (names.has(word) ? word.toLowerCase() : word));
}

/** A reason may be short: that is said once, and never refused. */
function shortDoubt(typed: string, least: number, say: StoryVoice['say']): TextDoubt | undefined {
  const count = typed.split(/\s+/).filter(Boolean).length;
  return count < least ? { firm: false, message: say('play.reason.short', { count, least }) } : undefined;
}

/** What is told once a stage is committed: how the story goes on and, apart from it, what is said of the choice. */
export function toldPage(voice: StoryVoice, { stage, answer }: StageShown, taken: Option): Page {
  const { say, read } = voice;
  const now = stage.feedback === 'after';
  const blocks = [
    ...section(say('play.told.story'), taken.consequence ? paragraphs(taken.consequence, read) : [], 3),
    ...section(say('play.told.coaching'), now && taken.coaching ? paragraphs(taken.coaching, read) : [], 3),
    ...section(say('play.told.panel'), now && hasPanel(stage) ? panelBlocks(voice, stage, answer) : [], 3),
  ];
  return { body: pageOf(blocks.slice(1)) };
}

/** How the answers of real reviewers were spread, beside the learner's own: never which was right. */
function panelBlocks({ say }: StoryVoice, stage: Stage, { shift }: StageAnswer): Block[] {
  const panel = stage.shift?.panel ?? new Map<string, number>();
  const of = [...panel.values()].reduce((sum, count) => sum + count, 0);
  const own = shift === undefined ? [] : [text(say('play.told.shift', { answer: shiftWords(shift, say) }))];
  return [
    ...SHIFTS.map((value) =>
      entry(
        '',
        say('play.told.panel-line', {
          answer: say(`play.shift.${value}`),
          count: panel.get(String(value)) ?? panel.get(`+${value}`) ?? 0,
          of,
        }),
      ),
    ),
    ...own,
  ];
}

/** An answer to a shift in words. */
export function shiftWords(value: number, say: StoryVoice['say']): string {
  return say(`play.shift.${value as (typeof SHIFTS)[number]}`);
}

export function endPage({ say, read }: StoryVoice, end: Text): Page {
  return {
    body: pageOf([
      title(say('play.end.title')),
      gap,
      ...paragraphs(end, read),
      gap,
      text(say('play.end.next')),
    ]),
  };
}

/** What can be typed at any page of a story. */
export function commandsPage({ say }: StoryVoice): Page {
  const names = ['back', 'now', 'hide', 'lang', 'quit'] as const;
  return {
    body: pageOf([
      text(say('play.commands.title')),
      gap,
      ...names.map((name) => entry(say(`walk.command.${name}`), say(`play.commands.${name}`))),
    ]),
  };
}

/** A text of the story, a block for each of its paragraphs. */
export function paragraphs(written: Text, read: StoryVoice['read']): Block[] {
  return read(written)
    .split(/\n+/)
    .flatMap((line, at) => (at > 0 ? [gap, text(line)] : [text(line)]));
}

function stageHead({ say, read }: StoryVoice, stage: Stage, number: number): Block[] {
  return [
    text([{ text: say('play.stage', { number }), style: 'label' }]),
    gap,
    ...paragraphs(stage.reveal, read),
    gap,
  ];
}
