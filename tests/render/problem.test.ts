import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/problems/problem.ts';
import { problemLines } from '../../src/render/problem.ts';
import { problemWords } from '../../src/text/problem-words.ts';
import { sayIn } from '../../src/text/say.ts';
import { hostile, UNSAFE } from '../support/hostile.ts';
import { always } from '../support/property.ts';

const LOOK = { width: 80, style: { level: 0 as const }, plain: false };

function printed(problems: readonly Problem[], look: Partial<typeof LOOK> = {}, lang = 'en'): string[] {
  const say = sayIn(lang);
  return problemLines(
    problems.map((problem) => problemWords(problem, say)),
    say,
    { ...LOOK, ...look },
  );
}

const SLIP: Problem = {
  code: 'E502',
  place: { file: 'case.yaml', line: 6, column: 20, length: 6, excerpt: '  danger-to-child: serios' },
  saw: 'serios',
  expected: ['none', 'possible', 'serious', 'unknown', 'withheld'],
  nearest: 'serious',
  values: { fact: 'danger-to-child' },
};

test('shows place, code, sentence, the line with a caret, and what helps', () => {
  expect(printed([SLIP])).toEqual([
    'case.yaml:6:20: E502: "serios" is not an answer to danger-to-child',
    '   6 |   danger-to-child: serios',
    '     |                    ^^^^^^',
    '  Answers: none, possible, serious, unknown or withheld.',
    '  Did you mean serious?',
  ]);
});

test('is said in the language that is asked for', () => {
  expect(printed([SLIP], {}, 'id').at(-1)).toBe('  Mungkin maksud Anda serious?');
});

test('is read aloud without a caret', () => {
  expect(printed([SLIP], { plain: true })[1]).toBe('  6: danger-to-child: serios');
});

test('several begin with a summary', () => {
  const other = { ...SLIP, place: { file: 'other.yaml', line: 1, column: 1 } };
  expect(printed([SLIP, other]).slice(0, 2)).toEqual(['2 problems in 2 files', '']);
  expect(printed([SLIP, SLIP])[0]).toBe('2 problems');
});

test('twenty are shown and the rest is counted', () => {
  const lines = printed(Array.from({ length: 23 }, () => SLIP));
  expect(lines.filter((line) => line.includes('E502'))).toHaveLength(20);
  expect(lines.at(-1)).toBe('and 3 more');
});

test('one without a place is told all the same', () => {
  expect(printed([{ code: 'E801', saw: 'x' }])[0]).toBe('E801: "x" is not a command of timbang');
});

test('many words that could have stood there are cut, and counted', () => {
  const expected = Array.from({ length: 30 }, (_, at) => `word-${at}`);
  expect(
    printed([{ ...SLIP, expected }])
      .join(' ')
      .replace(/\s+/g, ' '),
  ).toContain('word-11, and 18 more');
});

describe('the caret stands under the fault', () => {
  test.each([
    { name: 'in a long line, which is cut', excerpt: `  note: ${'a '.repeat(60)}WRONG tail`, saw: 'WRONG' },
    { name: 'after wide characters', excerpt: '  kata: 日本語 WRONG', saw: 'WRONG' },
    { name: 'after a tab', excerpt: '  key:\tWRONG', saw: 'WRONG' },
  ])('$name', ({ excerpt, saw }) => {
    const place = { file: 'f', line: 1, column: excerpt.indexOf(saw) + 1, length: saw.length, excerpt };
    const [, line = '', caret = ''] = printed([{ code: 'E801', saw, place }], { width: 60 });
    const wide = [...line.slice(0, line.indexOf(saw))].filter((sign) => sign > '\u2e80').length;
    expect(caret.indexOf('^')).toBe(line.indexOf(saw) + wide);
    expect(caret.trim().slice(1).trim()).toBe('^^^^^');
  });
});

test('nothing of a file reaches the terminal as a control sequence', () => {
  always(hostile, 300, (written) => {
    const place = {
      file: written,
      line: 1,
      column: 1 + Math.floor(written.length / 2),
      length: 3,
      excerpt: written,
    };
    for (const plain of [false, true]) {
      const lines = printed([{ ...SLIP, saw: written, place, nearest: written, values: { fact: written } }], {
        plain,
      });
      for (const line of lines) {
        expect(line).not.toMatch(UNSAFE);
        expect(line).not.toContain('\n');
      }
    }
  });
});
