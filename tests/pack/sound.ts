import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { InputError } from '../../src/problems/input-error.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { writePack } from './format-page.ts';

/** Folder of the small pack in which nothing is wrong. */
export const SOUND = fileURLToPath(new URL('../support/packs/sound', import.meta.url));

/** The head of a pack; what is given stands in it too. */
export function header(id: string, more = ''): string {
  return `schema: timbang.pack/1
id: ${id}
version: 1.0.0
title:
  id: Paket ${id}
  en: Pack ${id}
languages: [id, en]
jurisdiction: ID
place:
  id: Indonesia
  en: Indonesia
licence: CC-BY-4.0
reviewed: not-yet
${more}`;
}

/** Runs something in a folder of its own that is gone afterwards. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'timbang-pack-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Loads files laid over the sound pack. */
export function loadOver(files: Readonly<Record<string, string>>, more = ''): Promise<Pack> {
  return inFolder(async (folder) => {
    const written = Object.entries(files).map(([name, text]) => ({ name, text }));
    await writePack(folder, [
      { name: 'pack.yaml', text: header('over', `extends: ${SOUND}\n${more}`) },
      ...written,
    ]);
    return loadPack('.', { project: folder, shipped: join(folder, 'none') });
  });
}

/** The problems for which something is refused; none when it is not. */
export async function problemsOf(load: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await load;
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
