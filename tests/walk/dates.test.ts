import { expect, test } from 'vitest';
import { dayAfter, readDay } from '../../src/walk/pages/dates.ts';

const TODAY = '2026-11-25';

test.each([
  ['2026-11-27', '2026-11-27'],
  ['2026-12-1', '2026-12-01'],
  ['27/11/2026', '2026-11-27'],
  ['27-11-2026', '2026-11-27'],
  ['27.11.2026', '2026-11-27'],
  ['hari ini', '2026-11-25'],
  ['Besok', '2026-11-26'],
  ['lusa', '2026-11-27'],
  ['tomorrow', '2026-11-26'],
  ['3', '2026-11-28'],
  ['3 hari', '2026-11-28'],
  ['3 hari lagi', '2026-11-28'],
  ['2  minggu', '2026-12-09'],
  ['1 week', '2026-12-02'],
])('reads "%s"', (typed, day) => expect(readDay(typed, TODAY)).toBe(day));

test.each(['', 'nanti', '2026-11-24', '30/02/2027', '2027-02-29', '13/13/2026', '3 bulan', '-3', '2026-11'])(
  'refuses "%s"',
  (typed) => expect(readDay(typed, TODAY)).toBeUndefined(),
);

test('days after another go over the end of a year', () => {
  expect(dayAfter('2026-12-30', 7)).toBe('2027-01-06');
});
