import { describe, expect, test } from 'vitest';
import { cellsOf, clean, painter, wrapWords } from '../../src/render/spans.ts';
import { hostile, UNSAFE, withoutColour } from '../support/hostile.ts';
import { always } from '../support/property.ts';

describe('clean', () => {
  test.each([
    { name: 'a colour goes', written: '\u001b[31mred\u001b[0m', safe: 'red' },
    { name: 'a title goes with its text', written: 'a\u001b]0;title\u0007b', safe: 'ab' },
    { name: 'a C1 sequence goes', written: 'a\u009b31mb', safe: 'ab' },
    { name: 'a title without an end stays visible', written: '\u001b]0;title', safe: '0;title' },
    {
      name: 'a sequence put together by removing another is broken',
      written: '\u001b\u001b[31m[31mx',
      safe: '\ufffd[31mx',
    },
    {
      name: 'a carriage return is seen',
      written: 'tidak disetujui\rDISETUJUI',
      safe: 'tidak disetujui\ufffdDISETUJUI',
    },
    { name: 'a backspace is seen', written: 'ab\b', safe: 'ab\ufffd' },
    { name: 'a reversal is seen', written: '\u202eabc', safe: '\ufffdabc' },
    { name: 'no width is seen', written: 'a\u200bb', safe: 'a\ufffdb' },
    { name: 'a mark of byte order is seen', written: '\ufeffa', safe: '\ufffda' },
    { name: 'a line separator is seen', written: 'a\u2028b', safe: 'a\ufffdb' },
    { name: 'half a character is seen', written: 'a\ud800b', safe: 'a\ufffdb' },
    { name: 'a whole character stays', written: 'a\ud83d\ude00b', safe: 'a\ud83d\ude00b' },
    { name: 'line breaks and tabs become spaces', written: 'a\nb\tc\r\nd', safe: 'a b c d' },
    { name: 'letters of any script stay', written: 'é 日本 ǹ', safe: 'é 日本 ǹ' },
  ])('$name', ({ written, safe }) => {
    expect(clean(written)).toBe(safe);
  });

  test('lets nothing through that a terminal obeys, and changes nothing a second time', () => {
    always(hostile, 500, (written) => {
      const safe = clean(written);
      expect(safe).not.toMatch(UNSAFE);
      expect(safe).not.toContain('\n');
      expect(clean(safe)).toBe(safe);
    });
  });
});

describe('painter', () => {
  test('colours at level 1 and prints the same words at level 0', () => {
    const line = [{ text: 'must', style: 'strong' as const }, { text: ' do it' }];
    expect(painter(0)(line)).toBe('must do it');
    expect(painter(1)(line)).toBe('\u001b[1mmust\u001b[22m do it');
  });

  test('cleans a span before it is styled', () => {
    expect(withoutColour(painter(1)([{ text: '\u001b[2Ja\u0007', style: 'against' }]))).toBe('a\ufffd');
  });
});

describe('wrapWords', () => {
  const plain = (words: string, width: number): string[] =>
    wrapWords(words, width).map((line) => painter(0)(line));

  test.each([
    { name: 'breaks at spaces', words: 'satu dua tiga', width: 8, lines: ['satu dua', 'tiga'] },
    {
      name: 'leaves a word that is too long whole',
      words: 'a pertanggungjawaban b',
      width: 8,
      lines: ['a', 'pertanggungjawaban', 'b'],
    },
    { name: 'counts wide characters as two cells', words: '日本 語語', width: 6, lines: ['日本', '語語'] },
    { name: 'runs several spaces together', words: 'a   b', width: 8, lines: ['a b'] },
    { name: 'gives one empty line for no words', words: '', width: 8, lines: [''] },
  ])('$name', ({ words, width, lines }) => {
    expect(plain(words, width)).toEqual(lines);
  });

  test('loses no word and makes no line too wide', () => {
    always(hostile, 300, (words) => {
      const lines = plain(words, 30);
      const kept = clean(words)
        .split(' ')
        .filter((word) => word !== '');
      expect(
        lines
          .join(' ')
          .split(' ')
          .filter((word) => word !== ''),
      ).toEqual(kept);
      for (const line of lines) if (line.includes(' ')) expect(cellsOf(line)).toBeLessThanOrEqual(30);
    });
  });
});
