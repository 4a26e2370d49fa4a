import path from 'node:path';
import type { IndexRow, RecordId } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import { privateFolder } from '../../records/disk/safe-file.ts';
import { type Opening, openStore, rowsAtOnce, rowsOf } from '../../records/store/open-store.ts';
import type { Store } from '../../records/store/store.ts';
import type { Shell } from '../shell.ts';
import type { StoreOptions } from './options.ts';
import { progressOf } from './progress.ts';
import { unlock } from './unlock.ts';
import { recordPlaces } from './where.ts';

/** Opens the store that the options name, with their key; the passphrase is asked for where the key has one. */
export async function openWith(shell: Shell, options: StoreOptions): Promise<Store> {
  return openStore(await openingOf(shell, options));
}

/** The rows of all records that the key can read: from the index where it is up to date. */
export async function rowsWith(shell: Shell, options: StoreOptions): Promise<readonly IndexRow[]> {
  const opening = await openingOf(shell, options);
  const rows = await rowsAtOnce(opening);
  return rows ?? rowsOf(await openStore(opening), progressOf(shell));
}

async function openingOf(shell: Shell, options: StoreOptions): Promise<Opening> {
  const { store: folder, identity: file, seen } = recordPlaces(shell, options);
  const identity = await unlock(shell, file);
  if (seen !== undefined) privateFolder(path.dirname(seen));
  return { folder, identity, clock: shell.clock, ...(seen !== undefined && { seen }) };
}

/** The one record that a word names: its id, or the beginning of it. E608: none; E636: several. */
export function recordNamed({ journal }: Store, word: string): RecordId {
  const { trails } = journal.state;
  const typed = word.toUpperCase();
  const ids = [...trails.keys()].filter((id) => id === typed || id.startsWith(typed));
  const exact = ids.find((id) => id === typed);
  const [only, ...more] = ids;
  if (exact) return exact;
  if (only && more.length === 0) return only;
  if (only) throw new InputError([{ code: 'E636', saw: word, expected: ids }]);
  const nearest = nearestOf(typed, [...trails.keys()]);
  throw new InputError([{ code: 'E608', saw: word, ...(nearest !== undefined && { nearest }) }]);
}
