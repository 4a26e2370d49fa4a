import { InputError } from '../../problems/input-error.ts';
import { gap, title } from '../../render/doc.ts';
import { print } from '../../render/print.ts';
import { fold, pageNow, pathOf, wayOf } from '../../scenarios/play/fold.ts';
import { paragraphs } from '../../scenarios/play/pages.ts';
import { readSession } from '../../scenarios/play/session-file.ts';
import { storyVoice } from '../../scenarios/play/voice.ts';
import { weighPath, weighStages } from '../../scenarios/play/weigh-path.ts';
import { weighedDoc } from '../../scenarios/play/weighed-page.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import { openStory } from './story.ts';

/**
 * Prints how a session ended and how its way is weighed; what was answered stands in the session itself. E832: it is of
 * another story. E810: it was not played to its end, and nobody can be asked for the rest.
 */
export async function tellSession(shell: Shell, file: string, answers: string): Promise<void> {
  const { root, story, compiled, pack } = await openStory(shell, file);
  const session = await readSession(answers);
  if (session.scenario.id !== story.id)
    throw new InputError([{ code: 'E832', saw: session.scenario.id, expected: [story.id] }]);
  const state = fold(story, session.events);
  const page = pageNow(story, state);
  if (page !== undefined && page.kind !== 'end') throw new InputError([{ code: 'E810', saw: '' }]);
  const voice = storyVoice(pack, shell.lang);
  const path = pathOf(story, state.answers);
  const weighing = { root, compiled, path, lang: shell.lang, toolVersion: VERSION };
  const [report, stages] = [weighPath(weighing), weighStages(weighing)];
  const { end = '' } = wayOf(story, state.answers);
  const look = shell.look('stdout');
  const doc = [
    title(voice.say('play.end.title')),
    gap,
    ...paragraphs(story.ends.get(end) ?? {}, voice.read),
    gap,
    ...weighedDoc({
      story,
      state,
      report,
      stages,
      voice,
      today: shell.today(),
      plain: shell.plain,
      width: look.width,
    }),
  ];
  shell.write(print(doc, look));
}
