import { type Block, type Doc, entry, gap, heading, text, title } from '../../render/doc.ts';
import { optionOf } from '../play/fold.ts';
import { shiftWords } from '../play/pages.ts';
import type { Story } from '../play/story.ts';
import type { StoryVoice } from '../play/voice.ts';
import type { Learner, LearnerStage } from './learner.ts';

export interface ReportShown {
  readonly story: Story;
  readonly voice: StoryVoice;
  /** Whether reasons are told: they are the learners' own words. */
  readonly withReasons: boolean;
}

/** What each learner chose, how sure, and what was changed on going back; in the order of their random names. */
export function learnersDoc(learners: readonly Learner[], shown: ReportShown): Doc {
  const { say, read } = shown.voice;
  return [
    title(say('report.title', { title: read(shown.story.title) })),
    text(say('report.what')),
    gap,
    heading(say('report.sessions')),
    ...learners.flatMap((learner) => learnerBlocks(learner, shown)),
  ];
}

function learnerBlocks(learner: Learner, shown: ReportShown): Block[] {
  const { say, read } = shown.voice;
  const { id, end, stages, backs, apart } = learner;
  const reasons = stages.flatMap(({ reason }, at) =>
    reason ? [entry(say('report.stage', { number: at + 1 }), reason)] : [],
  );
  return [
    gap,
    heading(say('report.learner', { id }), 3),
    ...stages.map((stage, at) => stageEntry(stage, at + 1, shown)),
    entry(
      say('report.end'),
      end === undefined ? say('report.not-finished') : read(shown.story.ends.get(end) ?? {}),
    ),
    ...(backs > 0 ? [entry(say('report.backs'), say('report.backs-count', { count: backs }))] : []),
    ...(apart === undefined || end === undefined ? [] : partingBlocks(apart, shown)),
    ...(shown.withReasons && reasons.length > 0
      ? [gap, text([{ text: say('report.reasons'), style: 'strong' }]), ...reasons]
      : []),
  ];
}

function stageEntry(
  { stage, option, confidence, shift, changes }: LearnerStage,
  number: number,
  shown: ReportShown,
): Block {
  const { say, read } = shown.voice;
  const taken = optionOf(stage, option);
  const label = say('report.stage', { number });
  if (!taken) return entry(label, say('report.not-answered'));
  const choice = read(taken.label);
  const words =
    confidence === undefined
      ? choice
      : say('report.choice', { choice, confidence: say(`play.confidence.${confidence}`) });
  const under = [
    ...(shift === undefined || !stage.shift
      ? []
      : [text(say('report.shift', { about: read(stage.shift.about), answer: shiftWords(shift, say) }))]),
    ...changes.map(({ from, afterTold }) =>
      text(
        say(afterTold ? 'report.changed-after' : 'report.changed', {
          choice: optionWords(stage, from, shown.voice),
        }),
      ),
    ),
  ];
  return entry(label, words, under);
}

/** The words of an option; its name where the story no longer has it. */
export function optionWords(stage: LearnerStage['stage'], id: string, { read }: StoryVoice): string {
  const option = optionOf(stage, id);
  return option ? read(option.label) : id;
}

function partingBlocks(apart: NonNullable<Learner['apart']>, { voice }: ReportShown): Block[] {
  const { say } = voice;
  if (apart.length === 0) return [entry(say('report.apart'), say('report.apart-nowhere'))];
  return apart.map(({ kind, action }) =>
    entry(say('report.apart'), say(`report.apart.${kind}`, { action: action.text })),
  );
}
