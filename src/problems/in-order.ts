import type { Problem } from './problem.ts';

/** Problems by file, then by place in it, then by code; those without a place come first. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(compare);
}

function compare(one: Problem, other: Problem): number {
  const [a, b] = [one.place, other.place];
  return (
    compareWords(a?.file ?? '', b?.file ?? '') ||
    (a?.line ?? 0) - (b?.line ?? 0) ||
    (a?.column ?? 0) - (b?.column ?? 0) ||
    compareWords(one.code, other.code)
  );
}

// By code units: the same order on every machine and in every language.
function compareWords(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
