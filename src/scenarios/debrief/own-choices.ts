import { listInWords } from '../../text/lists.ts';
import { optionOf } from '../play/fold.ts';
import { shiftWords } from '../play/pages.ts';
import type { Story } from '../play/story.ts';
import type { StoryVoice } from '../play/voice.ts';
import type { Group, GroupStage } from '../report/group.ts';
import { shareWords } from '../report/group-doc.ts';
import type { Learner, LearnerStage } from '../report/learner.ts';
import { optionWords } from '../report/learner-doc.ts';

/** Questions to one learner, with their own choices filled in: what was seen, and never what was right. */
export function questionsToLearner({ stages, apart = [] }: Learner, voice: StoryVoice): string[] {
  const { say } = voice;
  return [
    ...stages.flatMap((stage, at) => questionsOnStage(stage, at + 1, voice)),
    ...apart.map(({ kind, action }) => say(`debrief.apart.${kind}`, { action: action.text })),
  ];
}

function questionsOnStage(one: LearnerStage, number: number, voice: StoryVoice): string[] {
  const { say, read } = voice;
  const { stage, option, confidence, shift, changes } = one;
  const taken = optionOf(stage, option);
  if (!taken) return [];
  const choice = read(taken.label);
  const [change] = changes;
  return [
    ...(shift === undefined || !stage.shift
      ? []
      : [
          say('debrief.shift', {
            number,
            about: read(stage.shift.about),
            answer: shiftWords(shift, say).toLowerCase(),
          }),
        ]),
    confidence === undefined
      ? say('debrief.chose', { number, choice })
      : say(`debrief.chose.${confidence}`, { number, choice }),
    ...(change ? [say('debrief.changed', { from: optionWords(stage, change.from, voice), choice })] : []),
  ];
}

/** Questions to a group: how its choices were spread, and an invitation to those who chose each. */
export function questionsToGroup(
  { stages, apart, finished }: Group,
  story: Story,
  voice: StoryVoice,
): string[] {
  const { say } = voice;
  const order = [...story.stages.keys()];
  return [
    ...stages.flatMap((one) => questionsOnSpread(one, order.indexOf(one.stage.id) + 1, voice)),
    ...apart.map(({ kind, text: action, count }) =>
      say(`debrief.group-apart.${kind as 'contested'}`, {
        action,
        share: shareWords({ count, of: finished }, say),
      }),
    ),
  ];
}

function questionsOnSpread(one: GroupStage, number: number, voice: StoryVoice): string[] {
  const { say } = voice;
  const chosen = one.options.filter(({ count }) => count > 0);
  const spread = chosen.map(({ of, count }) =>
    say('debrief.spread-one', {
      choice: optionWords(one.stage, of, voice),
      share: shareWords({ count, of: one.learners }, say),
    }),
  );
  const key = chosen.length > 1 ? 'debrief.spread' : 'debrief.spread-same';
  return [
    say(key, { number, spread: listInWords(spread, say) }),
    ...(one.changed > 0 ? [say('debrief.group-changed', { count: one.changed })] : []),
  ];
}
