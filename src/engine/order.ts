import type { ActionId } from '../model/ids.ts';
import { type Action, PHASES, VERDICTS, type Verdict } from '../model/pack.ts';

/** Compares by id, in code-unit order: the same on every machine and in every language. */
export function byId(first: { readonly id: string }, second: { readonly id: string }): number {
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0;
}

export function compareStrings(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

const VERDICT_ORDER = [...VERDICTS, 'depends'] as readonly (Verdict | 'depends')[];

/**
 * Orders what is told of actions for reading: by phase, then so that each comes after those it names in `after`, then
 * by verdict and id. A circle of `after` is broken by that last order.
 */
export function inReadingOrder<T extends { readonly verdict: Verdict | 'depends' }>(
  items: readonly T[],
  actionOf: (item: T) => ActionId,
  actions: ReadonlyMap<ActionId, Action>,
): T[] {
  const phase = (item: T) => PHASES.indexOf(actions.get(actionOf(item))?.phase ?? 'later');
  const left = [...items].sort(
    (a, b) =>
      phase(a) - phase(b) ||
      VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) ||
      compareStrings(actionOf(a), actionOf(b)),
  );
  const ordered: T[] = [];
  for (let head = left[0]; head !== undefined; head = left[0]) {
    const first = phase(head);
    const waiting = left.filter((item) => phase(item) === first);
    const free = waiting.find((item) => {
      const after = actions.get(actionOf(item))?.after ?? [];
      return !waiting.some((other) => other !== item && after.includes(actionOf(other)));
    });
    const next = free ?? head;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}
