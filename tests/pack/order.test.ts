import { join } from 'node:path';
import { assert, asyncProperty, infiniteStream, nat } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { blocksOfPage, writePack } from './format-page.ts';
import { inFolder } from './sound.ts';

type Plain = Record<string, unknown>;

let files: { name: string; text: string }[];

beforeAll(async () => {
  files = (await blocksOfPage())
    .filter(({ kind }) => kind === 'file')
    .map(({ name, text }) => ({ name, text }));
});

/** Lines whose order is the author's words and no meaning: how answers are listed, and lists of ids. */
const KEPT = ['answers', 'languages', 'contacts'];

test('the order of files, sections and keys changes nothing that a pack means', async () => {
  const expected = meaningOf(await load(files));
  await assert(
    asyncProperty(infiniteStream(nat()), async (numbers) => {
      const draw = (): number => numbers.next().value;
      const shuffled = shuffle(files, draw).map(({ name, text }, index) => ({
        name: name === 'pack.yaml' ? name : `${index}-${name.replaceAll('/', '-')}`,
        text: stringify(shuffleKeys(parse(text), draw)),
      }));
      expect(meaningOf(await load(shuffled))).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

function load(pack: readonly { name: string; text: string }[]): Promise<Pack> {
  return inFolder(async (folder) => {
    await writePack(folder, pack);
    return loadPack('.', { project: folder, shipped: join(folder, 'none') });
  });
}

function shuffle<T>(items: readonly T[], draw: () => number): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(draw() % rest.length, 1)[0] as T);
}

function shuffleKeys(value: unknown, draw: () => number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, draw));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, shuffleKeys(inner, draw, name)] as const,
  );
  return Object.fromEntries(KEPT.includes(key) ? entries : shuffle(entries, draw));
}

/** A pack without the places and the order in which its pieces were written, and without the bytes of its files. */
function meaningOf(pack: Pack): unknown {
  return sorted({ ...pack, digest: '' });
}

function sorted(value: unknown): unknown {
  if (value instanceof Map) return sorted(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value as Plain).filter(([key]) => key !== 'place');
  const fields = Object.fromEntries(
    kept.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
  // The parts of `all` and `any`, and the actions that a symmetric exclusion added, stand in the order of the files.
  return Object.fromEntries(
    Object.entries(fields).map(([key, inner]) => [
      key,
      ['of', 'excludes', 'triggers'].includes(key) ? unordered(inner) : inner,
    ]),
  );
}

function unordered(value: unknown): unknown {
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}
