import type { Code } from '../problems/codes.ts';
import { nearestOf } from '../problems/nearest.ts';
import type { Problem, ProblemPlace } from '../problems/problem.ts';

interface Seen {
  readonly saw: string;
  readonly expected?: readonly string[];
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Makes a problem of what was seen, alone or with what was expected; the nearest of that is found here. */
export function problemAt(code: Code, place: ProblemPlace, seen: string | Seen): Problem {
  if (typeof seen === 'string') return { code, place, saw: seen };
  const nearest = seen.expected && nearestOf(seen.saw, seen.expected);
  return { code, place, ...seen, ...given('nearest', nearest) };
}

/** An object with one key, or with none where there is no value. */
export function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
