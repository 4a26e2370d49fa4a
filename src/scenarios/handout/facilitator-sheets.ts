import { inLang } from '../../model/text.ts';
import { spansOf } from '../../render/doc.ts';
import { nowPanel } from '../../render/now.ts';
import { listInWords } from '../../text/lists.ts';
import { type DebriefShown, rubricLines } from '../debrief/debrief-doc.ts';
import { PHASES, questionsFor } from '../debrief/phases.ts';
import type { Stage, Story } from '../play/story.ts';
import type { StoryVoice } from '../play/voice.ts';
import { contentNotes, paragraphsOf } from './learner-sheets.ts';
import { letterOf, type Sheet, type SheetBlock } from './sheet.ts';

/** One way through the story, weighed: the letters taken, the end, and where it parts from the rules. */
export interface WeighedWay {
  readonly letters: string;
  readonly end: string | undefined;
  readonly apart: readonly { readonly stage: string; readonly words: string }[];
}

export interface FacilitatorShown extends Pick<DebriefShown, 'story' | 'voice' | 'model'> {
  /** Ways that the author's tests name. */
  readonly ways: readonly WeighedWay[];
  /** Today, `2026-11-25`: numbers past their date are marked. */
  readonly today: string;
}

/** The copy of the one who leads: how to run it, where each choice leads, what is said of it, and the talk afterwards. */
export function facilitatorSheets(shown: FacilitatorShown): Sheet[] {
  const { story } = shown;
  return [
    beginning(shown),
    ...[...story.stages.values()].map((stage, at) => stageSheet(stage, at + 1, shown)),
    ending(shown),
    talk(shown),
  ];
}

function beginning({ story, voice, today }: FacilitatorShown): Sheet {
  const { say, read, pack, lang } = voice;
  const principles = story.principles.map((id) => {
    const principle = [...pack.principles.values()].find((one) => one.id === id);
    return principle ? inLang(principle.name, lang) : id;
  });
  const numbers = nowPanel({ pack, lang, say, today }).flatMap((block) =>
    block.kind === 'entry'
      ? [
          spansOf(block.words)
            .map(({ text }) => text)
            .join(' '),
        ]
      : [],
  );
  return {
    title: say('handout.facilitator', { title: read(story.title) }),
    blocks: [
      { kind: 'text', words: say('handout.facilitator.what') },
      {
        kind: 'list',
        items: [
          ...(story.level
            ? [say('handout.level', { level: say(`handout.level.${story.level as 'novice'}`) })]
            : []),
          ...(story.minutes === undefined ? [] : [say('handout.minutes', { minutes: story.minutes })]),
          ...(principles.length === 0
            ? []
            : [say('handout.principles', { principles: listInWords(principles, say) })]),
        ],
      },
      ...contentNotes(story, say),
      { kind: 'heading', words: say('handout.before') },
      {
        kind: 'list',
        items: [say('handout.before.notes'), say('handout.before.print'), say('handout.before.commit')],
      },
      { kind: 'heading', words: say('handout.numbers') },
      { kind: 'list', items: numbers },
    ],
  };
}

function stageSheet(stage: Stage, number: number, shown: FacilitatorShown): Sheet {
  const { story, voice } = shown;
  const { say, read } = voice;
  return {
    title: say('handout.sheet', { number }),
    blocks: [
      ...paragraphsOf(stage.reveal, read),
      ...(stage.shift
        ? ([{ kind: 'text', words: say('play.shift', { about: read(stage.shift.about) }) }] as const)
        : []),
      { kind: 'ask', words: read(stage.ask) },
      { kind: 'text', words: say(`handout.feedback.${stage.feedback}`) },
      ...stage.options.map(
        (option, at): SheetBlock => ({
          kind: 'choice',
          mark: letterOf(at),
          words: read(option.label),
          under: [
            ...(option.consequence
              ? [{ label: say('handout.read-out'), words: flat(read(option.consequence)) }]
              : []),
            { label: say('handout.next'), words: nextWords(option.then, story, say) },
            ...(option.coaching
              ? [{ label: say('handout.coaching'), words: flat(read(option.coaching)) }]
              : []),
          ],
        }),
      ),
    ],
  };
}

/** The sheet on which a stage stands. */
function sheetWords(stage: string, story: Story, say: StoryVoice['say']): string {
  return say('handout.sheet', { number: [...story.stages.keys()].indexOf(stage) + 1 });
}

function nextWords(then: string, story: Story, say: StoryVoice['say']): string {
  const number = [...story.stages.keys()].indexOf(then) + 1;
  if (number > 0) return say('handout.next.sheet', { number });
  return say('handout.next.end', { letter: endLetter(then, story) });
}

/** Ends are numbered with small letters, so that they are not mistaken for choices. */
function endLetter(end: string, { ends }: Story): string {
  return letterOf([...ends.keys()].indexOf(end)).toLowerCase();
}

function ending({ story, voice, ways }: FacilitatorShown): Sheet {
  const { say, read } = voice;
  const weighed = ways.flatMap(({ letters, end, apart }): SheetBlock[] => [
    {
      kind: 'choice',
      mark: letters,
      words:
        end === undefined
          ? say('handout.way.open')
          : say('handout.next.end', { letter: endLetter(end, story) }),
      under:
        apart.length === 0
          ? [{ label: say('report.apart'), words: say('report.apart-nowhere') }]
          : apart.map(({ stage, words }) => ({ label: sheetWords(stage, story, say), words })),
    },
  ]);
  return {
    title: say('handout.ends'),
    blocks: [
      ...[...story.ends].map(
        ([id, text]): SheetBlock => ({
          kind: 'choice',
          mark: endLetter(id, story),
          words: flat(read(text)),
          under: [],
        }),
      ),
      ...(weighed.length === 0
        ? []
        : ([
            { kind: 'heading', words: say('handout.weighed') },
            { kind: 'text', words: say('handout.weighed.what') },
            ...weighed,
          ] as const)),
    ],
  };
}

function talk({ story, voice, model }: FacilitatorShown): Sheet {
  const { say, read } = voice;
  const rubric = rubricLines(story, voice);
  return {
    title: say('handout.talk'),
    blocks: [
      { kind: 'text', words: say(`debrief.model.${model}`) },
      {
        kind: 'list',
        items: [say('debrief.opening.safe'), say('debrief.opening.stays'), say('debrief.opening.pass')],
      },
      ...PHASES[model].flatMap((phase): SheetBlock[] => [
        { kind: 'heading', words: say(`debrief.phase.${phase}`) },
        { kind: 'list', items: [say(`debrief.ask.${phase}`), ...questionsFor(phase, story).map(read)] },
      ]),
      ...(rubric.length === 0
        ? []
        : ([
            { kind: 'heading', words: say('debrief.rubric') },
            { kind: 'list', items: rubric },
          ] as const)),
      { kind: 'heading', words: say('debrief.closing') },
      { kind: 'list', items: [say('debrief.closing.one-thing'), say('debrief.closing.care')] },
    ],
  };
}

function flat(written: string): string {
  return written.replace(/\s*\n+\s*/g, ' ');
}
