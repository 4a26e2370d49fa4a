import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess, compile } from '../../src/engine/assess.ts';
import { terse } from '../support/terse.ts';
import { type TinyDilemma, tinyDilemma } from '../support/tiny-dilemma.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';

/** One file for each sentence of docs/semantics.md that says what the engine does. */
interface Table {
  readonly sentence: string;
  readonly pack: TinyPack;
  readonly cases: readonly (TinyDilemma & {
    readonly name: string;
    /** Keys as in tests/support/terse.ts. Maps need hold only what is named; lists are compared whole. */
    readonly expect: Readonly<Record<string, unknown>>;
    /** For these keys the list must hold at least what is named. */
    readonly includes?: Readonly<Record<string, readonly unknown[]>>;
    /** For these keys the list or map must not hold what is named. */
    readonly excludes?: Readonly<Record<string, readonly string[]>>;
  })[];
}

const FOLDER = path.join(import.meta.dirname);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

test('there is a table for every step', () => {
  const steps = new Set(FILES.map((file) => file.slice(0, 2)));
  expect([...steps].sort()).toEqual([
    '01',
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
  ]);
});

describe.each(FILES)('%s', (file) => {
  const table = parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Table;
  const pack = tinyPack(table.pack);

  test.each(table.cases)('$name', ({ expect: expected, includes = {}, excludes = {}, ...dilemma }) => {
    // Compiled for each case: a compiled pack remembers what it answered.
    const got = terse(assess(compile(pack), tinyDilemma(dilemma, pack)));
    for (const key of [...Object.keys(expected), ...Object.keys(includes), ...Object.keys(excludes)]) {
      expect(Object.keys(got), 'keys of an assessment').toContain(key);
    }
    expect(got).toMatchObject(sortedLists(expected) as object);
    for (const [key, items] of Object.entries(includes)) {
      expect(got[key], key).toEqual(expect.arrayContaining(items.map((item) => partly(item))));
    }
    for (const [key, names] of Object.entries(excludes)) {
      for (const name of names) expect(namesIn(got[key]), key).not.toContain(name);
    }
  });
});

function partly(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? expect.objectContaining(item) : item;
}

/** What a list or a map is about: its words, the ids of its objects, its keys. */
function namesIn(value: unknown): unknown[] {
  if (!Array.isArray(value)) return Object.keys(value as object);
  return value.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? Object.values(one) : [one],
  );
}

/** Tables write lists in the order that reads best; where order means nothing, `terse` sorts, so they are sorted too. */
function sortedLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const words = Array.isArray(part) && part.every((one) => typeof one === 'string');
      return [key, words && key !== 'order' ? [...part].sort() : sortedLists(part)];
    }),
  );
}
