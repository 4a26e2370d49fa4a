const DAY = 86_400_000;

/** Words for days from today, both languages at once. */
const WORDS: Readonly<Record<string, number>> = {
  'hari ini': 0,
  today: 0,
  besok: 1,
  tomorrow: 1,
  lusa: 2,
};
const UNITS: Readonly<Record<string, number>> = {
  hari: 1,
  day: 1,
  days: 1,
  minggu: 7,
  week: 7,
  weeks: 7,
};

/**
 * The day that a person means, as `2026-11-27`: an ISO date, `27/11/2026` or `27-11-2026`, `besok`, `3 hari`,
 * `2 weeks`, or a bare number of days.
 *
 * @param today `2026-11-25`
 * @returns `undefined` for what is no date, or one before today
 */
export function readDay(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const start = Date.parse(`${today}T00:00:00Z`);
  const ahead = daysAhead(text);
  if (ahead !== undefined) return isoDay(start + ahead * DAY);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // Date.parse moves 30 February to March; such a day is refused, not moved.
  return !Number.isNaN(time) && isoDay(time) === written && time >= start ? written : undefined;
}

function daysAhead(text: string): number | undefined {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  const counted = /^(\d{1,3})(?: ([a-z]+)(?: lagi)?)?$/.exec(text);
  if (!counted) return undefined;
  const unit = counted[2] === undefined ? 1 : UNITS[counted[2]];
  return unit === undefined ? undefined : Number(counted[1]) * unit;
}

/** The day some days after another, both as `2026-11-25`. */
export function dayAfter(today: string, days: number): string {
  return isoDay(Date.parse(`${today}T00:00:00Z`) + days * DAY);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
