import { join } from 'node:path';
import { get } from '../document/node.ts';
import { openDocument } from '../document/open.ts';
import { readTextFile } from '../files/read.ts';
import type { PackId } from '../model/ids.ts';
import type { Text } from '../model/text.ts';
import { HEADER_FILE, type PackFolder, packFolders, type Where } from './find/find-pack.ts';
import { textOf } from './link/words.ts';
import { packHeaderOf } from './read/collect.ts';
import { need } from './read/node.ts';

/** A pack that can be found by its id, as its `pack.yaml` describes it; nothing else of it was looked at. */
export interface ListedPack {
  readonly id: PackId;
  readonly version: string;
  readonly title: Text;
  /** The place whose numbers ring. */
  readonly place: Text;
  readonly languages: readonly string[];
  /** As problems would call it: from the project's folder, or in full. */
  readonly folder: string;
}

/**
 * Lists the packs that can be found, by id. A folder whose `pack.yaml` cannot be used is left out: loading it tells
 * what is wrong.
 *
 * @throws InputError when `timbang.yaml` cannot be read
 */
export async function listPacks(where: Where): Promise<readonly ListedPack[]> {
  const listed = await Promise.all((await packFolders(where)).map(listedPack));
  return listed.filter((pack) => pack !== undefined).sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function listedPack({ path, shown }: PackFolder): Promise<ListedPack | undefined> {
  const text = await readTextFile(join(path, HEADER_FILE)).catch(() => '');
  const { value } = openDocument({ file: `${shown}/${HEADER_FILE}`, text, kind: 'pack' });
  if (!value) return undefined;
  const header = packHeaderOf(value, path);
  const silent = { report: () => {} };
  const place = get(value, 'place');
  const title = textOf(silent, header, need(value, 'title'));
  return {
    id: header.id,
    version: header.version,
    title,
    place: place ? textOf(silent, header, place) : title,
    languages: header.languages,
    folder: shown,
  };
}
