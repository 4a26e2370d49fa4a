import { describe, expect, test } from 'vitest';
import { durationInWords, minutesOf } from '../../src/text/durations.ts';
import { choiceInWords, listInWords } from '../../src/text/lists.ts';
import { hasBegun, monthInWords } from '../../src/text/months.ts';
import { sayIn } from '../../src/text/say.ts';

const [id, en] = [sayIn('id'), sayIn('en')];

describe('durations', () => {
  test.each([
    { duration: 'PT24H', inId: '24 jam', inEn: '24 hours', minutes: 1440 },
    { duration: 'PT1H', inId: '1 jam', inEn: '1 hour', minutes: 60 },
    { duration: 'PT15M', inId: '15 menit', inEn: '15 minutes', minutes: 15 },
    { duration: 'P1D', inId: '1 hari', inEn: '1 day', minutes: 1440 },
    { duration: 'P30D', inId: '30 hari', inEn: '30 days', minutes: 43_200 },
    { duration: 'P2W', inId: '2 minggu', inEn: '2 weeks', minutes: 20_160 },
    { duration: 'P6M', inId: '6 bulan', inEn: '6 months', minutes: 262_980 },
    { duration: 'P1Y', inId: '1 tahun', inEn: '1 year', minutes: 525_960 },
    { duration: 'P1DT12H', inId: '1 hari 12 jam', inEn: '1 day 12 hours', minutes: 2160 },
  ])('$duration is said in both languages', ({ duration, inId, inEn, minutes }) => {
    expect([durationInWords(duration, id), durationInWords(duration, en)]).toEqual([inId, inEn]);
    expect(minutesOf(duration)).toBe(minutes);
  });

  test.each(['', 'P', '24 hours', 'PT', 'P1H'])(
    '"%s", which is no duration, is given back as it stands',
    (written) => {
      expect([durationInWords(written, en), minutesOf(written)]).toEqual([written, undefined]);
    },
  );
});

describe('months', () => {
  test.each([
    ['2026-01', '01/2026'],
    ['2026-11-25', '25/11/2026'],
    ['soon', 'soon'],
  ])('%s is printed as %s', (written, printed) => {
    expect(monthInWords(written)).toBe(printed);
  });

  test.each([
    { month: '2026-07', today: '2026-06-30', begun: false },
    { month: '2026-07', today: '2026-07-01', begun: true },
    { month: '2026-07', today: '2027-01-01', begun: true },
  ])('on $today the month $month has begun: $begun', ({ month, today, begun }) => {
    expect(hasBegun(month, today)).toBe(begun);
  });
});

describe('lists', () => {
  test.each([
    { items: [], inId: '', inEn: '' },
    { items: ['a'], inId: 'a', inEn: 'a' },
    { items: ['a', 'b'], inId: 'a dan b', inEn: 'a and b' },
    { items: ['a', 'b', 'c'], inId: 'a, b, dan c', inEn: 'a, b, and c' },
  ])('$items is joined as a sentence does', ({ items, inId, inEn }) => {
    expect([listInWords(items, id), listInWords(items, en)]).toEqual([inId, inEn]);
  });

  test('a choice is joined by or', () => {
    expect(choiceInWords(['a', 'b', 'c'], en)).toBe('a, b or c');
    expect(choiceInWords(['a', 'b'], id)).toBe('a atau b');
    expect(choiceInWords(['a'], id)).toBe('a');
  });
});
