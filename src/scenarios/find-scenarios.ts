import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../problems/input-error.ts';

const ENDINGS = ['.yaml', '.yml', '.json'];

/**
 * Lists the scenario files under files and folders, each once: a folder gives every YAML and JSON file in it and below,
 * sorted, without those that are hidden.
 *
 * @param named as the user named them, relative to `folder`
 * @throws InputError E819: a folder without any; E701: nothing of that name is there
 */
export async function findScenarios(named: readonly string[], folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of named) {
    const about = await stat(path.resolve(folder, name)).catch(() => undefined);
    if (!about) throw new InputError([{ code: 'E701', saw: name }]);
    if (!about.isDirectory()) {
      found.push(name);
      continue;
    }
    const files = await filesBelow(path.resolve(folder, name), name);
    if (files.length === 0) throw new InputError([{ code: 'E819', saw: name }]);
    found.push(...files);
  }
  return [...new Set(found)];
}

async function filesBelow(folder: string, shown: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const name = `${shown.replace(/[\\/]$/, '')}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(path.join(folder, entry.name), name)));
    else if (ENDINGS.includes(path.extname(entry.name))) found.push(name);
  }
  return found;
}
