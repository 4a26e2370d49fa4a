import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Text } from '../../model/text.ts';
import { refused } from '../../problems/input-error.ts';
import { storyOf } from '../../scenarios/play/story.ts';
import { openScenario, readInput } from '../read-input.ts';
import type { Shell } from '../shell.ts';
import { scenariosOfPack } from './candidates.ts';

/** A story that comes with the pack in force or with one that it extends. */
export interface LibraryStory {
  readonly id: string;
  readonly title: Text;
  readonly level: string | null;
  readonly minutes: number | null;
  /** As it is called from here. */
  readonly file: string;
}

/** The stories of the packs, by the order of the chain and their files. What cannot be read is for `scenario check` to tell. */
export async function storiesOfPack(shell: Shell): Promise<LibraryStory[]> {
  const stories: LibraryStory[] = [];
  for (const { file } of await scenariosOfPack(shell)) {
    const input = await readInput(shell, file).catch(refused);
    // Most files of a pack are flat; a look at the text spares checking the shape of each.
    if (!input || !/^stages:/m.test(input.text)) continue;
    const root = await openScenario(input).catch(refused);
    const story = root && storyOf(root);
    if (!story) continue;
    const { id, title, level = null, minutes = null } = story;
    stories.push({ id, title, level, minutes, file });
  }
  return stories;
}

/** The file of a scenario that was named by its path or, where it comes with a pack, by its id alone. */
export async function storyFile(shell: Shell, named: string): Promise<string> {
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(named);
  if (!isId || (await stat(path.resolve(shell.host.cwd, named)).catch(() => undefined))) return named;
  const files = (await scenariosOfPack(shell)).map(({ file }) => file);
  return files.find((file) => path.parse(file).name === named) ?? named;
}
