import { expect, test } from 'vitest';
import { dayAt, minuteAt } from '../../src/cli/date.ts';

test('today is the day of the person at this machine, not that of Greenwich', () => {
  const early = new Date('2026-11-24T20:07:00Z');
  expect(dayAt(early)).toBe('2026-11-25');
  expect(minuteAt(early)).toBe('2026-11-25 05:07');
});
