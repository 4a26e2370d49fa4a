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

interface Ordering<T> {
  readonly actionOf: (item: T) => ActionId;
  readonly actions: ReadonlyMap<ActionId, Action>;
}

/**
 * Orders what is told of actions for reading: by phase, then so that each comes after those it names in `after`, then
 * by verdict and id. An act of the phase `before-acting` stands right before the first that names it. A circle of
 * `after` is broken by verdict and id.
 */
export function inReadingOrder<T extends { readonly verdict: Verdict | 'depends' }>(
  items: readonly T[],
  { actionOf, actions }: Ordering<T>,
): T[] {
  const phaseOf = (item: T) => actions.get(actionOf(item))?.phase ?? 'later';
  const follows = (item: T, other: T) =>
    actions.get(actionOf(item))?.after.includes(actionOf(other)) ?? false;
  const sorted = [...items].sort(
    (a, b) =>
      PHASES.indexOf(phaseOf(a)) - PHASES.indexOf(phaseOf(b)) ||
      VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) ||
      compareStrings(actionOf(a), actionOf(b)),
  );
  const ordered = PHASES.flatMap((phase) =>
    afterEachOther(
      sorted.filter((item) => phaseOf(item) === phase),
      follows,
    ),
  );
  for (const first of ordered.filter((item) => phaseOf(item) === 'before-acting')) {
    const named = ordered.find((item) => phaseOf(item) !== 'before-acting' && follows(item, first));
    if (!named) continue;
    ordered.splice(ordered.indexOf(first), 1);
    ordered.splice(ordered.indexOf(named), 0, first);
  }
  return ordered;
}

/** Keeps an order but lets each item wait for those that it follows. */
function afterEachOther<T>(items: readonly T[], follows: (item: T, other: T) => boolean): T[] {
  const left = [...items];
  const ordered: T[] = [];
  for (let head = left[0]; head !== undefined; head = left[0]) {
    const next = left.find((item) => !left.some((other) => other !== item && follows(item, other))) ?? head;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}
