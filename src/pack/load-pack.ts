import type { Pack } from '../model/pack.ts';
import { builtOf } from './built/built-pack.ts';
import type { Where } from './find/find-pack.ts';

/**
 * Loads a pack with all that it extends: as it was built, where its files are those that it was built of; else read,
 * laid over each other, linked and checked. Both give the same pack.
 *
 * @param ref an id, or a folder (with a slash or a leading dot)
 * @throws InputError with every problem of the round, sorted by file and place; E1xx to E4xx
 */
export async function loadPack(ref: string, where: Where): Promise<Pack> {
  const built = await builtOf<Pack>(ref, where, 'pack');
  if (built) return built;
  const { parsePack } = await import('./parse-pack.ts');
  return (await parsePack(ref, where)).pack;
}

/** What of a pack says whom to call. */
export type PanelOfPack = Pick<Pack, 'id' | 'languages' | 'placeName' | 'panel' | 'contacts'>;

/** Loads the part of a pack that says whom to call, which takes a tenth of the time; else as `loadPack`. */
export async function loadPanel(ref: string, where: Where): Promise<PanelOfPack> {
  return (await builtOf<PanelOfPack>(ref, where, 'panel')) ?? loadPack(ref, where);
}
