import type { CompiledPack } from '../engine/assess.ts';
import type { Pack } from '../model/pack.ts';
import type { Where } from '../pack/find/find-pack.ts';
import type { PanelOfPack } from '../pack/load-pack.ts';
import { SHIPPED_PACK } from './config.ts';
import type { Shell } from './shell.ts';

/** Where packs are looked for: the project's folder, the user's, and those that come with the program. */
export function whereOf({ host, places }: Shell): Where {
  const { userPacks: user, shippedPacks: shipped, builtPacks: built } = places;
  return { project: host.cwd, shipped, built, ...(user !== undefined && { user }) };
}

/** Loads a pack by id or folder, or the one in force. Throws `InputError` with everything that is wrong with it. */
export async function loadPackOf(shell: Shell, ref?: string): Promise<Pack> {
  const { loadPack } = await import('../pack/load-pack.ts');
  return loadPack(ref ?? shell.pack.ref, whereOf(shell));
}

/** Loads what of the pack in force says whom to call. Throws `InputError` with what is wrong with the pack. */
export async function loadPanelOf(shell: Shell): Promise<PanelOfPack> {
  const { loadPanel } = await import('../pack/load-pack.ts');
  return loadPanel(shell.pack.ref, whereOf(shell));
}

/** The same of the pack that comes with the program, whatever the project's or the user's files say. */
export async function loadShippedPanel({ places }: Shell): Promise<PanelOfPack> {
  const { loadPanel } = await import('../pack/load-pack.ts');
  const { shippedPacks: shipped, builtPacks: built } = places;
  return loadPanel(SHIPPED_PACK, { project: shipped, shipped, built });
}

/** A pack with what the engine makes of it. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly compiled: CompiledPack;
}

/**
 * Gives what loads the pack of a file: `--pack` goes before what the file names, unless the file came with a pack of its
 * own (`own`); each pack is loaded once.
 */
export function packLoader(shell: Shell): (named: string | undefined, own?: boolean) => Promise<LoadedPack> {
  const loaded = new Map<string, Promise<LoadedPack>>();
  const load = async (ref: string): Promise<LoadedPack> => {
    const { compile } = await import('../engine/assess.ts');
    const pack = await loadPackOf(shell, ref);
    return { pack, compiled: compile(pack) };
  };
  return (named, own = false) => {
    const ref = (own ? named : undefined) ?? shell.globals.pack ?? named ?? shell.pack.ref;
    const pack = loaded.get(ref) ?? load(ref);
    loaded.set(ref, pack);
    return pack;
  };
}
