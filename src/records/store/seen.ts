import { readSafe, replaceFile } from '../disk/safe-file.ts';
import type { Journal } from '../journal/journal.ts';

/** How far a journal was seen from this account: kept apart from the store, so that an older copy of it is noticed. */
export interface Seen {
  readonly store: string;
  readonly entries: number;
  readonly bytes: number;
  readonly head: string;
}

export function readSeen(file: string): Seen | undefined {
  try {
    const { store, entries, bytes, head } = JSON.parse(readSafe(file)?.toString('utf8') ?? '') as Seen;
    return Number.isSafeInteger(bytes) && /^[0-9a-f]{64}$/.test(head)
      ? { store, entries, bytes, head }
      : undefined;
  } catch {
    // Without it only checkpoints that are kept elsewhere show a rollback.
    return undefined;
  }
}

export function writeSeen(file: string, { state, entries, bytes, head }: Journal): void {
  try {
    replaceFile(file, Buffer.from(JSON.stringify({ store: state.store, entries, bytes, head })));
  } catch {
    // A help and no more: a folder that cannot be written to keeps nobody from the records.
  }
}
