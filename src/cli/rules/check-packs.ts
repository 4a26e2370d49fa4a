import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';

/** Loads packs and tells of every problem in them; one that is sound is named on stdout. */
export async function checkPacks(shell: Shell, packs: readonly string[]): Promise<void> {
  const refs = packs.length > 0 ? packs : [undefined];
  await shell.each(refs, async (ref) => {
    const { id, version } = await loadPackOf(shell, ref);
    shell.write(shell.say('cli.rules.check.ok', { pack: id, version }));
  });
}
