import type { Problem, ProblemPlace } from '../problems/problem.ts';
import { placeOf, type Source } from './source.ts';

/** One cell of a sheet as it was written, with its place in the file. */
export interface SheetCell {
  readonly text: string;
  readonly place: ProblemPlace;
}

/** A sheet by its columns: the first line names them. */
export interface Sheet {
  readonly columns: readonly SheetCell[];
  /** One for each further line that is not empty, cells by the name of their column; empty cells are left out. */
  readonly rows: readonly ReadonlyMap<string, SheetCell>[];
  readonly problems: readonly Problem[];
}

/** What spreadsheet programs put between cells: the comma of the standard, and what they use where it parts decimals. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads CSV (RFC 4180) as spreadsheet programs write it; the separator is the one that the first line has most of.
 *
 * An apostrophe that was put in front of what a spreadsheet would take for a formula is taken off again.
 *
 * E530: a quotation mark that nothing closes; then nothing is read. E533: more cells in a line than there are columns.
 */
export function parseSheet(source: Source): Sheet {
  const lines = linesOf(source);
  if (!lines.cells) return { columns: [], rows: [], problems: [lines.problem] };
  const [columns = [], ...rest] = lines.cells;
  const names = columns.map(({ text }) => text.trim());
  const rows = rest.map((cells) => {
    const filled = cells.flatMap((cell, at) => {
      const name = names[at] ?? '';
      return name === '' || cell.text.trim() === '' ? [] : [[name, cell] as const];
    });
    return new Map(filled);
  });
  const problems = rest.flatMap((cells): Problem[] => {
    const over = cells.slice(names.length).find(({ text }) => text.trim() !== '');
    return over ? [{ code: 'E533', place: over.place, saw: over.text }] : [];
  });
  return { columns, rows: rows.filter((row) => row.size > 0), problems };
}

type Lines =
  | { readonly cells: readonly (readonly SheetCell[])[] }
  | { readonly cells?: undefined; readonly problem: Problem };

function linesOf(source: Source): Lines {
  const { text } = source;
  const separator = separatorOf(text);
  const lines: SheetCell[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '"' ? quotedEnd(text, at) : plainEnd(text, at, separator);
    if (end < 0) return { problem: { code: 'E530', place: placeOf(source, at, at + 1), saw: '"' } };
    const written = text.slice(at, end);
    const value = text[at] === '"' ? written.slice(1, -1).replaceAll('""', '"') : written;
    lines.at(-1)?.push({ text: unguarded(value), place: placeOf(source, at, end) });
    // What follows a closing quotation mark belongs to nothing.
    const next = text[end - 1] === '"' ? plainEnd(text, end, separator) : end;
    const breaks = /^\r?\n|^\r/.exec(text.slice(next, next + 2))?.[0];
    if (breaks !== undefined) lines.push([]);
    at = next + (breaks?.length ?? 1);
  }
  return { cells: lines };
}

/** Where a cell without quotation marks ends. */
function plainEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** Behind the quotation mark that closes a cell; -1: nothing closes it. */
function quotedEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1;
  return -1;
}

function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const most = SEPARATORS.map((sign) => ({ sign, count: head.split(sign).length }));
  return most.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

function unguarded(value: string): string {
  const text = value.replaceAll('\r\n', '\n');
  return /^'[\s'"]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^'[\t\r]/u.test(text) ? text.slice(1) : text;
}
