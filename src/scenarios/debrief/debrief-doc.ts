import { type Block, type Doc, entry, section, text, title } from '../../render/doc.ts';
import type { DebriefModel, Story } from '../play/story.ts';
import type { StoryVoice } from '../play/voice.ts';
import { groupOf } from '../report/group.ts';
import type { Learner } from '../report/learner.ts';
import { questionsToGroup, questionsToLearner } from './own-choices.ts';
import { OWN_CHOICES, PHASES, type Phase, questionsFor } from './phases.ts';

export interface DebriefShown {
  readonly story: Story;
  readonly voice: StoryVoice;
  readonly model: DebriefModel;
  /** Whose choices are filled in; none: the questions alone. */
  readonly learners: readonly Learner[];
}

/** A talk afterwards, part by part: what to say at its opening, and questions with the learners' own choices filled in. */
export function debriefDoc(shown: DebriefShown): Doc {
  const { story, voice, model, learners } = shown;
  const { say, read } = voice;
  return [
    title(say('debrief.title', { title: read(story.title) })),
    text(say(`debrief.model.${model}`)),
    ...(learners.length > 0 ? [text(say('debrief.of', { count: learners.length }))] : []),
    ...section(say('debrief.opening'), [
      entry('', say('debrief.opening.safe')),
      entry('', say('debrief.opening.stays')),
      entry('', say('debrief.opening.pass')),
    ]),
    ...PHASES[model].flatMap((phase) => phaseBlocks(phase, shown)),
    ...section(
      say('debrief.rubric'),
      rubricLines(story, voice).map((line) => entry('', line)),
    ),
    ...section(say('debrief.closing'), [
      entry('', say('debrief.closing.one-thing')),
      entry('', say('debrief.closing.care')),
    ]),
  ];
}

function phaseBlocks(phase: Phase, { story, voice, model, learners }: DebriefShown): Block[] {
  const { say, read } = voice;
  const own = phase === OWN_CHOICES[model] ? ownQuestions(learners, story, voice) : [];
  const questions = [say(`debrief.ask.${phase}`), ...questionsFor(phase, story).map(read), ...own];
  return section(
    say(`debrief.phase.${phase}`),
    questions.map((question) => entry('', question)),
  );
}

/** One learner is spoken to; several are told how they were spread, never who chose what. */
function ownQuestions(learners: readonly Learner[], story: Story, voice: StoryVoice): string[] {
  const [only, ...others] = learners;
  if (!only) return [];
  return others.length === 0
    ? questionsToLearner(only, voice)
    : questionsToGroup(groupOf(story, learners), story, voice);
}

/** What a trainer looks at, apart from the choices: a line with its levels, to be marked by hand. */
export function rubricLines({ rubric }: Story, { say, read }: StoryVoice): string[] {
  return rubric.flatMap(({ by, ask, levels }) => {
    if (by === 'auto' || !ask) return [];
    const told = levels.map((level) => (isKnown(level) ? say(`debrief.level.${level}`) : level));
    return [
      levels.length === 0
        ? read(ask)
        : say('debrief.rubric-line', { ask: read(ask), levels: told.join(' / ') }),
    ];
  });
}

const LEVELS = ['absent', 'partial', 'clear'] as const;

function isKnown(level: string): level is (typeof LEVELS)[number] {
  return LEVELS.some((known) => known === level);
}
