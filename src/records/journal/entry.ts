import type { EntryKind, Moment, RecordId } from '../../model/record.ts';
import type { KeyCard } from '../keys/identity.ts';

/** Why a record is held back from purging, or purged: a word, never a sentence. */
export const HOLD_REASONS = ['complaint', 'court', 'audit', 'request'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
export const PURGE_REASONS = ['retention', 'request', 'mistake', 'order'] as const;
export type PurgeReason = (typeof PURGE_REASONS)[number];

/** What the agency has settled when it made the store. */
export interface Policy {
  /** Whoever decided may sign it off, and then it is marked. */
  readonly ownSignOff: boolean;
}

/**
 * One line of the journal. It holds ids, times, words of fixed lists and hashes: no name, no free text.
 *
 * A line is the one text of its entry under RFC 8785, so that no byte of it can be another.
 */
export interface Entry {
  /** From 0. */
  readonly seq: number;
  /** Leaf hash of the line before, in hex; 64 zeros in the first. */
  readonly prev: string;
  readonly at: Moment;
  readonly kind: EntryKind;
  /** The key that signed. */
  readonly actor: string;
  /** Ed25519 over the entry without this field, base64. */
  readonly sig: string;
  readonly record?: RecordId;
  /** Number of the piece of the record that this entry commits to, from 1. */
  readonly piece?: number;
  readonly version?: number;
  /** Salted commitment to what the piece says. */
  readonly commitment?: string;
  /** SHA-256 of the bytes of its file. */
  readonly cipher?: string;
  /** Signed off by whoever decided. */
  readonly own?: boolean;
  readonly because?: HoldReason | PurgeReason;
  /** For whom a copy is, and in which format. */
  readonly audience?: string;
  readonly format?: string;
  /** How many records a copy holds. */
  readonly count?: number;
  /** SHA-256 of the file that was made. */
  readonly digest?: string;
  readonly key?: KeyCard;
  /** Of a key that is taken back. */
  readonly revoked?: string;
  /** Entries and root that a checkpoint says. */
  readonly size?: number;
  readonly root?: string;
  /** In the first entry: the name of the store, the agency's recovery key, and what is settled. */
  readonly store?: string;
  readonly recovery?: KeyCard;
  readonly policy?: Policy;
}

/** What the caller says of a new entry; place, time, actor and signature are added when it is written. */
export type EntryDraft = Omit<Entry, 'seq' | 'prev' | 'at' | 'actor' | 'sig'>;

export const NO_ENTRY = '0'.repeat(64);
