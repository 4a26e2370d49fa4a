import { constants, fstatSync, ftruncateSync, readSync } from 'node:fs';
import type { InputError } from '../../problems/input-error.ts';
import { closeQuietly, faultOf, openSafe } from '../disk/safe-file.ts';
import { type KeyCard, keyIdOf } from '../keys/identity.ts';
import { apply } from './apply.ts';
import { type Entry, NO_ENTRY } from './entry.ts';
import { entryIn, isSignedBy, linesIn } from './lines.ts';
import { refusal } from './rules.ts';
import { emptyState, type JournalState } from './state.ts';

/** A journal as far as it was read. */
export interface Journal {
  readonly file: string;
  readonly state: JournalState;
  entries: number;
  /** Bytes of the lines that were read. */
  bytes: number;
  /** Leaf hash of the last line, in hex. */
  head: string;
  last: Entry | undefined;
  /** Bytes after the last whole line: what a writer that was stopped left behind. */
  rest: number;
}

export function journalAt(file: string): Journal {
  return { file, state: emptyState(), entries: 0, bytes: 0, head: NO_ENTRY, last: undefined, rest: 0 };
}

/**
 * Reads what has been added to the journal since. Checks that each line follows on the one before and is allowed, and
 * the signatures of those that say who may do what and for whom records are encrypted; all others are checked by `verify`.
 *
 * @param see called with each entry that was added
 * @throws InputError. E612: a line does not follow, or the journal has become shorter. E615
 */
export function readOn(journal: Journal, see: (entry: Entry) => void = () => undefined): void {
  const bytes = bytesFrom(journal);
  if (bytes === undefined) throw damaged(journal);
  const lines = linesIn(bytes);
  const base = journal.bytes;
  for (let at = 0; at < lines.count; at += 1) {
    const entry = entryIn(lines.text(at));
    const follows = entry?.seq === journal.entries && entry.prev === journal.head;
    if (entry && !follows && at === lines.count - 1 && isLate(entry, journal)) {
      journal.rest = bytes.length - lines.start(at);
      return;
    }
    if (!entry || !follows || !isAllowed(journal.state, entry)) throw damaged(journal);
    apply(journal.state, entry);
    journal.entries += 1;
    journal.head = lines.leaf(at);
    journal.last = entry;
    journal.bytes = base + lines.end(at);
    see(entry);
  }
  journal.rest = lines.rest;
}

/**
 * A last line beside the one before it: a writer that had lost its lock, as after the machine has slept, wrote it and was
 * stopped before it could take it back. Nobody was told that it was kept.
 */
function isLate(entry: Entry, { last }: Journal): boolean {
  return last !== undefined && entry.seq === last.seq && entry.prev === last.prev;
}

function isAllowed(state: JournalState, entry: Entry): boolean {
  if (refusal(state, entry) !== undefined) return false;
  if (![entry.key, entry.recovery].every((card) => !card || isNamedRight(card))) return false;
  if (entry.kind === 'made') return entry.key?.id === entry.actor && isSignedBy(entry, entry.key.sign);
  const givesAccess = entry.kind === 'key-added' || entry.kind === 'key-revoked';
  return !givesAccess || isSignedBy(entry, state.keys.get(entry.actor)?.card.sign ?? '');
}

/** The name of a key follows from it: nobody can give it another one. */
export function isNamedRight({ id, sign }: KeyCard): boolean {
  return id === keyIdOf(Buffer.from(sign, 'base64'));
}

/** E612 with the number of the line, from 1. */
function damaged({ file, entries }: Journal): InputError {
  return faultOf('E612', `${file}:${entries + 1}`);
}

/** The bytes that were added; `undefined`: some were taken away. */
function bytesFrom(journal: Journal): Buffer | undefined {
  const descriptor = openSafe(journal.file, constants.O_RDONLY);
  if (descriptor === undefined) return journal.bytes === 0 ? Buffer.alloc(0) : undefined;
  try {
    const more = fstatSync(descriptor).size - journal.bytes;
    if (more < 0) return undefined;
    const bytes = Buffer.allocUnsafe(more);
    let read = 0;
    while (read < more) {
      const count = readSync(descriptor, bytes, read, more - read, journal.bytes + read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } catch (error) {
    throw faultOf('E631', journal.file, error);
  } finally {
    closeQuietly(descriptor);
  }
}

/** Cuts off what a writer that was stopped left after the last line. Only under the lock. E609 */
export function cutRest(journal: Journal): void {
  if (journal.rest === 0) return;
  const descriptor = openSafe(journal.file, constants.O_RDWR);
  if (descriptor === undefined) return;
  try {
    ftruncateSync(descriptor, journal.bytes);
  } catch (error) {
    throw faultOf('E609', journal.file, error);
  } finally {
    closeQuietly(descriptor);
  }
  journal.rest = 0;
}
