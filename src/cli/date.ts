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
