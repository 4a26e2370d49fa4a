/** Says a month or a date of ISO 8601 in the order of day, month, year: `2026-01` is `01/2026`. Other text stays. */
export function monthInWords(date: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  return [day, month, year].filter((part) => part !== undefined).join('/');
}

/** Whether a month, `2026-07`, has begun on a day, `2026-07-01`. */
export function hasBegun(month: string, today: string): boolean {
  return today.slice(0, month.length) >= month;
}
