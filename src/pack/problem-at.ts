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

/** Problems by file, then by place in it, then by code. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(byPlace);
}

function byPlace(one: Problem, other: Problem): number {
  return comparePlaces(one.place ?? NOWHERE, other.place ?? NOWHERE) || compareWords(one.code, other.code);
}

const NOWHERE: ProblemPlace = { file: '', line: 0, column: 0 };

function comparePlaces(one: ProblemPlace, other: ProblemPlace): number {
  return compareWords(one.file, other.file) || one.line - other.line || one.column - other.column;
}

function compareWords(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
