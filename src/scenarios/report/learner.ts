import type { Confidence, PlayEvent } from '../play/event.ts';
import { CONFIDENCE } from '../play/event.ts';
import { fold, isTold, optionOf, wayOf } from '../play/fold.ts';
import type { Parting } from '../play/parting.ts';
import type { SessionFile } from '../play/session-file.ts';
import type { Stage, Story } from '../play/story.ts';

/** A choice that was made, and then made otherwise. */
export interface Change {
  readonly from: string;
  readonly to: string;
  /** Whether something had been said about the first one by then. */
  readonly afterTold: boolean;
}

/** What one learner did at one stage on the way. */
export interface LearnerStage {
  readonly stage: Stage;
  readonly option?: string;
  readonly confidence?: Confidence;
  readonly sure?: number;
  readonly reason?: string;
  readonly shift?: number;
  readonly changes: readonly Change[];
}

/** One session, read beside its story. */
export interface Learner {
  /** The random name of the session. */
  readonly id: string;
  readonly end?: string;
  /** Stages on the way, in order. */
  readonly stages: readonly LearnerStage[];
  /** How often the learner went back. */
  readonly backs: number;
  /** Choices that part from the rules, each by what was known then; absent where they could not be weighed. */
  readonly apart?: readonly (Parting & { readonly stage: string })[];
}

/** Reads what a session says of its story. Stages that are off the way which held at last are left out. */
export function learnerOf(story: Story, session: SessionFile): Omit<Learner, 'apart'> {
  const { id, events } = session;
  const { answers } = fold(story, events);
  const { stages, end } = wayOf(story, answers);
  const ended = end !== undefined && events.some((event) => event.event === 'ended' && event.end === end);
  return {
    id,
    ...(ended && { end }),
    backs: events.filter(({ event }) => event === 'back').length,
    stages: stages.map((stage) => {
      const answer = answers.get(stage.id) ?? {};
      return {
        stage,
        ...answer,
        ...(answer.confidence && { sure: CONFIDENCE[answer.confidence] }),
        changes: changesOf(stage, events),
      };
    }),
  };
}

function changesOf(stage: Stage, events: readonly PlayEvent[]): Change[] {
  const changes: Change[] = [];
  let before: string | undefined;
  let told = false;
  for (const event of events) {
    if (!('stage' in event) || event.stage !== stage.id) continue;
    if (event.event === 'told') told = true;
    if (event.event !== 'choice') continue;
    if (before !== undefined && before !== event.option) {
      const first = optionOf(stage, before);
      changes.push({
        from: before,
        to: event.option,
        afterTold: told && first !== undefined && isTold(stage, first),
      });
    }
    before = event.option;
  }
  return changes;
}
