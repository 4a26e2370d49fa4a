import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HEADER_FILE } from '../find/find-pack.ts';

/** Names of the files that hold pieces, with `/`, sorted: no scenarios, no tests of rules, no pack inside this one. */
export function packFilesIn(folder: string): string[] {
  // One call after the other: for some dozen names that takes less time than waiting for them side by side.
  return namesIn(folder, readdirSync(folder, { withFileTypes: true })).sort();
}

function namesIn(folder: string, entries: readonly Dirent[]): string[] {
  return entries.flatMap((entry) => {
    const { name } = entry;
    if (entry.isFile()) return /\.ya?ml$/.test(name) && !/\.test\.ya?ml$/.test(name) ? [name] : [];
    if (!entry.isDirectory() || name === 'scenarios' || name.startsWith('.')) return [];
    const path = join(folder, name);
    const inside = readdirSync(path, { withFileTypes: true });
    if (inside.some((one) => one.name === HEADER_FILE && one.isFile())) return [];
    return namesIn(path, inside).map((below) => `${name}/${below}`);
  });
}
