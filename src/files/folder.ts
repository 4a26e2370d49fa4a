import { mkdir, readdir } from 'node:fs/promises';
import { InputError } from '../problems/input-error.ts';
import { systemCodeOf } from './system-code.ts';

/**
 * Makes a folder, with those above it, for files that are about to be written.
 *
 * @param options.used a folder that holds something already may be written into
 * @throws InputError. E708: it cannot be made or looked into. E710: it is not empty.
 */
export async function makeFolder(folder: string, { used }: { readonly used: boolean }): Promise<void> {
  let names: readonly string[];
  try {
    await mkdir(folder, { recursive: true });
    names = await readdir(folder);
  } catch (error) {
    const reason = systemCodeOf(error);
    if (reason === undefined) throw error;
    throw new InputError([{ code: 'E708', saw: folder, values: { reason } }]);
  }
  if (names.length > 0 && !used) throw new InputError([{ code: 'E710', saw: folder }]);
}
