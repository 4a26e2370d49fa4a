import { describe, expect, test } from 'vitest';
import { guard, LIMITS } from '../../src/document/guard.ts';
import { parse } from '../../src/document/parse.ts';
import { sourceOf } from '../../src/document/source.ts';

function codeOf(text: string): string | undefined {
  return guard(sourceOf('x.yaml', text))?.code;
}

const keys = (count: number): string =>
  Array.from({ length: count }, (_, index) => `k${index}: v\n`).join('');
const blocks = (count: number): string =>
  Array.from({ length: count }, (_, index) => `${'  '.repeat(index)}a:\n`).join('') +
  `${'  '.repeat(count)}x`;

describe('the last that is let in, and the first that is not', () => {
  test.each([
    { name: 'brackets', fits: '['.repeat(LIMITS.depth), over: '['.repeat(LIMITS.depth + 1), code: 'E120' },
    { name: 'blocks', fits: blocks(LIMITS.depth - 1), over: blocks(LIMITS.depth), code: 'E120' },
    {
      name: 'indicators on one line',
      fits: `${'- '.repeat(LIMITS.indicatorsInARow)}x`,
      over: `${'- '.repeat(LIMITS.indicatorsInARow + 1)}x`,
      code: 'E120',
    },
    { name: 'keys', fits: keys(LIMITS.entries), over: keys(LIMITS.entries + 1), code: 'E121' },
    {
      name: 'length',
      fits: 'x'.repeat(LIMITS.length),
      over: 'x'.repeat(LIMITS.length + 1),
      code: 'E121',
    },
  ])('$name', ({ fits, over, code }) => {
    expect(codeOf(fits)).toBeUndefined();
    expect(codeOf(over)).toBe(code);
  });
});

describe('what people write goes through', () => {
  test.each([
    { name: 'a list of 500 pieces', text: `rules:\n${'  - { a: [x, { b: c }], d: "e: f" }\n'.repeat(500)}` },
    {
      name: 'hyphens and colons inside texts',
      text: `a: |\n  ${'- '.repeat(50)}\n  ${'x: '.repeat(50)}\nb: 1\n`,
    },
    { name: 'signs inside quotes', text: `a: "&x *y !z %w {[ - - -"\nb: '${'- : ? '.repeat(30)}'\n` },
    { name: 'signs inside a text', text: 'a: R&D 5*3 100% ok! {x} [y]\n' },
    { name: 'a hyphen line as text', text: 'a: >\n  ---\n  ...\nb: 1\n' },
    { name: 'a document with a beginning and an end', text: '# c\n---\na: 1\n...\n# c\n' },
    { name: 'ends of lines of Windows', text: 'a:\r\n  b: "x\r\n    y"\r\n' },
    { name: 'many short blocks one after the other', text: 'a:\n    - b:\n        c: d\n'.repeat(900) },
    { name: 'long texts over several lines', text: 'a: one\n  two\n  three\nb: "x\n  y"\n' },
    { name: 'letters of many scripts', text: 'a: "हिन्दी 中文 العربية 😀\u2028\u200B"\n' },
  ])('$name', ({ text }) => {
    expect(codeOf(text)).toBeUndefined();
  });
});

test('a place is that of the sign itself, also after texts of several lines', () => {
  const text = 'a: "x\n  y"\nb: |\n  z\n\nc:\n  - &name d\n';
  expect(guard(sourceOf('x.yaml', text))?.place).toEqual({
    file: 'x.yaml',
    line: 7,
    column: 5,
    length: 5,
    excerpt: '  - &name d',
  });
});

test('what the guard lets in at its limits, the parser reads', () => {
  const deepest = `${'['.repeat(LIMITS.depth)}${']'.repeat(LIMITS.depth)}`;
  expect(parse(sourceOf('x.yaml', deepest)).problems).toEqual([]);
  expect(parse(sourceOf('x.yaml', blocks(LIMITS.depth - 1))).problems).toEqual([]);
});
