import path from 'node:path';
import type { RecordId } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { faultOf, readSafe } from '../disk/safe-file.ts';
import type { Entry } from '../journal/entry.ts';
import type { Piece } from '../journal/state.ts';
import { decryptWith, encryptFor } from '../keys/age.ts';
import type { KeyCard } from '../keys/identity.ts';
import { commit } from './commit.ts';
import { pieceName } from './layout.ts';
import { hexOf } from './pieces.ts';
import { readPiece } from './read-record.ts';
import { readersOf } from './readers.ts';
import type { Store } from './store.ts';

export type Progress = (done: number, of: number) => void;

/** Adds a key. E606: one may not; E632: it is there. */
export function addKey(store: Store, card: KeyCard): Promise<Entry> {
  return commit(store, () => ({ draft: { kind: 'key-added', key: card } }));
}

/** Takes a key back: from now on it reads nothing that is written, and signs nothing. E606; E625 */
export function revokeKey(store: Store, id: string): Promise<Entry> {
  return commit(store, () => {
    if (!store.journal.state.keys.has(id)) throw new InputError([{ code: 'E625', saw: id }]);
    return { draft: { kind: 'key-revoked', revoked: id } };
  });
}

/**
 * Encrypts every piece that this key can read anew, for those who may read it now. What it says stays the same, and so
 * does its commitment. Needed after a supervisor's key was added, and after a restore.
 *
 * @returns how many pieces were encrypted anew, and how many this key cannot read
 */
export async function rewrapAll(
  store: Store,
  progress: Progress,
): Promise<{ readonly done: number; readonly left: number }> {
  const all = [...store.journal.state.trails.values()].flatMap(({ id, author, pieces }) =>
    pieces.map((piece) => ({ id, author, piece })),
  );
  let [done, left] = [0, 0];
  for (const one of all) {
    if (await rewrap(store, one)) done += 1;
    else left += 1;
    progress(done + left, all.length);
  }
  return { done, left };
}

interface Wrapped {
  readonly id: RecordId;
  readonly author: string;
  readonly piece: Piece;
}

async function rewrap(store: Store, { id, author, piece }: Wrapped): Promise<boolean> {
  const file = path.join(store.layout.records, pieceName(id, piece.number));
  const bytes = readSafe(file);
  if (!bytes || hexOf(bytes) !== piece.cipher) throw faultOf('E614', file);
  const packed = await decryptWith(store.identity.age, bytes);
  if (!packed) return false;
  await commit(store, async () => {
    const again = await encryptFor(readersOf(store.journal.state, author), packed);
    return {
      draft: { kind: 'rewrapped', record: id, piece: piece.number, cipher: hexOf(again) },
      bytes: again,
    };
  });
  return true;
}

/**
 * Reads every piece of every record, and compares it with the journal: the rehearsal of a restore, and the deepest look.
 *
 * @returns how many hold, and the files of those that do not
 */
export async function readAll(
  store: Store,
  progress: Progress,
): Promise<{ readonly good: number; readonly bad: readonly string[] }> {
  const all = [...store.journal.state.trails.values()].flatMap(({ id, pieces }) =>
    pieces.map((piece) => ({ id, piece })),
  );
  let good = 0;
  const bad: string[] = [];
  for (const { id, piece } of all) {
    try {
      await readPiece(store, id, piece);
      good += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      bad.push(pieceName(id, piece.number));
    }
    progress(good + bad.length, all.length);
  }
  return { good, bad };
}
