/** The parts of a duration that can move a month; its shape was checked. */
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Tells whether a word is a day that exists, e.g. `2026-02-28`. */
export function isDay(word: string): boolean {
  const [, year, month, day] = DAY.exec(word)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * The month that lies a duration after the month of a date. Hours do not count; of a day only its month does.
 *
 * @param date `2026-01` or `2026-01-28`
 * @param duration ISO 8601, e.g. `P6M`
 */
export function monthAfter(date: string, duration: string): string {
  const [years = 0, months = 0, weeks = 0, days = 0] = (DURATION.exec(duration) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const [year = 0, month = 1] = date.split('-').map(Number);
  const later = new Date(Date.UTC(year + years, month - 1 + months, 1 + weeks * 7 + days));
  return later.toISOString().slice(0, 7);
}
