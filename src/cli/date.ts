import { InputError } from '../problems/input-error.ts';

/** Takes a date as written, `2026-11-25`. E821: it is none, or not in the calendar. */
export function dateOf(written: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  const date = parts && new Date(`${written}T00:00:00Z`);
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) {
    throw new InputError([{ code: 'E821', saw: written }]);
  }
  return written;
}

/** The day that it is for the person at this machine, `2026-11-25`: at five in the morning in Jakarta UTC has yesterday. */
export function dayAt(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** The day and minute on the clock of this machine, `2026-11-25 05:07`. */
export function minuteAt(moment: Date): string {
  const [hours, minutes] = [moment.getHours(), moment.getMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${dayAt(moment)} ${hours}:${minutes}`;
}
