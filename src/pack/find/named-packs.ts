import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { get } from '../../document/node.ts';
import { InputError } from '../../problems/input-error.ts';
import { fieldsOf, wordOf } from '../read/node.ts';

/** The file in which a project names its packs. */
const PROJECT_FILE = 'timbang.yaml';

/**
 * Packs that the project's `timbang.yaml` names under `packs:`, id to absolute folder; none where there is no such
 * file. What else the file says is for the command line.
 *
 * @throws InputError when the file is there and cannot be read (E1xx, E7xx)
 */
export async function namedPacks(project: string): Promise<ReadonlyMap<string, string>> {
  const path = join(project, PROJECT_FILE);
  const there = await stat(path).catch(() => undefined);
  if (!there) return new Map();
  // Most calls find no such file and need no parser.
  const { readTextFile } = await import('../../files/read.ts');
  const text = await readTextFile(path);
  if (text.trim() === '') return new Map();
  const { parse } = await import('../../document/parse.ts');
  const { sourceOf } = await import('../../document/source.ts');
  const { root, problems } = parse(sourceOf(PROJECT_FILE, text));
  if (!root) throw new InputError(problems);
  const packs = get(root, 'packs');
  return new Map(
    (packs ? fieldsOf(packs) : []).map(({ key, node }) => [key, resolve(project, wordOf(node))]),
  );
}
