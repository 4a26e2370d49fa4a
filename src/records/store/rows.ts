import type { IndexRow } from '../../model/record.ts';
import type { Entry } from '../journal/entry.ts';

/** Entries that leave every row as it is. */
const SILENT: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>([
  'made',
  'key-added',
  'key-revoked',
  'viewed',
  'exported',
  'printed',
  'redacted',
  'purge-asked',
  'checkpointed',
  'rewrapped',
  'rehearsed',
  'restored',
]);

/** Whether an entry can change a row. */
export function changesRows({ kind }: Pick<Entry, 'kind'>): boolean {
  return !SILENT.has(kind);
}

/** Rows in the order in which the decisions were made, the latest first. */
export function inOrderOfDecision(rows: Iterable<IndexRow>): IndexRow[] {
  return [...rows].toSorted((one, other) => order(other.decidedOn, one.decidedOn) || order(one.id, other.id));
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
