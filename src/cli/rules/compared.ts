import type { Compared } from '../../render/pack-diff.ts';
import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';

/** Loads two packs to be compared. Throws `InputError` with everything that is wrong with the first that has a fault. */
export async function loadBoth(
  shell: Shell,
  { first, second }: { readonly first: string; readonly second: string },
): Promise<Compared> {
  return {
    first: { ref: first, pack: await loadPackOf(shell, first) },
    second: { ref: second, pack: await loadPackOf(shell, second) },
  };
}
