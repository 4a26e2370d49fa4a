import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openDocument } from '../../document/open.ts';
import type { Problem } from '../../problems/problem.ts';
import { HEADER_FILE, type PackFolder } from '../find/find-pack.ts';
import { collect, packHeaderOf } from './collect.ts';
import type { DigestedFile } from './digest.ts';
import type { Draft } from './sections.ts';

/** A pack as its folder holds it. */
export interface ReadPack {
  /** Absent where `pack.yaml` itself could not be used. */
  readonly draft?: Draft;
  readonly files: readonly DigestedFile[];
  /** No file was left out: what is missing is missing for that reason alone. */
  readonly whole: boolean;
}

/** Reads every file of a pack in the order of their names; files that cannot be used are reported and left out. */
export async function readPack(
  { path, shown }: PackFolder,
  report: (problem: Problem) => void,
): Promise<ReadPack> {
  const names = await packFilesIn(path);
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(path, name)) })),
  );
  const opened = files.map(({ name, bytes }) => {
    const file = shown === '.' ? name : `${shown}/${name}`;
    const kind = name === HEADER_FILE ? 'pack' : 'pack-file';
    return { name, ...openDocument({ file, text: bytes.toString('utf8'), kind }) };
  });
  for (const problem of opened.flatMap(({ problems }) => problems)) report(problem);
  const usable = opened.flatMap(({ name, value }) => (value ? [{ name, root: value }] : []));
  const header = usable.find(({ name }) => name === HEADER_FILE);
  const whole = usable.length === opened.length;
  if (!header) return { files, whole };
  return { draft: collect(usable, packHeaderOf(header.root, path), report), files, whole };
}

/** Names of the files that hold pieces, with `/`, sorted: no scenarios, no tests of rules, no pack inside this one. */
async function packFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'));
  const inside = names
    .filter((name) => name.endsWith(`/${HEADER_FILE}`))
    .map((name) => name.slice(0, -HEADER_FILE.length));
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !/\.test\.ya?ml$/.test(name))
    .filter(
      (name) =>
        !/(?:^|\/)(?:scenarios|\.[^/]+)\//.test(name) && !inside.some((other) => name.startsWith(other)),
    )
    .sort();
}
