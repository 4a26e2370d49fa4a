import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { RecordId } from '../../model/record.ts';
import { faultOf, readSafe, syncFolder } from '../disk/safe-file.ts';
import { cutRest } from '../journal/journal.ts';
import { type Layout, pieceName, pieceOfName } from './layout.ts';
import { hexOf } from './pieces.ts';
import type { Store } from './store.ts';

/** A draft younger than this may be of a writer that is still at work. */
const AT_WORK = 60_000;

/**
 * Ends what a writer that was stopped has begun: a piece that the journal tells of gets its place, one that it does not
 * know is removed, and so is what is left of a record that was purged. Only under the lock.
 */
export function settle(store: Store): void {
  const { layout, journal } = store;
  cutRest(journal);
  for (const name of namesIn(layout.drafts)) {
    const file = path.join(layout.drafts, name);
    if (name.endsWith(PURGE)) finishPurge(store, name.slice(0, -PURGE.length) as RecordId);
    else if (!finishPiece(store, file) && isOld(file)) rmSync(file, { force: true });
  }
}

const PURGE = '.purge';

/** The name of the file that says that pieces of a record are being removed. */
export function purgeMark({ drafts }: Layout, id: RecordId): string {
  return path.join(drafts, `${id}${PURGE}`);
}

function finishPiece({ layout, journal }: Store, file: string): boolean {
  const named = pieceOfName(path.basename(file));
  const trail = named && journal.state.trails.get(named.id);
  const piece = trail?.pieces[named ? named.piece - 1 : 0];
  if (!named || !piece) return false;
  const place = path.join(layout.records, pieceName(named.id, named.piece));
  const bytes = readSafe(file);
  if (!bytes || hexOf(bytes) !== piece.cipher) return false;
  putInPlace(file, place);
  return true;
}

/** Gives a piece that the journal tells of its name. What is told by E610 is kept all the same, and ended later. */
export function putInPlace(draft: string, place: string): void {
  try {
    renameSync(draft, place);
  } catch (error) {
    throw faultOf('E610', place, error);
  }
  syncFolder(path.dirname(place));
}

/** Removes all files of a record that the journal says was purged, and then the mark. */
export function finishPurge({ layout, journal }: Store, id: RecordId): void {
  if (journal.state.trails.get(id)?.purged) {
    for (const folder of [layout.records, layout.drafts]) {
      const names = namesIn(folder).filter((name) => pieceOfName(name)?.id === id);
      for (const name of names) rmSync(path.join(folder, name), { force: true });
      syncFolder(folder);
    }
  }
  rmSync(purgeMark(layout, id), { force: true });
}

/** The names in a folder of the store; none where it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) return [];
    throw faultOf('E631', folder, error);
  }
}

function isOld(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) > AT_WORK;
}
