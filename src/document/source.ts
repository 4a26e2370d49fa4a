import type { ProblemPlace } from '../problems/problem.ts';

/** A text that is being read, with what is needed to name a place in it. */
export interface Source {
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** Offset of the first character of every line. */
  readonly lineStarts: readonly number[];
}

/** Prepares a text for naming places; a byte order mark at its beginning is no part of it. */
export function sourceOf(file: string, written: string): Source {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written;
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/**
 * Names the place of a piece of the text. What goes on over the end of a line is marked to the end of its first line.
 *
 * @param start offset in UTF-16 units
 * @param end offset after its last character
 */
export function placeOf(source: Source, start: number, end: number): ProblemPlace {
  const { file, text, lineStarts } = source;
  const line = lineAt(lineStarts, start);
  const from = lineStarts[line] ?? 0;
  const next = lineStarts[line + 1];
  const to = next === undefined ? text.length : next - 1;
  const excerpt = text.slice(from, text[to - 1] === '\r' ? to - 1 : to);
  const length = Math.max(1, Math.min(end, from + excerpt.length) - start);
  return { file, line: line + 1, column: start - from + 1, length, excerpt };
}

function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What stands there up to the next space, comma or closing bracket, shortened; at least one character if there is one. */
export function wordAt(text: string, offset: number): string {
  return /^\S[^\s,\]}]*/.exec(text.slice(offset, offset + 40))?.[0] ?? '';
}
