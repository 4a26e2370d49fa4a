import type { EntryKind, RecordId, RecordState } from '../../model/record.ts';
import type { KeyCard } from '../keys/identity.ts';
import type { Policy } from './entry.ts';

/** One file of a record, as the journal knows it. */
export interface Piece {
  readonly number: number;
  readonly kind: EntryKind;
  /** The version that it is, or speaks about. */
  readonly version: number;
  readonly commitment: string;
  /** SHA-256 of its bytes; another one after it was encrypted anew. */
  cipher: string;
  readonly seq: number;
  readonly actor: string;
}

/** What the journal says of one record. */
export interface Trail {
  readonly id: RecordId;
  readonly author: string;
  version: number;
  state: RecordState;
  readonly pieces: Piece[];
  followUps: number;
  held: boolean;
  /** Who has asked for it to be purged, where a second person has to agree. */
  purgeAskedBy: string | undefined;
  purged: boolean;
}

export interface KnownKey {
  readonly card: KeyCard;
  revoked: boolean;
}

/** What all entries up to one say together. */
export interface JournalState {
  store: string;
  policy: Policy;
  recovery: KeyCard | undefined;
  readonly keys: Map<string, KnownKey>;
  readonly trails: Map<RecordId, Trail>;
}

/** Before the first entry. */
export function emptyState(): JournalState {
  return {
    store: '',
    policy: { ownSignOff: false },
    recovery: undefined,
    keys: new Map(),
    trails: new Map(),
  };
}

/** Kinds of entries that come with a file. */
export const WITH_PIECE: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'recorded',
  'amended',
  'followed-up',
  'commented',
  'returned',
  'signed-off',
]);
