import { InputError } from '../../problems/input-error.ts';
import { debriefDoc } from '../../scenarios/debrief/debrief-doc.ts';
import { modelOf } from '../../scenarios/debrief/phases.ts';
import { storyVoice } from '../../scenarios/play/voice.ts';
import type { Shell } from '../shell.ts';
import { learnersOf } from './learners.ts';
import { deliverDoc } from './on-paper.ts';
import type { DebriefCommandOptions } from './options.ts';
import { playedIn, storiesIn } from './sessions.ts';
import { footOf } from './story.ts';

/** Prints the questions of the talk afterwards, with the choices of the sessions that were named filled in. */
export async function debriefStory(
  shell: Shell,
  files: readonly string[],
  options: DebriefCommandOptions,
): Promise<void> {
  const found = await storiesIn(shell, files);
  const [first, ...others] = found.sessions.length > 0 ? await playedIn(shell, found) : [];
  const [alone] = found.stories;
  const played = first ?? (alone && { opened: alone, sessions: [] });
  if (!played)
    throw new InputError([{ code: 'E803', saw: 'file', values: { command: 'timbang scenario debrief' } }]);
  // One talk is about one story.
  if (others.length > 0)
    throw new InputError(
      others.map(({ opened }) => ({
        code: 'E832',
        saw: opened.story.id,
        expected: [played.opened.story.id],
      })),
    );
  const { story, pack } = played.opened;
  const voice = storyVoice(pack, shell.lang);
  const learners = learnersOf(shell, played);
  const model = modelOf(story, options.model);
  await deliverDoc(shell, debriefDoc({ story, voice, model, learners }), {
    ...options,
    foot: footOf(played.opened),
  });
}
