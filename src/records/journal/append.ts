import { constants, fstatSync, fsyncSync, ftruncateSync } from 'node:fs';
import type { Lock } from '../disk/lock.ts';
import { closeQuietly, faultOf, openSafe, writeAll } from '../disk/safe-file.ts';
import type { Identity } from '../keys/identity.ts';
import { leafHash } from '../proof/merkle.ts';
import { apply } from './apply.ts';
import type { Entry, EntryDraft } from './entry.ts';
import type { Journal } from './journal.ts';
import { lineOf, signedBytes } from './lines.ts';

/** Signs an entry that follows on the last one. */
export function sealed(journal: Journal, draft: EntryDraft, by: { identity: Identity; at: Date }): Entry {
  const { identity, at } = by;
  const entry = {
    ...draft,
    seq: journal.entries,
    prev: journal.head,
    at: at.toISOString(),
    actor: identity.id,
  };
  return { ...entry, sig: identity.signing.sign(signedBytes(entry)).toString('base64') };
}

/**
 * Adds an entry to the journal and sees that it lasts: from here on it has happened.
 *
 * Everything between the look at the length and the look after the write is done without a pause in which this process
 * could notice anything, and still a process can be stopped there for hours and its lock be taken. So the length is
 * looked at again afterwards: a line that came late is taken back before anybody is told that it was kept.
 *
 * @throws InputError. E609: the disk is full; nothing was added. E610: the system cannot say whether it lasts. E611: the
 *   lock was lost; nothing was added.
 */
export function appendEntry(journal: Journal, entry: Entry, lock: Lock): void {
  const line = Buffer.from(`${lineOf(entry)}\n`);
  const first = journal.entries === 0 ? constants.O_CREAT : 0;
  const descriptor = openSafe(journal.file, constants.O_RDWR | constants.O_APPEND | first);
  if (descriptor === undefined) throw faultOf('E612', journal.file);
  try {
    if (lock.lost() || fstatSync(descriptor).size !== journal.bytes) throw faultOf('E611', journal.file);
    writeLine(descriptor, line, journal);
    makeLast(descriptor, line, journal);
  } finally {
    closeQuietly(descriptor);
  }
  apply(journal.state, entry);
  journal.entries += 1;
  journal.bytes += line.length;
  journal.head = leafHash(line.subarray(0, -1)).toString('hex');
  journal.last = entry;
}

function writeLine(descriptor: number, line: Buffer, { file, bytes }: Journal): void {
  try {
    writeAll(descriptor, line);
  } catch (error) {
    try {
      ftruncateSync(descriptor, bytes);
    } catch {
      // Half a line is left; the next writer cuts it off.
    }
    throw faultOf('E609', file, error);
  }
}

/** Looks where the line has come to stand, and sees that it lasts. E610, E611 */
function makeLast(descriptor: number, line: Buffer, { file, bytes }: Journal): void {
  try {
    const { size } = fstatSync(descriptor);
    const isLate = size !== bytes + line.length;
    if (isLate) takeBack(descriptor, size, line);
    else fsyncSync(descriptor);
    if (!isLate) return;
  } catch (error) {
    throw faultOf('E610', file, error);
  }
  throw faultOf('E611', file);
}

/** Takes a late line away, as long as nothing has followed on it. */
function takeBack(descriptor: number, size: number, line: Buffer): void {
  const { size: now } = fstatSync(descriptor);
  if (now === size) ftruncateSync(descriptor, size - line.length);
}
