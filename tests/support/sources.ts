import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readProject } from './workplace.ts';

/** Lists the files below a folder of the project that end in `suffix`, named from the root with `/`, sorted. */
export function filesBelow(folder: string, suffix: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => name.endsWith(suffix))
    .toSorted();
}

/** The whole source of the program, for tests that ask whether something is used anywhere. */
export function allSource(): string {
  return filesBelow('src', '.ts').map(readProject).join('\n');
}
