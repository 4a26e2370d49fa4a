import { assert, asyncProperty, infiniteStream, nat } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadPack } from '../../src/pack/load-pack.ts';
import { blocksOfPage, writePack } from './format-page.ts';
import { header, inFolder, problemsOf } from './sound.ts';

type Part = Record<string, unknown> | unknown[];

interface File {
  readonly name: string;
  readonly text: string;
}

let files: readonly File[];

beforeAll(async () => {
  const blocks = await blocksOfPage();
  const overlay = blocks.filter(({ kind }) => kind === 'overlay');
  files = [
    ...blocks
      .filter(({ kind }) => kind === 'file')
      .map(({ name, text }) => ({ name: `below/${name}`, text })),
    ...overlay.map(({ name, text }) => ({ name: `above/${name}`, text })),
    { name: 'above/pack.yaml', text: header('above', 'extends: ../below\n') },
  ];
});

test('whatever is broken in a pack, it loads or says what is wrong, with a place', async () => {
  await assert(
    asyncProperty(infiniteStream(nat()), async (numbers) => {
      const draw = (): number => numbers.next().value;
      const broken = breakOne(files, draw);
      const problems = await problemsOf(
        inFolder(async (folder) => {
          await writePack(folder, broken);
          return loadPack('./above', { project: folder, shipped: folder });
        }),
      );
      for (const problem of problems) expect(problem.place?.line).toBeGreaterThan(0);
    }),
    { numRuns: 25 },
  );
});

/** Breaks a few things in one file: a key is gone, a word is another word of the pack, a value is of another kind. */
function breakOne(pack: readonly File[], draw: () => number): readonly File[] {
  const hit = draw() % pack.length;
  return pack.map(({ name, text }, index) => {
    if (index !== hit) return { name, text };
    const root = parse(text) as Part;
    for (let count = draw() % 3; count >= 0; count -= 1) breakPart(root, draw);
    return { name, text: stringify(root) };
  });
}

const WORDS = [
  'yes',
  'no',
  'any',
  'none',
  'all',
  'must',
  'autonomy',
  'serious',
  'supervisor',
  'a-secret',
  'write-it-down',
  18,
];

function breakPart(root: Part, draw: () => number): void {
  const parts = partsOf(root);
  const part = parts[draw() % parts.length] as Record<string, unknown>;
  const keys = Object.keys(part);
  const key = keys[draw() % Math.max(1, keys.length)];
  if (key === undefined) return;
  const kind = draw() % 4;
  if (kind === 0) delete part[key];
  else if (kind === 1) part[key] = WORDS[draw() % WORDS.length];
  else if (kind === 2) part[key] = [WORDS[draw() % WORDS.length]];
  else part[String(WORDS[draw() % WORDS.length])] = part[key];
}

function partsOf(value: unknown): Part[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}
