import { existsSync } from 'node:fs';
import type { IndexRow } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { faultOf, privateFolder } from '../disk/safe-file.ts';
import { journalAt } from '../journal/journal.ts';
import type { Identity } from '../keys/identity.ts';
import { catchUp } from './catch-up.ts';
import { beginsAsSeen, isUpToDate, readIndex, writeIndex } from './index-file.ts';
import { layoutOf } from './layout.ts';
import { rowOf } from './read-record.ts';
import { mayRead } from './readers.ts';
import { inOrderOfDecision } from './rows.ts';
import { readSeen, writeSeen } from './seen.ts';
import type { Store } from './store.ts';

export interface Opening {
  readonly folder: string;
  readonly identity: Identity;
  readonly clock: () => Date;
  /** Where this account remembers how far it has seen the journal; left out: it does not. */
  readonly seen?: string;
}

/**
 * Opens a store with one key and reads its journal.
 *
 * @throws InputError. E601: no store is there. E605: the key is not one of it, or was taken back. E612: the journal was
 *   damaged. E615: somebody else may write to it. E629: the journal is not the one that was seen here last.
 */
export async function openStore({ folder, identity, clock, seen }: Opening): Promise<Store> {
  const layout = layoutOf(folder);
  if (!existsSync(layout.journal)) throw faultOf('E601', folder);
  for (const one of [folder, layout.records, layout.drafts, layout.indexes]) privateFolder(one);
  const known = seen === undefined ? undefined : readSeen(seen);
  if (known && !beginsAsSeen(layout, known)) throw faultOf('E629', layout.journal);
  const journal = journalAt(layout.journal);
  const store: Store = {
    layout,
    identity,
    clock,
    journal,
    rows: new Map(),
    stale: new Set(),
    indexed: 0,
  };
  const index = await readIndex(layout, identity);
  const isGood = index !== undefined && beginsAsSeen(layout, index);
  catchUp(store);
  const key = journal.state.keys.get(identity.id);
  if (!key || key.revoked) throw new InputError([{ code: 'E605', saw: identity.id }]);
  if (index && isGood && index.store === journal.state.store) takeOver(store, index.rows, index.bytes);
  if (seen !== undefined) writeSeen(seen, journal);
  return store;
}

/** Rows of the index hold, but for those of records of which the journal tells more since. */
function takeOver(store: Store, rows: readonly IndexRow[], bytes: number): void {
  for (const row of rows) store.rows.set(row.id, row);
  store.indexed = bytes;
  for (const id of store.stale) {
    const trail = store.journal.state.trails.get(id);
    const row = store.rows.get(id);
    const isSame =
      row &&
      trail &&
      !trail.purged &&
      row.version === trail.version &&
      row.state === trail.state &&
      row.followUps === trail.followUps &&
      row.held === trail.held;
    if (isSame) store.stale.delete(id);
  }
}

/**
 * The rows of all records that this key can read, the latest decision first. Makes anew those that have changed, and keeps
 * them for the next time.
 *
 * @param progress told how many of how many were made, where it takes long
 */
export async function rowsOf(
  store: Store,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<readonly IndexRow[]> {
  catchUp(store);
  const of = store.stale.size;
  for (const id of store.stale) {
    const trail = store.journal.state.trails.get(id);
    const row = trail && !trail.purged && mayRead(store, trail) ? await rowOf(store, trail) : undefined;
    if (row) store.rows.set(id, row);
    else store.rows.delete(id);
    store.stale.delete(id);
    progress(of - store.stale.size, of);
  }
  if (store.indexed < store.journal.bytes) await keepIndex(store);
  return inOrderOfDecision(store.rows.values());
}

async function keepIndex(store: Store): Promise<void> {
  const { layout, identity, journal, rows } = store;
  const index = {
    store: journal.state.store,
    bytes: journal.bytes,
    head: journal.head,
    rows: inOrderOfDecision(rows.values()),
  };
  try {
    await writeIndex(layout, identity, index);
    store.indexed = journal.bytes;
  } catch (error) {
    // It can be made anew; a disk without room keeps nobody from reading.
    if (!(error instanceof InputError)) throw error;
  }
}

/**
 * The rows as the index has them, without reading the whole journal; `undefined`: something came since, and the store has
 * to be opened.
 */
export async function rowsAtOnce({
  folder,
  identity,
  seen,
}: Opening): Promise<readonly IndexRow[] | undefined> {
  const layout = layoutOf(folder);
  if (!existsSync(layout.journal)) throw faultOf('E601', folder);
  for (const one of [folder, layout.indexes]) privateFolder(one);
  const known = seen === undefined ? undefined : readSeen(seen);
  if (known && !beginsAsSeen(layout, known)) throw faultOf('E629', layout.journal);
  const index = await readIndex(layout, identity);
  return index && isUpToDate(layout, index) ? index.rows : undefined;
}
