import { clean } from './spans.ts';

/** One cell: a number stands as it is, a text is made safe. */
export type Cell = string | number;

/** Signs with which a spreadsheet begins a formula, also behind what it skips. */
const FORMULA = /^[\s'"]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r]/u;

/**
 * Prints rows as CSV (RFC 4180): commas, line ends of CRLF, quotes where they are needed.
 *
 * INVARIANT: no text is read as a formula by a spreadsheet; one that would be begins with an apostrophe.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const lines = cell.split(/\r\n|\r|\n/).map(clean);
  const safe = FORMULA.test(cell) ? `'${lines.join('\n')}` : lines.join('\n');
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
