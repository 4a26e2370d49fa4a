import type { Entry } from '../journal/entry.ts';
import { readOn } from '../journal/journal.ts';
import { changesRows } from './rows.ts';
import type { Store } from './store.ts';

/** Reads what others have added to the journal. E612: it no longer goes on from what was read before. */
export function catchUp(store: Store): void {
  readOn(store.journal, (entry) => seeEntry(store, entry));
}

/** Takes note of an entry: the row of its record is made anew when rows are asked for. */
export function seeEntry(store: Store, entry: Entry): void {
  if (entry.record && changesRows(entry)) store.stale.add(entry.record);
}
