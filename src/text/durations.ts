import type { Say } from './say.ts';

const UNITS = ['Y', 'M', 'W', 'D', 'H', 'm'] as const;
type Unit = (typeof UNITS)[number];
const NAMES: Readonly<Record<Unit, 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute'>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  H: 'hour',
  m: 'minute',
};
const MINUTES: Readonly<Record<Unit, number>> = { Y: 525_960, M: 43_830, W: 10_080, D: 1440, H: 60, m: 1 };

/**
 * Says an ISO 8601 duration in words: `PT24H` is `24 hours`, `P1DT12H` is `1 day 12 hours`. What is no duration is given
 * back as it stands, so that nothing is lost on the way to the reader.
 */
export function durationInWords(duration: string, say: Say): string {
  const parts = partsOf(duration);
  if (parts.length === 0) return duration;
  return parts.map(([unit, count]) => countOf(NAMES[unit], count, say)).join(' ');
}

/** Minutes of an ISO 8601 duration, a month taken as a twelfth of 365.25 days; `undefined` when it is none. */
export function minutesOf(duration: string): number | undefined {
  const parts = partsOf(duration);
  return parts.length === 0
    ? undefined
    : parts.reduce((sum, [unit, count]) => sum + count * MINUTES[unit], 0);
}

/** Names a number of things; the key ends in `.one` or `.other`, as the number asks. */
export function countOf(
  name: 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute',
  count: number,
  say: Say,
): string {
  return say(`duration.${name}.${count === 1 ? 'one' : 'other'}`, { count });
}

function partsOf(duration: string): [Unit, number][] {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (!match) return [];
  return UNITS.flatMap((unit, at): [Unit, number][] => {
    const digits = match[at + 1];
    return digits === undefined ? [] : [[unit, Number(digits)]];
  });
}
