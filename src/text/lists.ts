import type { Say } from './say.ts';

/**
 * Joins items as a sentence does: `a`, `a and b`, `a, b and c`. The pattern is of the catalogue, and not of the machine's
 * language data, so that the same result has the same bytes everywhere.
 */
export function listInWords(items: readonly string[], say: Say): string {
  const [first = '', ...rest] = items;
  const last = rest.pop();
  if (last === undefined) return first;
  if (rest.length === 0) return say('list.pair', { first, last });
  return say('list.many', { first: [first, ...rest].join(', '), last });
}

/** Joins items of which one is meant: `a or b`, `a, b or c`. */
export function choiceInWords(items: readonly string[], say: Say): string {
  const [first = '', ...rest] = items;
  const last = rest.pop();
  if (last === undefined) return first;
  return say('list.either', { first: [first, ...rest].join(', '), last });
}
