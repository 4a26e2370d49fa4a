import { PHASES, VERDICTS, type Action, type Verdict } from '../model/pack.ts';
import type { ActionId } from '../model/ids.ts';

/** Compares by id, in code-unit order: the same on every machine and in every language. */
export function byId(first: { readonly id: string }, second: { readonly id: string }): number {
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0;
}

export function compareStrings(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

const VERDICT_ORDER = [...VERDICTS, 'depends'] as readonly (Verdict | 'depends')[];

/**
 * Orders actions for reading: by phase, then so that each comes after those it names in `after`, then by verdict and
 * id. A circle of `after` is broken by that last order.
 */
export function inReadingOrder<T extends { readonly id: ActionId; readonly verdict: Verdict | 'depends' }>(
  items: readonly T[],
  actions: ReadonlyMap<ActionId, Action>,
): T[] {
  const phase = (item: T) => PHASES.indexOf(actions.get(item.id)?.phase ?? 'later');
  const left = [...items].sort(
    (a, b) =>
      phase(a) - phase(b) || VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) || byId(a, b),
  );
  const ordered: T[] = [];
  while (left.length > 0) {
    const first = phase(left[0] as T);
    const waiting = left.filter((item) => phase(item) === first);
    const free = waiting.find((item) => {
      const after = actions.get(item.id)?.after ?? [];
      return !waiting.some((other) => other !== item && after.includes(other.id));
    });
    const next = free ?? (waiting[0] as T);
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}
