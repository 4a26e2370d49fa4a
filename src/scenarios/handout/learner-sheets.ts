import type { Text } from '../../model/text.ts';
import { listInWords } from '../../text/lists.ts';
import { CONFIDENCES, SHIFTS } from '../play/event.ts';
import { noteWords } from '../play/pages.ts';
import type { Stage, Story } from '../play/story.ts';
import type { StoryVoice } from '../play/voice.ts';
import { letterOf, type Sheet, type SheetBlock } from './sheet.ts';

/** Lines that a reason of this many words needs by hand. */
const WORDS_ON_A_LINE = 8;
const FEWEST_LINES = 5;

/**
 * The sheets of a learner: a first one to read, then one for each stage in the author's order.
 *
 * INVARIANT: nothing of what follows a choice is on them, neither where it leads nor what is said of it: the answer is
 * written down before any of it is heard.
 */
export function learnerSheets(story: Story, voice: StoryVoice): Sheet[] {
  return [
    firstSheet(story, voice),
    ...[...story.stages.values()].map((stage, at) => stageSheet(stage, at + 1, voice)),
  ];
}

function firstSheet(story: Story, { say, read }: StoryVoice): Sheet {
  return {
    title: read(story.title),
    blocks: [
      {
        kind: 'text',
        words:
          story.minutes === undefined
            ? say('play.care.head')
            : say('play.care.head-minutes', { minutes: story.minutes }),
      },
      ...contentNotes(story, say),
      { kind: 'text', words: say('handout.leave') },
      ...(story.prebrief ? paragraphsOf(story.prebrief, read) : []),
      { kind: 'heading', words: say('handout.how') },
      {
        kind: 'list',
        items: [
          say('handout.how.write'),
          say('handout.how.next'),
          say('handout.how.back'),
          say('handout.how.no-name'),
        ],
      },
    ],
  };
}

/** What the story speaks of that may weigh on a reader. */
export function contentNotes({ contentNotes: notes }: Story, say: StoryVoice['say']): SheetBlock[] {
  if (notes.length === 0) return [];
  const words = notes.map((note) => noteWords(note, say));
  return [{ kind: 'text', words: say('play.care.notes', { notes: listInWords(words, say) }) }];
}

/** A text of the story, a block for each paragraph. */
export function paragraphsOf(written: Text, read: StoryVoice['read']): SheetBlock[] {
  return read(written)
    .split(/\n+/)
    .map((words) => ({ kind: 'text', words }));
}

function stageSheet(stage: Stage, number: number, { say, read }: StoryVoice): Sheet {
  const { shift, reason } = stage;
  return {
    title: say('handout.sheet', { number }),
    blocks: [
      ...paragraphsOf(stage.reveal, read),
      ...(shift
        ? ([
            { kind: 'ask', words: say('play.shift', { about: read(shift.about) }) },
            { kind: 'boxes', items: SHIFTS.map((value) => ({ words: say(`play.shift.${value}`) })) },
          ] as const)
        : []),
      { kind: 'ask', words: read(stage.ask) },
      {
        kind: 'boxes',
        items: stage.options.map(({ label }, at) => ({ mark: letterOf(at), words: read(label) })),
      },
      ...(stage.asksConfidence
        ? ([
            { kind: 'ask', words: say('play.confidence.ask') },
            { kind: 'boxes', items: CONFIDENCES.map((word) => ({ words: say(`play.confidence.${word}`) })) },
          ] as const)
        : []),
      {
        kind: 'lines',
        label: say('play.reason.ask'),
        count: Math.max(FEWEST_LINES, Math.ceil((2 * (reason?.minWords ?? 0)) / WORDS_ON_A_LINE)),
      },
      { kind: 'note', words: say('handout.foot') },
    ],
  };
}
