import { expect, test } from 'vitest';
import { findPieces, leftoverWords, replacePieces, wordsIn } from '../../src/export/redact/find-pieces.ts';
import { mapTexts, textsOf } from '../../src/export/redact/record-texts.ts';
import { redact, withoutTexts } from '../../src/export/redact/redact.ts';
import type { DecisionRecord } from '../../src/model/record.ts';
import { InputError } from '../../src/problems/input-error.ts';
import { readProject } from '../support/workplace.ts';

const SAMPLE = JSON.parse(readProject('tests/records/faults/sample-decision.json')) as DecisionRecord;
const CANARY = 'Bunga Lestari dan Bu Sari tinggal di Jalan Mawar No. 5 RT 03/RW 07, telepon 0812-3456-7890.';
const at = '2026-11-25T00:00:00.000Z';

/** The sample with one text in every place where a person can write. */
function withText(text: string): DecisionRecord {
  const [version] = SAMPLE.versions;
  const role = { id: null, text };
  const taken = [{ on: '2026-11-25', by: role, text, action: null }];
  return mapTexts(
    {
      ...SAMPLE,
      versions: [
        {
          ...version,
          amends: text,
          decision: { ...version.decision, other: text, reason: text },
          options: [{ action: null, text }],
          doubts: text,
          people: { ...version.people, consulted: [role], 'not-to-tell': [role] },
          plan: { ...version.plan, text },
          taken,
        },
      ],
      followUps: [
        {
          on: '2026-11-26',
          writtenAt: at,
          author: { role: 'worker', key: null },
          kind: 'interview',
          outcome: text,
          effective: 'yes',
          next: 'go-on',
          reviewOn: null,
          taken,
        },
      ],
      reviews: [
        {
          kind: 'comment',
          version: 1,
          writtenAt: at,
          author: { role: 'supervisor', key: null },
          text,
          own: false,
        },
      ],
    },
    (one) => one,
  );
}

/** The codes with which something is refused; none where it is not. */
function refused(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

test.each([
  { text: 'Bunga melihat bunga.', listed: ['Bunga'], finds: ['Bunga', 'bunga'] },
  { text: 'Kata Sitinya, siti dan Siti\u200b pergi.', listed: ['Siti'], finds: ['Sitinya', 'siti', 'Siti'] },
  { text: 'Anak itu bertemu An.', listed: ['An'], finds: ['An'] },
  { text: 'Jose\u0301 pulang.', listed: ['Jos\u00e9'], finds: ['Jos\u00e9'] },
  { text: 'Siti  Aminah datang; Aminah pulang.', listed: ['Siti Aminah'], finds: ['Siti  Aminah', 'Aminah'] },
  { text: 'Bu Sari datang. Lalu Sari pulang.', listed: [], finds: ['Bu Sari', 'Sari'] },
  { text: 'BUNGA datang.', listed: ['Bunga'], finds: ['BUNGA'] },
  { text: 'Ketua RT datang.', listed: [], finds: [] },
  { text: 'Tinggal di RT 03/RW 07.', listed: [], finds: ['RT 03/RW 07'] },
  { text: 'Jalan Mawar No. 5', listed: [], finds: ['Jalan Mawar No. 5'] },
  { text: 'Bu Sari menelepon 0812-3456-7890.', listed: [], finds: ['0812-3456-7890', 'Bu Sari'] },
  {
    text: 'NIK 3201234567890123, B 1234 XYZ, a@b.id',
    listed: [],
    finds: ['3201234567890123', 'a@b.id', 'B 1234 XYZ'],
  },
])('finds $finds in "$text"', ({ text, listed, finds }) => {
  expect(findPieces([text], listed).map(({ find }) => find)).toEqual(finds);
});

test('a name that nobody listed is left to the person, also at the beginning of a sentence', () => {
  const known = wordsIn(['apakah bisa dipercaya']);
  expect(leftoverWords(['Apakah bisa? John tahu. Kata Tono begitu.'], known)).toEqual([
    'John',
    'Kata',
    'Tono',
  ]);
});

test('the parts and spellings of one name are one person', () => {
  const texts = ['Siti Aminah dan Bu Sari datang.', 'Aminah, siti dan Sari pulang.'];
  expect(findPieces(texts, ['Siti Aminah']).map(({ find, name }) => [find, name])).toEqual([
    ['Siti Aminah', 'siti aminah'],
    ['Bu Sari', 'sari'],
    ['siti', 'siti aminah'],
    ['Aminah', 'siti aminah'],
    ['Sari', 'sari'],
  ]);
});

test('a common noun stays where the person says so, and the name goes', () => {
  const by = new Map([['Bunga', '[1]']]);
  expect(replacePieces('Bunga menanam bunga; Bungawan tidak ikut.', by)).toBe(
    '[1] menanam bunga; Bungawan tidak ikut.',
  );
});

test('a longer piece is replaced before one inside of it', () => {
  const by = new Map([
    ['Bunga', '[2]'],
    ['Bunga Lestari', '[1]'],
  ]);
  expect(replacePieces('Bunga Lestari dan Bunga', by)).toBe('[1] dan [2]');
});

test('nothing that was to go is left in any text of the copy', () => {
  const record = withText(CANARY);
  const pieces = findPieces(textsOf(record), ['Bunga Lestari']);
  const copy = redact(record, {
    audience: 'outside',
    at,
    by: new Map(pieces.map(({ find }) => [find, '[…]'])),
  });
  expect(textsOf(record).filter((text) => text === CANARY).length).toBeGreaterThan(10);
  expect(JSON.stringify(copy)).not.toMatch(/Lestari|Bu Sari|Mawar|RT 03|0812/);
  expect(copy.redaction).toEqual({ audience: 'outside', at, replaced: pieces.length });
});

test('a replacement that brings a piece back closes the door (E640)', () => {
  const by = new Map([['Lestari', 'bukan Lestari lagi']]);
  expect(refused(() => redact(withText(CANARY), { audience: 'outside', at, by }))).toEqual(['E640']);
});

test('a name left with an ending, or in a field that was not changed, closes the door (E640)', () => {
  const by = new Map([['Siti', '[1]']]);
  const options = { audience: 'outside', at, by } as const;
  expect(refused(() => redact(withText('Rumah Sitinya jauh.'), options))).toEqual(['E640']);
  const odd = { ...withText('Tenang.'), note: 'Siti' } as DecisionRecord;
  expect(refused(() => redact(odd, options))).toEqual(['E640']);
});

test('without its texts a record keeps its answers and its result', () => {
  const copy = withoutTexts(withText(CANARY), { audience: 'teaching', at }, '[x]');
  expect(new Set(textsOf(copy))).toEqual(new Set(['[x]']));
  expect(copy.versions[0].report).toEqual(SAMPLE.versions[0].report);
});
