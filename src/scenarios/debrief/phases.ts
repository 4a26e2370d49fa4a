import type { Text } from '../../model/text.ts';
import type { DebriefModel, Story } from '../play/story.ts';

/** Models of a debriefing, the default first. PEARLS: Eppich and Cheng 2015. */
export const MODELS = ['pearls', 'gas', 'plus-delta'] as const;

export type Phase =
  | 'reactions'
  | 'description'
  | 'analysis'
  | 'application'
  | 'gather'
  | 'analyze'
  | 'summarize'
  | 'plus'
  | 'delta';

/** The parts of the talk, in order. */
export const PHASES: Readonly<Record<DebriefModel, readonly Phase[]>> = {
  pearls: ['reactions', 'description', 'analysis', 'application'],
  gas: ['gather', 'analyze', 'summarize'],
  'plus-delta': ['plus', 'delta'],
};

/** The part in which the learners' own choices are talked over. */
export const OWN_CHOICES: Readonly<Record<DebriefModel, Phase>> = {
  pearls: 'analysis',
  gas: 'analyze',
  'plus-delta': 'delta',
};

/** Under which names a scenario may have written questions for a part: those of the other models are taken over. */
const NAMES: Readonly<Record<Phase, readonly string[]>> = {
  reactions: ['reactions'],
  description: ['description', 'gather'],
  analysis: ['analysis', 'analyze', 'analyse', 'delta'],
  application: ['application', 'summarize', 'summarise', 'summary'],
  gather: ['gather', 'reactions', 'description'],
  analyze: ['analyze', 'analyse', 'analysis', 'delta'],
  summarize: ['summarize', 'summarise', 'summary', 'application'],
  plus: ['plus'],
  delta: ['delta', 'analysis', 'application'],
};

/** The questions that the author wrote for one part of the talk. */
export function questionsFor(phase: Phase, { debrief }: Story): Text[] {
  return NAMES[phase].flatMap((name) => debrief.questions.get(name) ?? []);
}

/** The model that was asked for, that of the scenario, or the default. */
export function modelOf(story: Story, wanted: DebriefModel | undefined): DebriefModel {
  return wanted ?? story.debrief.model ?? MODELS[0];
}
