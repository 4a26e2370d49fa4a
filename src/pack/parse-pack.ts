import type { Pack } from '../model/pack.ts';
import { inOrder } from '../problems/in-order.ts';
import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import { checkPack } from './check/check-pack.ts';
import { findPack, nearestPack, type PackFolder, type Where } from './find/find-pack.ts';
import { linkPack } from './link/link-pack.ts';
import { given, problemAt } from './problem-at.ts';
import { digestOf } from './read/digest.ts';
import { wordOf } from './read/node.ts';
import { layOver } from './read/overlay.ts';
import { type ReadPack, readPack } from './read/read-pack.ts';
import type { Draft } from './read/sections.ts';

/** Packs laid over each other, at most: nobody keeps more in view. */
const MOST_LAYERS = 8;

type Report = (problem: Problem) => void;

/** One pack of a chain: its folder, its id, and what it says under `extends`. */
export interface Layer {
  readonly path: string;
  readonly id: string;
  readonly extends?: string;
}

/** A pack made of its files, and the chain that it was made of, the pack itself first. */
export interface ParsedPack {
  readonly pack: Pack;
  readonly layers: readonly Layer[];
}

/**
 * Makes a pack, with all that it extends, of its files: read, laid over each other, linked and checked.
 *
 * The problems come in three rounds, each told in full: what cannot be read or has the wrong shape; what names, texts
 * and layers lack; what is then wrong in meaning. A round that would only echo the one before is not begun.
 *
 * @param ref an id, or a folder (with a slash or a leading dot)
 * @throws InputError with every problem of the round, sorted by file and place; E1xx to E4xx
 */
export async function parsePack(ref: string, where: Where): Promise<ParsedPack> {
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    problems.push(problem);
  };
  const chain = await readChain(ref, where, report);
  const drafts = chain.map(({ draft }) => draft).filter((draft) => draft !== undefined);
  const unread = drafts.length < chain.length || chain.some(({ whole }) => !whole);
  if (chain.length === 0 || unread || problems.some(({ code }) => code === 'E330' || code === 'E331'))
    throw refusal(problems);
  const merged = layOver(drafts, report);
  const digest = digestOf(chain.map(({ draft, files }) => ({ id: draft?.header.id ?? '', files })));
  const pack = linkPack({ merged, report }, digest);
  if (problems.length === 0) checkPack({ pack, merged, report });
  if (problems.length > 0) throw refusal(problems);
  return { pack, layers: drafts.map(layerOf) };
}

function layerOf({ header }: Draft): Layer {
  const { folder: path, id } = header;
  return { path, id, ...given('extends', header.extends && wordOf(header.extends)) };
}

/** Reads a pack and what it extends, the pack itself first. E330: not found. E331: a circle. E339: too many. */
async function readChain(ref: string, where: Where, report: Report): Promise<ReadPack[]> {
  const first = await findPack(ref, where);
  if (!first) {
    const nearest = await nearestPack(ref, where);
    report({ code: 'E330', saw: ref, ...(nearest !== undefined && { nearest }) });
    return [];
  }
  const chain: ReadPack[] = [];
  const folders: PackFolder[] = [];
  for (let folder: PackFolder | undefined = first; folder; ) {
    folders.push(folder);
    const read = await readPack(folder, report);
    chain.push(read);
    folder = read.draft && (await nextFolder(read.draft, { folders, where, report }));
  }
  return chain;
}

interface Row {
  /** Folders of the row so far, the last one being that of the pack that says `extends`. */
  readonly folders: readonly PackFolder[];
  readonly where: Where;
  readonly report: Report;
}

async function nextFolder(
  { header }: Draft,
  { folders, where, report }: Row,
): Promise<PackFolder | undefined> {
  if (!header.extends) return undefined;
  const saw = wordOf(header.extends);
  const { place } = header.extends;
  const next = await findPack(saw, where, header.folder);
  if (!next) {
    const nearest = await nearestPack(saw, where);
    report(problemAt('E330', place, { saw, ...(nearest !== undefined && { nearest }) }));
    return undefined;
  }
  const again = folders.findIndex(({ path }) => path === next.path);
  if (again >= 0) {
    const cycle = [...folders.slice(again), next].map(({ shown }) => shown).join(' > ');
    report(problemAt('E331', place, { saw, values: { cycle } }));
    return undefined;
  }
  if (folders.length < MOST_LAYERS) return next;
  report(problemAt('E339', place, { saw, values: { most: MOST_LAYERS } }));
  return undefined;
}

/** The head of a file counts for each of its rules; what is wrong in it is told once. */
function refusal(problems: readonly Problem[]): InputError {
  const told = new Map(
    problems.map((problem) => [JSON.stringify([problem.code, problem.place, problem.saw]), problem]),
  );
  return new InputError(inOrder([...told.values()]));
}
