import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtPacks, encode } from '../../scripts/packs.mjs';
import type { Pack } from '../../src/model/pack.ts';
import { builtOf } from '../../src/pack/built/built-pack.ts';
import { decode } from '../../src/pack/built/decode.ts';
import type { Where } from '../../src/pack/find/find-pack.ts';
import { loadPack, loadPanel } from '../../src/pack/load-pack.ts';
import { ROOT, temporaryFolder, writeFiles } from '../support/workplace.ts';

const RULES = path.join(ROOT, 'rules');

describe('what is written keeps what JSON cannot say', () => {
  const written = (value: unknown): unknown =>
    decode(JSON.parse(JSON.stringify(encode(value))), (name) => `rules/${name}`);

  test.each([
    { name: 'maps in maps', value: new Map([['a', new Map([[1, new Map()]])]]) },
    { name: 'a map in a list in a map', value: new Map([['a', [new Map([['b', 'c']])]]]) },
    { name: 'numbers that have no sign in JSON', value: [Infinity, -Infinity, -0, 0, NaN, 1.5] },
    { name: 'a key without a value', value: { a: undefined, b: null, c: [undefined] } },
    { name: 'a text that looks like something else', value: ['Infinity', '__proto__', 'undefined', '[]'] },
    { name: 'a value alone', value: new Map([[undefined, Infinity]]) },
  ])('$name', ({ value }) => {
    expect(written(value)).toStrictEqual(value);
  });

  test('the file of a place is called as the reader calls it, and no other key named file', () => {
    expect(written([{ file: 'base/facts.yaml', line: 1, column: 2 }, { file: 'base' }])).toStrictEqual([
      { file: 'rules/base/facts.yaml', line: 1, column: 2 },
      { file: 'base' },
    ]);
  });

  test('what it cannot write is refused', () => {
    expect(() => encode({ at: new Date(0) })).toThrow('at');
  });
});

describe('a shipped pack as it was built', () => {
  let files: Awaited<ReturnType<typeof builtPacks>> = [];
  beforeAll(async () => {
    files = await builtPacks();
  });

  /** A copy of the shipped packs with what was built of them beside it. */
  async function copied(): Promise<Where & { readonly built: string }> {
    const folder = temporaryFolder();
    const where = { project: folder, shipped: path.join(folder, 'rules'), built: path.join(folder, 'packs') };
    await cp(RULES, where.shipped, { recursive: true });
    await mkdir(where.built);
    for (const { name, contents } of files) await writeFile(path.join(folder, name), contents);
    return where;
  }

  const parsed = ({ project, shipped }: Where): Where => ({ project, shipped });

  test('every shipped pack was built', async () => {
    const folders = (await readdir(RULES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(files.map(({ name }) => name).sort()).toEqual(
      folders.flatMap(({ name }) => [`packs/${name}.pack.json`, `packs/${name}.panel.json`]).sort(),
    );
  });

  test.each([
    // Four places between the two packs: each is one more parsing.
    { id: 'base', places: ['.', 'rules/base'] },
    { id: 'indonesia', places: ['rules', '..'] },
  ])('$id is the pack that parsing gives, from wherever it is seen', async ({ id, places }) => {
    const where = await copied();
    const projects = places.map((place) => path.join(where.project, place));
    for (const project of projects) {
      const seen = { ...where, project };
      const built = await builtOf<Pack>(id, seen, 'pack');
      const expected = await loadPack(id, parsed(seen));
      expect(built).toStrictEqual(expected);
      expect(await builtOf(id, seen, 'panel')).toStrictEqual({
        id: expected.id,
        languages: expected.languages,
        placeName: expected.placeName,
        panel: expected.panel,
        contacts: expected.contacts,
      });
    }
  });

  test('an edited file counts, also one of the pack below', async () => {
    const where = await copied();
    await appendFile(path.join(where.shipped, 'base', 'pack.yaml'), '# edited\n');
    expect(await builtOf('indonesia', where, 'pack')).toBeUndefined();
    expect(await loadPack('indonesia', where)).toStrictEqual(await loadPack('indonesia', parsed(where)));
  });

  test('a number that was changed by hand is the one that is shown', async () => {
    const where = await copied();
    const file = path.join(where.shipped, 'indonesia', 'contacts.yaml');
    const reaches = async (): Promise<(string | undefined)[]> =>
      [...(await loadPanel('indonesia', where)).contacts.values()].map(({ reach }) => reach);
    expect(await reaches()).not.toContain('555-1234');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/reach: .*/, 'reach: "555-1234"'));
    expect(await reaches()).toContain('555-1234');
  });

  test('a file taken away, a pack of the project below it and a build that is torn are seen', async () => {
    const gone = await copied();
    await rm(path.join(gone.shipped, 'base', 'notes.yaml'));
    expect(await builtOf('base', gone, 'pack')).toBeUndefined();
    const own = await copied();
    await writeFiles(own.project, {
      'timbang.yaml': 'packs:\n  base: ./ours\n',
      'ours/pack.yaml': 'id: ours\n',
    });
    expect(await builtOf('indonesia', own, 'pack')).toBeUndefined();
    const torn = await copied();
    await writeFile(path.join(torn.built, 'base.pack.json'), '{"digest":"sha256-');
    expect(await builtOf('base', torn, 'pack')).toBeUndefined();
  });

  test('a copy of a shipped pack elsewhere is parsed', async () => {
    const where = await copied();
    await cp(path.join(where.shipped, 'base'), path.join(where.project, 'base'), { recursive: true });
    expect(await builtOf('./base', where, 'pack')).toBeUndefined();
    expect(await builtOf('./rules/base', where, 'pack')).toBeDefined();
  });
});
