import type { Assessment } from '../model/assessment.ts';
import type { OwedWord, WhatIf } from '../model/what-if.ts';

/** Compares two assessments by one pack: what became of each verdict, step and safeguard. */
export function whatChanges(before: Assessment, after: Assessment): WhatIf {
  if (after.contradiction.length > 0)
    return { contradiction: after.contradiction, actions: [], steps: [], safeguards: [] };
  const verdicts = new Map(before.actions.map(({ id, verdict }) => [id, verdict]));
  return {
    contradiction: [],
    actions: after.actions
      .map(({ id, verdict }) => ({ id, before: verdicts.get(id) ?? ('silent' as const), after: verdict }))
      .filter(moved),
    steps: owedIn(before.escalation, after.escalation, ({ id }) => id),
    safeguards: owedIn(before.safeguards, after.safeguards, ({ action }) => action),
  };
}

function moved<T extends { readonly before: string; readonly after: string }>(one: T): boolean {
  return one.before !== one.after;
}

/** What is owed more or less surely, in the order in which it is told after, then of what is owed no more. */
function owedIn<T extends { readonly owed: OwedWord }, Id extends string>(
  before: readonly T[],
  after: readonly T[],
  idOf: (one: T) => Id,
): { id: Id; before: OwedWord; after: OwedWord }[] {
  const ids = [...new Set([...after, ...before].map(idOf))];
  const surest = (list: readonly T[], id: Id): OwedWord => {
    const owed = list.filter((one) => idOf(one) === id).map((one) => one.owed);
    return SURENESS.find((word) => owed.includes(word)) ?? 'no';
  };
  return ids.map((id) => ({ id, before: surest(before, id), after: surest(after, id) })).filter(moved);
}

const SURENESS: readonly OwedWord[] = ['yes', 'if', 'possible'];
