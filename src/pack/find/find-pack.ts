import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { nearestOf } from '../../problems/nearest.ts';
import { namedPacks } from './named-packs.ts';

/** Where packs are looked for; every folder is an absolute path, and none of them has to exist. */
export interface Where {
  /** Folder that a path in `--pack` starts from, and that may hold the project's `timbang.yaml`. */
  readonly project: string;
  /** Folder in the user's data folder that holds one folder per pack, named by its id. */
  readonly user?: string;
  /** Folder of the packs that come with the program, one folder per pack, named by its id. */
  readonly shipped: string;
  /** Folder of what the build has made of the shipped packs; left out: they are parsed. */
  readonly built?: string;
}

/** A folder that holds a pack: where it is, and how it is called in problems. */
export interface PackFolder {
  readonly path: string;
  readonly shown: string;
}

/** The file that makes a folder a pack. */
export const HEADER_FILE = 'pack.yaml';

/**
 * Finds the folder of a pack. A word without a slash is an id first: in `timbang.yaml`, among the user's packs, among
 * the shipped ones; then a folder of that name. `undefined` where nothing is found.
 *
 * @param from folder that a path starts from: the project's, or that of the pack that says `extends`
 * @throws InputError when `timbang.yaml` cannot be read
 */
export async function findPack(
  ref: string,
  where: Where,
  from = where.project,
): Promise<PackFolder | undefined> {
  if (!isPath(ref)) {
    const named = (await namedPacks(where.project)).get(ref);
    for (const path of [named, where.user && join(where.user, ref), join(where.shipped, ref)]) {
      if (path && (await holdsPack(path))) return { path, shown: shownFrom(where.project, path) };
    }
  }
  const path = resolve(from, ref);
  return (await holdsPack(path)) ? { path, shown: shownFrom(where.project, path) } : undefined;
}

/** All folders in which an id would find a pack; an id found earlier hides later ones of that name. */
export async function packFolders(where: Where): Promise<PackFolder[]> {
  return [...(await foldersById(where)).values()];
}

/** The word by which a pack can be found that is most like one that finds nothing. */
export async function nearestPack(ref: string, where: Where): Promise<string | undefined> {
  return nearestOf(ref, [...(await foldersById(where)).keys()]);
}

async function foldersById(where: Where): Promise<ReadonlyMap<string, PackFolder>> {
  const paths = new Map<string, string>();
  for (const parent of [where.shipped, where.user]) {
    for (const name of parent ? await foldersIn(parent) : []) paths.set(name, join(parent ?? '', name));
  }
  for (const [id, path] of await namedPacks(where.project)) paths.set(id, path);
  const found = [...paths].sort(([one], [other]) => (one < other ? -1 : 1));
  const packs = await Promise.all(found.map(([, path]) => holdsPack(path)));
  return new Map(
    found
      .filter((_, index) => packs[index])
      .map(([id, path]) => [id, { path, shown: shownFrom(where.project, path) }]),
  );
}

/** A path says so by a slash, a backslash or a leading dot; anything else is an id. */
function isPath(ref: string): boolean {
  return isAbsolute(ref) || /[\\/]|^\./.test(ref);
}

async function holdsPack(path: string): Promise<boolean> {
  const header = await stat(join(path, HEADER_FILE)).catch(() => undefined);
  return header?.isFile() ?? false;
}

async function foldersIn(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
}

/** How problems call a file or folder: inside the project a path is told from there, elsewhere in full; always with `/`. */
export function shownFrom(project: string, path: string): string {
  const inside = relative(project, path);
  const shown = inside === '' ? '.' : inside;
  return (shown.startsWith('..') || isAbsolute(shown) ? path : shown).replaceAll('\\', '/');
}
