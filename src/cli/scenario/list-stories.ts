import { inLang } from '../../model/text.ts';
import { json as asJson } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import { hang } from '../rules/entry-lines.ts';
import type { Shell } from '../shell.ts';
import { type LibraryStory, storiesOfPack } from './library.ts';

/** Prints the stories of the packs: for people the id to call it by, its title, for whom and how long; for programs one object. */
export async function listStories(shell: Shell, json: boolean): Promise<void> {
  const stories = await storiesOfPack(shell);
  if (json) return shell.write(asJson({ schema: 'timbang.stories/1', stories }));
  if (stories.length === 0) return shell.tell(shell.say('cli.scenario.list.none', { pack: shell.pack.ref }));
  const width = shell.width('stdout');
  shell.write(
    stories
      .flatMap((story) => hang(`${story.id}: ${about(story, shell)}`, '', width))
      .map(clean)
      .join('\n'),
  );
}

function about({ title, level, minutes }: LibraryStory, { say, lang }: Shell): string {
  const told = { title: inLang(title, lang) };
  if (level === null || minutes === null) return say('cli.scenario.list.title', told);
  return say('cli.scenario.list.story', {
    ...told,
    level: say(`handout.level.${level as 'novice'}`),
    minutes,
  });
}
