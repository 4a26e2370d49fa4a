import type { IndexRow } from '../model/record.ts';

/** A count, or null where there are fewer than `FEWEST`: few enough to guess who is meant. */
export type Count = number | null;

export const FEWEST = 5;

/** One group of counts, the largest first; those that are not told stand last. */
export interface Counted {
  readonly id: string;
  readonly count: Count;
}

/** What many records say together. */
export interface Stats {
  readonly records: Count;
  readonly overdue: Count;
  readonly departed: Count;
  readonly states: readonly Counted[];
  readonly effects: readonly Counted[];
  readonly dilemmas: readonly Counted[];
  readonly yields: readonly Counted[];
  readonly departures: readonly Counted[];
}

/**
 * Counts records by what they were about. A count under `FEWEST` is not told, and where groups add up to a total that is
 * told, one more is left out, so that it cannot be worked out.
 */
export function statsOf(rows: readonly IndexRow[], today: string): Stats {
  const number = (holds: (row: IndexRow) => boolean): Count => told(rows.filter(holds).length);
  return {
    records: told(rows.length),
    overdue: number(({ reviewOn }) => reviewOn !== null && reviewOn < today),
    departed: number(({ departures }) => departures.length > 0),
    states: parts(rows.map(({ state }) => state)),
    effects: parts(rows.map(({ effective }) => effective ?? 'not-yet')),
    dilemmas: some(rows.flatMap(({ dilemmas }) => dilemmas)),
    yields: some(rows.flatMap(({ yields }) => yields)),
    departures: some(rows.flatMap(({ departures }) => departures)),
  };
}

function told(count: number): Count {
  return count > 0 && count < FEWEST ? null : count;
}

/** Groups of which a record may be in several: their sum says nothing. */
function some(ids: readonly string[]): Counted[] {
  return inOrder([...tally(ids)].map(([id, count]) => ({ id, count: told(count) })));
}

/** Groups of which every record is in one. */
function parts(ids: readonly string[]): Counted[] {
  const counts = [...tally(ids)].toSorted(([, one], [, other]) => one - other);
  const hidden = counts.filter(([, count]) => told(count) === null).length;
  // The smallest that would be told goes too, where it alone would give away the other.
  const also = hidden === 1 ? counts.find(([, count]) => told(count) !== null)?.[0] : undefined;
  return inOrder(counts.map(([id, count]) => ({ id, count: id === also ? null : told(count) })));
}

function tally(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function inOrder(counted: readonly Counted[]): Counted[] {
  return counted.toSorted(
    (one, other) => (other.count ?? 0) - (one.count ?? 0) || (one.id < other.id ? -1 : 1),
  );
}
