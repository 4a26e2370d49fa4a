import type { Pack } from '../model/pack.ts';
import type { Where } from '../pack/find/find-pack.ts';
import type { Shell } from './shell.ts';

/** Where packs are looked for: the project's folder, the user's, and those that come with the program. */
export function whereOf({ host, places }: Shell): Where {
  return { project: host.cwd, user: places.userPacks, shipped: places.shippedPacks };
}

/** Loads a pack by id or folder, or the one in force. Throws `InputError` with everything that is wrong with it. */
export async function loadPackOf(shell: Shell, ref?: string): Promise<Pack> {
  const { loadPack } = await import('../pack/load-pack.ts');
  return loadPack(ref ?? shell.pack.ref, whereOf(shell));
}
