import { InputError } from '../../problems/input-error.ts';
import { modelOf } from '../../scenarios/debrief/phases.ts';
import { facilitatorSheets, type WeighedWay } from '../../scenarios/handout/facilitator-sheets.ts';
import { learnerSheets } from '../../scenarios/handout/learner-sheets.ts';
import { pathsOfTests } from '../../scenarios/handout/paths-of-tests.ts';
import { letterOf } from '../../scenarios/handout/sheet.ts';
import { wayOf } from '../../scenarios/play/fold.ts';
import { storyVoice } from '../../scenarios/play/voice.ts';
import { weighStages } from '../../scenarios/play/weigh-path.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import { deliverSheets } from './on-paper.ts';
import type { HandoutCommandOptions } from './options.ts';
import { footOf, type OpenStory, openStory } from './story.ts';

/** Prints the sheets of a story, for its learners or for the one who leads the talk. */
export async function handOut(shell: Shell, file: string, options: HandoutCommandOptions): Promise<void> {
  const opened = await openStory(shell, file);
  const { story, pack } = opened;
  const voice = storyVoice(pack, shell.lang);
  const sheets =
    options.for === 'facilitator'
      ? facilitatorSheets({
          story,
          voice,
          model: modelOf(story, undefined),
          ways: waysOf(opened, shell),
          today: shell.today(),
        })
      : learnerSheets(story, voice);
  await deliverSheets(shell, sheets, { ...options, foot: footOf(opened) });
}

/** The ways that the author's tests name, each weighed. */
function waysOf({ root, story, compiled }: OpenStory, shell: Shell): WeighedWay[] {
  return pathsOfTests(root).flatMap((path) => {
    const answers = new Map(Object.entries(path).map(([stage, option]) => [stage, { option }]));
    const { stages, end } = wayOf(story, answers);
    const letters = stages.flatMap(({ id, options }) => {
      const at = options.findIndex((option) => option.id === path[id]);
      return at < 0 ? [] : [letterOf(at)];
    });
    try {
      const weighed = weighStages({ root, compiled, path, lang: shell.lang, toolVersion: VERSION });
      const apart = weighed.flatMap(({ stage, apart: all }) =>
        all.map(({ kind, action }) => ({
          stage,
          words: shell.say(`report.apart.${kind}`, { action: action.text }),
        })),
      );
      return [{ letters: letters.join(''), end, apart }];
    } catch (error) {
      // A test that names what is not there is for scenario check to tell.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}
