import { join } from 'node:path';
import type { MapNode } from '../../document/node.ts';
import { openDocument } from '../../document/open.ts';
import { readTextFile } from '../../files/read.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { HEADER_FILE, type PackFolder } from '../find/find-pack.ts';
import { given } from '../problem-at.ts';
import { collect, packHeaderOf } from './collect.ts';
import type { DigestedFile } from './digest.ts';
import { packFilesIn } from './pack-files.ts';
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
  const names = packFilesIn(path);
  const opened = await Promise.all(
    names.map((name) => openPart(path, { name, file: shown === '.' ? name : `${shown}/${name}` })),
  );
  for (const problem of opened.flatMap(({ problems }) => problems)) report(problem);
  const usable = opened.flatMap(({ name, root }) => (root ? [{ name, root }] : []));
  const files = opened.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const header = usable.find(({ name }) => name === HEADER_FILE);
  const whole = usable.length === opened.length;
  if (!header) return { files, whole };
  return { draft: collect(usable, packHeaderOf(header.root, path), report), files, whole };
}

interface Part {
  readonly name: string;
  readonly text: string;
  readonly root?: MapNode;
  readonly problems: readonly Problem[];
}

async function openPart(
  folder: string,
  { name, file }: { readonly name: string; readonly file: string },
): Promise<Part> {
  try {
    const text = await readTextFile(join(folder, name));
    const kind = name === HEADER_FILE ? 'pack' : 'pack-file';
    const { value, problems } = openDocument({ file, text, kind });
    return { name, text, problems, ...given('root', value) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // As the user would name the file, not where it stands on this machine.
    return { name, text: '', problems: error.problems.map((problem) => ({ ...problem, saw: file })) };
  }
}
