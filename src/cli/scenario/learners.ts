import { InputError } from '../../problems/input-error.ts';
import { fold, pathOf } from '../../scenarios/play/fold.ts';
import type { SessionFile } from '../../scenarios/play/session-file.ts';
import { weighStages } from '../../scenarios/play/weigh-path.ts';
import { type Learner, learnerOf } from '../../scenarios/report/learner.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import type { Played } from './sessions.ts';

/** Reads each session beside its story, and weighs the way that it took. */
export function learnersOf(shell: Shell, { opened, sessions }: Played): Learner[] {
  const { root, story, compiled } = opened;
  // Many learners take the same way.
  const weighed = new Map<string, Learner['apart']>();
  const apartOf = (session: SessionFile): Learner['apart'] => {
    const path = pathOf(story, fold(story, session.events).answers);
    const key = JSON.stringify(path);
    if (!weighed.has(key)) weighed.set(key, weigh(path));
    return weighed.get(key);
  };
  const weigh = (path: Readonly<Record<string, string>>): Learner['apart'] => {
    try {
      return weighStages({ root, compiled, path, lang: shell.lang, toolVersion: VERSION }).flatMap(
        ({ stage, apart }) => apart.map((parting) => ({ ...parting, stage })),
      );
    } catch (error) {
      // A session of an older story may name what is gone: its choices are told, and not weighed.
      if (error instanceof InputError) return undefined;
      throw error;
    }
  };
  return sessions.map((session) => {
    const apart = apartOf(session);
    return { ...learnerOf(story, session), ...(apart && { apart }) };
  });
}
