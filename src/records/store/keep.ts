import type { RecordId } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Entry, EntryDraft, HoldReason, PurgeReason } from '../journal/entry.ts';
import { wasSigned } from '../journal/rules.ts';
import { commit } from './commit.ts';
import { trailOf } from './read-record.ts';
import type { Store } from './store.ts';

/**
 * Notes in the journal that somebody has looked at a record, printed or exported it, or another thing that comes without
 * a piece of its own.
 *
 * @param draft ids, words of fixed lists and hashes alone: never a name, never a text
 */
export function noteEntry(store: Store, draft: EntryDraft): Promise<Entry> {
  return commit(store, () => ({ draft }));
}

/** Keeps a record from being purged, or ends that. */
export function hold(store: Store, id: RecordId, because: HoldReason | 'released'): Promise<Entry> {
  return commit(store, () => {
    trailOf(store, id);
    return {
      draft:
        because === 'released' ? { kind: 'released', record: id } : { kind: 'held', record: id, because },
    };
  });
}

/** What purging one record would take, or why it cannot be. */
export interface Purgeable {
  readonly id: RecordId;
  readonly files: number;
  /** It was signed off: two people have to agree. */
  readonly signed: boolean;
  readonly held: boolean;
  /** Somebody else has asked for it already. */
  readonly asked: boolean;
}

/** Says what purging would do, and does nothing. E608, E628 */
export function purgeable(store: Store, id: RecordId): Purgeable {
  const trail = trailOf(store, id);
  const { purgeAskedBy, held, pieces } = trail;
  const asked = purgeAskedBy !== undefined && purgeAskedBy !== store.identity.id;
  return { id, files: pieces.length, signed: wasSigned(trail), held, asked };
}

/**
 * Purges a record: an entry that says who, when and why, then its files. A record that was signed off is only asked for,
 * until a second person does the same.
 *
 * @returns the entry: `purged`, or `purge-asked`
 * @throws InputError. E606, E608, E618: it is held, E628; E630: one has asked for it oneself.
 */
export function purge(store: Store, id: RecordId, because: PurgeReason): Promise<Entry> {
  return commit(store, () => {
    const trail = trailOf(store, id);
    const { signed, asked, held } = purgeable(store, id);
    if (signed && !asked && trail.purgeAskedBy !== undefined && !held)
      throw new InputError([{ code: 'E630', saw: id }]);
    return { draft: { kind: signed && !asked ? 'purge-asked' : 'purged', record: id, because } };
  });
}
