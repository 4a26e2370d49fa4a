import { Help } from 'commander';
import type { Entry } from './spread.ts';

const helper = new Help();

/** Lays lines of a piece out as in a pack file, two cells deeper per level, wrapped at words within a width. */
export function entryLines(entries: readonly Entry[], width: number, depth = 1): string[] {
  const margin = '  '.repeat(depth);
  return entries.flatMap(({ key, value }) => {
    if (typeof value !== 'string') return [`${margin}${key}:`, ...entryLines(value, width, depth + 1)];
    return hang(`${key}: ${value}`, margin, width);
  });
}

/** Wraps one line; what goes on below is set two cells deeper. */
export function hang(text: string, margin: string, width: number): string[] {
  const [first = '', ...rest] = helper.boxWrap(text, Math.max(width - margin.length - 2, 40)).split('\n');
  return [`${margin}${first}`, ...rest.map((line) => `${margin}  ${line}`)];
}
