const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** Minutes in a year, month, week, day, hour, minute and second, for comparing: a month counts as 30 days. */
const MINUTES = [525_600, 43_200, 10_080, 1_440, 60, 1, 1 / 60];

/** Length of an ISO 8601 duration in minutes, for comparing; what is none counts as endless. */
export function minutesOf(duration: string): number {
  const parts = DURATION.exec(duration)?.slice(1);
  if (!parts) return Number.POSITIVE_INFINITY;
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (MINUTES[index] ?? 0), 0);
}
