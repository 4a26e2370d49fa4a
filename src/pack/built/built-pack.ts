import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findPack, shownFrom, type Where } from '../find/find-pack.ts';
import { digestOf } from '../read/digest.ts';
import { packFilesIn } from '../read/pack-files.ts';
import { decode, type Encoded } from './decode.ts';

/** What the build writes of one shipped pack: all of it, or the panel. */
interface Built extends Encoded {
  /** That of the files which it was made of. */
  readonly digest: string;
  /** Folders of the chain by name, the pack itself first. */
  readonly layers: readonly { readonly folder: string; readonly id: string; readonly extends?: string }[];
}

/**
 * Takes what was built of a pack, or a part of it.
 *
 * INVARIANT: what comes out is what parsing the files would give, and `undefined` comes out in any doubt: the pack or
 * one that it extends stands elsewhere, a file was changed, added or taken away, or nothing was built.
 */
export async function builtOf<Part>(
  ref: string,
  where: Where,
  part: 'pack' | 'panel',
): Promise<Part | undefined> {
  if (where.built === undefined) return undefined;
  const found = await findPack(ref, where);
  if (!found || dirname(found.path) !== where.shipped) return undefined;
  const built = read(join(where.built, `${basename(found.path)}.${part}.json`));
  if (!built || !(await isChain(built, where)) || digestNow(built, where) !== built.digest) return undefined;
  const shown = new Map(
    built.layers.map(({ folder }) => [folder, shownFrom(where.project, join(where.shipped, folder))]),
  );
  return decode(built, (name) => {
    const slash = name.indexOf('/');
    const folder = shown.get(name.slice(0, slash));
    return folder === '.' ? name.slice(slash + 1) : `${folder}${name.slice(slash)}`;
  }) as Part;
}

function read(file: string): Built | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Built;
  } catch {
    // Not built, or not whole: then the files of the pack are read.
    return undefined;
  }
}

/** Whether what each pack extends is still found where it was: a project or a person may have one of that name. */
async function isChain({ layers }: Built, where: Where): Promise<boolean> {
  for (const [at, { folder, extends: next }] of layers.entries()) {
    if (next === undefined) continue;
    const found = await findPack(next, where, join(where.shipped, folder));
    if (found?.path !== join(where.shipped, layers[at + 1]?.folder ?? '')) return false;
  }
  return true;
}

function digestNow({ layers }: Built, { shipped }: Where): string | undefined {
  try {
    return digestOf(
      layers.map(({ folder, id }) => ({
        id,
        files: packFilesIn(join(shipped, folder)).map((name) => ({
          name,
          bytes: readFileSync(join(shipped, folder, name)),
        })),
      })),
    );
  } catch {
    // Parsing says what cannot be read.
    return undefined;
  }
}
