import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalm } from '../../src/document/calm.ts';
import { tooMuch } from '../../src/document/guard.ts';
import { sourceOf } from '../../src/document/source.ts';
import { filesBelow } from '../support/sources.ts';
import { readProject } from '../support/workplace.ts';

/** Pieces of which texts are made that are nearly calm, or not at all. */
const PIECES = [
  'a: b\n',
  '- a\n',
  '  - a: b\n',
  'a:\n',
  '  ',
  ' ',
  '{ a: b }\n',
  'a: { b: c, d: e }\n',
  'a: [b, c]\n',
  '# c\n',
  '---\n',
  '...\n',
  '&x',
  '*x',
  '!t ',
  '%D\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '?',
  '-',
  '"',
  "'",
  '|\n',
  '>-\n',
  '\n',
  'a b\n',
  '- - a\n',
  'a: b: c\n',
  '-\n',
  '.a: b\n',
  'a: - b\n',
] as const;

test('of what is called calm the whole guard finds nothing wrong', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      if (isCalm(text)) expect(tooMuch(sourceOf('x.yaml', text))).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
});

test('nor in any file of this project', () => {
  const files = ['rules', 'tests/bad', 'tests/support', 'tests/cases'].flatMap((folder) =>
    filesBelow(folder, '.yaml'),
  );
  const calm = files.map(readProject).filter(isCalm);
  expect(calm.length).toBeGreaterThan(10);
  expect(calm.flatMap((text) => tooMuch(sourceOf('x.yaml', text)) ?? [])).toEqual([]);
});

describe('not calm is', () => {
  test.each([
    'a: &x b',
    'a: *x',
    '%YAML 1.2',
    '---',
    '...',
    'a: {',
    'a: }',
    'a: [[b]]',
    'a: "b"',
    `${' '.repeat(31)}a: b`,
  ])('%j', (text) => {
    expect(isCalm(`${text}\n`)).toBe(false);
  });
});
