import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { systemCodeOf } from '../../files/system-code.ts';
import type { RecordId } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { type Lock, lockStore } from '../disk/lock.ts';
import { faultOf, writeNew } from '../disk/safe-file.ts';
import { appendEntry, sealed } from '../journal/append.ts';
import type { Entry, EntryDraft } from '../journal/entry.ts';
import { refusal } from '../journal/rules.ts';
import { catchUp, seeEntry } from './catch-up.ts';
import { type Layout, pieceName } from './layout.ts';
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
  } catch (error) {
    // What the system says about a file before anything was written.
    throw systemCodeOf(error) === undefined ? error : faultOf('E631', store.layout.folder, error);
  } finally {
    await lock.release();
  }
}

/** What stands on the disk before the entry does. */
interface Begun {
  /** A piece under a name of its own, and the place that it will have. */
  readonly piece?: { readonly waiting: string; readonly place: string };
  readonly purged?: RecordId;
}

function write(store: Store, planned: Planned, lock: Lock): Entry {
  const { layout, journal, identity, clock } = store;
  const begun = begin(layout, planned);
  const { piece } = begun;
  const entry = sealed(journal, planned.draft, { identity, at: clock() });
  try {
    if (piece && !existsSync(piece.waiting)) throw faultOf('E611', layout.folder);
    appendEntry(journal, entry, lock);
  } catch (error) {
    // Where the system cannot say whether the entry lasts, the piece stays: the next writer knows.
    if (piece && !isUnknown(error)) rmSync(piece.waiting, { force: true });
    throw error;
  }
  seeEntry(store, entry);
  end(store, begun);
  return entry;
}

function begin(layout: Layout, { draft, bytes }: Planned): Begun {
  const { kind, record, piece = 0 } = draft;
  if (kind === 'purged' && record) {
    const mark = purgeMark(layout, record);
    if (!existsSync(mark)) writeNew(mark, Buffer.alloc(0));
    return { purged: record };
  }
  if (!bytes || !record) return {};
  const place = path.join(layout.records, pieceName(record, piece));
  const waiting = path.join(layout.drafts, draftName(path.basename(place)));
  writeNew(waiting, bytes);
  return { piece: { waiting, place } };
}

function end(store: Store, { piece, purged }: Begun): void {
  try {
    if (piece) putInPlace(piece.waiting, piece.place);
    if (purged) finishPurge(store, purged);
  } catch (error) {
    // It has happened; the next writer ends it.
    throw error instanceof InputError ? error : faultOf('E610', store.layout.folder, error);
  }
}

function draftName(name: string): string {
  return `${name.slice(0, -'.age'.length)}.${randomBytes(8).toString('hex')}.age`;
}

function isUnknown(error: unknown): boolean {
  return error instanceof InputError && error.problems.some(({ code }) => code === 'E610');
}
