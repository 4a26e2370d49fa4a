import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../problems/input-error.ts';
import { lockStore } from '../disk/lock.ts';
import { faultOf, writeNew } from '../disk/safe-file.ts';
import { appendEntry, sealed } from '../journal/append.ts';
import type { Entry, EntryDraft } from '../journal/entry.ts';
import { readOn } from '../journal/journal.ts';
import { refusal } from '../journal/rules.ts';
import { pieceName } from './layout.ts';
import { seeEntry } from './rows.ts';
import { finishPurge, purgeMark, putInPlace, settle } from './settle.ts';
import type { Store } from './store.ts';

/** An entry to be written, and the bytes of the piece that it commits to. */
export interface Planned {
  readonly draft: EntryDraft;
  readonly bytes?: Uint8Array;
}

/**
 * Writes one entry with its piece: the piece first, under a name of its own; then the entry, from which on it has
 * happened; then the piece gets its place. Stopped anywhere, the next writer ends it or takes it back.
 *
 * @param plan called under the lock, when everything that others have written is known
 * @throws InputError. What `refusal` says; E609, E610, E611, E612, E615
 */
export async function commit(store: Store, plan: () => Promise<Planned> | Planned): Promise<Entry> {
  const lock = await lockStore(store.layout.folder);
  try {
    catchUp(store);
    settle(store);
    const planned = await plan();
    const code = refusal(store.journal.state, { ...planned.draft, actor: store.identity.id });
    if (code) throw new InputError([{ code, saw: planned.draft.record ?? store.identity.id }]);
    return write(store, planned, lock);
  } finally {
    await lock.release();
  }
}

/** Reads what others have added to the journal. */
export function catchUp(store: Store): void {
  readOn(store.journal, (entry) => seeEntry(store, entry));
}

function write(store: Store, { draft, bytes }: Planned, lock: Parameters<typeof appendEntry>[2]): Entry {
  const { layout, journal, identity, clock } = store;
  const { record, piece } = draft;
  const place = bytes && record ? path.join(layout.records, pieceName(record, piece ?? 0)) : undefined;
  const waiting = place && path.join(layout.drafts, draftName(path.basename(place)));
  const mark = draft.kind === 'purged' && record ? purgeMark(layout, record) : undefined;
  if (mark && !existsSync(mark)) writeNew(mark, Buffer.alloc(0));
  if (waiting && bytes) writeNew(waiting, bytes);
  const entry = sealed(journal, draft, { identity, at: clock() });
  try {
    if (waiting && !existsSync(waiting)) throw faultOf('E611', layout.folder);
    appendEntry(journal, entry, lock);
  } catch (error) {
    // Where the system cannot say whether the entry lasts, the piece stays: the next writer knows.
    if (waiting && !isUnknown(error)) rmSync(waiting, { force: true });
    throw error;
  }
  seeEntry(store, entry);
  try {
    if (waiting && place) putInPlace(waiting, place);
    if (mark && record) finishPurge(store, record);
  } catch (error) {
    // It has happened; the next writer ends it.
    throw error instanceof InputError ? error : faultOf('E610', layout.folder, error);
  }
  return entry;
}

function draftName(name: string): string {
  return `${name.slice(0, -'.age'.length)}.${randomBytes(8).toString('hex')}.age`;
}

function isUnknown(error: unknown): boolean {
  return error instanceof InputError && error.problems.some(({ code }) => code === 'E610');
}
