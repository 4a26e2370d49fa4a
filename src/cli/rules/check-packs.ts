import type { PackId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import { EXIT } from '../exit-codes.ts';
import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';

/**
 * Loads packs, then proves over all dilemmas what can be proved of them. A pack that cannot be loaded is told of with
 * its problems; a fault that a proof found ends with 1.
 */
export async function checkPacks(shell: Shell, packs: readonly string[], asJson: boolean): Promise<void> {
  const { checkPack } = await import('../../analysis/check-pack.ts');
  const { checkDoc, checkJson, isFault } = await import('../../render/findings.ts');
  const { print } = await import('../../render/print.ts');
  const refs = packs.length > 0 ? packs : [undefined];
  const checks = await shell.each(refs, async (ref) => {
    const pack = await loadPackOf(shell, ref);
    const check = checkPack(pack, { below: await packsBelow(shell, pack) });
    if (check.findings.some(isFault)) shell.raise(EXIT.found);
    if (!asJson) shell.write(print(checkDoc(check, pack, shell), shell.look('stdout')));
    return { check, pack };
  });
  if (asJson) shell.write(checkJson(checks));
}

/** The packs with which the properties of an overlay compare it. */
async function packsBelow(shell: Shell, { properties }: Pack): Promise<Map<PackId, Pack>> {
  const ids = new Set([...properties.values()].flatMap(({ nowhereWeakerThan: id }) => id ?? []));
  const loaded = [...ids].map(async (id) => [id, await loadPackOf(shell, id)] as const);
  return new Map(await Promise.all(loaded));
}
