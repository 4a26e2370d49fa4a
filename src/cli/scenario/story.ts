import type { MapNode } from '../../document/node.ts';
import { InputError } from '../../problems/input-error.ts';
import { type Story, storyOf } from '../../scenarios/play/story.ts';
import { type LoadedPack, packLoader } from '../packs.ts';
import { openScenario, readInput } from '../read-input.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import { storyFile } from './library.ts';

/** A staged scenario with the pack that weighs it. */
export interface OpenStory extends LoadedPack {
  /** As the user named it. */
  readonly file: string;
  readonly root: MapNode;
  readonly story: Story;
}

/** Which scenario and which rules a sheet of paper is from. */
export function footOf({ story, pack }: OpenStory): string {
  return `timbang ${VERSION}   ${story.id} ${story.version}   ${pack.id} ${pack.version}`;
}

/**
 * Opens a staged scenario, named by its path or by its id in the library.
 *
 * @throws InputError what is wrong with the file or its pack. E831: it has no stages
 */
export async function openStory(shell: Shell, named: string): Promise<OpenStory> {
  const file = await storyFile(shell, named);
  const input = await readInput(shell, file);
  const root = await openScenario(input);
  const story = storyOf(root);
  if (!story) throw new InputError([{ code: 'E831', saw: file }]);
  return { file, root, story, ...(await packLoader(shell)(input.pack)) };
}
