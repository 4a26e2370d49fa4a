import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { get } from '../../document/node.ts';
import { parse } from '../../document/parse.ts';
import { sourceOf } from '../../document/source.ts';
import { InputError } from '../../problems/input-error.ts';
import { fieldsOf, wordOf } from '../read/node.ts';

/** The file in which a project names its packs. */
const PROJECT_FILE = 'timbang.yaml';

/**
 * Packs that the project's `timbang.yaml` names under `packs:`, id to absolute folder; none where there is no such
 * file. What else the file says is for the command line.
 *
 * @throws InputError when the file is there and is not YAML (E1xx)
 */
export async function namedPacks(project: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(project, PROJECT_FILE), 'utf8').catch(() => undefined);
  if (text === undefined || text.trim() === '') return new Map();
  const { root, problems } = parse(sourceOf(PROJECT_FILE, text));
  if (!root) throw new InputError(problems);
  const packs = get(root, 'packs');
  return new Map(
    (packs ? fieldsOf(packs) : []).map(({ key, node }) => [key, resolve(project, wordOf(node))]),
  );
}
