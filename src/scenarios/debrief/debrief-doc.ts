import { type Block, type Doc, entry, gap, section, text, title } from '../../render/doc.ts';
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
    ...section(say('debrief.rubric'), rubricBlocks(story, voice)),
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
function rubricBlocks({ rubric }: Story, { say, read }: StoryVoice): Block[] {
  return rubric
    .filter(({ by, ask }) => by !== 'auto' && ask !== undefined)
    .map(({ ask, levels }) =>
      entry(
        '',
        read(ask ?? {}),
        levels.length === 0 ? [] : [text(say('debrief.levels', { levels: levels.join(' / ') }))],
      ),
    );
}

/** What a trainer would say of each choice, for the facilitator alone. */
export function coachingBlocks({ stages }: Story, { say, read }: StoryVoice): Block[] {
  return [...stages.values()].flatMap((stage, at) => {
    const said = stage.options.flatMap(({ label, coaching }) =>
      coaching ? [entry('', read(label), [text(read(coaching))])] : [],
    );
    return said.length === 0
      ? []
      : [gap, text([{ text: say('play.stage', { number: at + 1 }), style: 'strong' }]), ...said];
  });
}
