import type { Report } from './report.ts';
import type { Lang } from './text.ts';

/** Random name of a record: `DR-2026-` and characters of Crockford's base 32; it says nothing about anybody. */
export type RecordId = `DR-${string}`;

/** A day, `2026-11-25`. */
export type Day = string;
/** A moment in UTC, `2026-11-25T06:20:00.000Z`. */
export type Moment = string;

/** A part that somebody plays; never a name. `id` is one of the roles that are offered, or null for own words. */
export interface RecordRole {
  readonly id: string | null;
  readonly text: string;
}

/** Who wrote a piece of a record: the role of the key, and the key, null where the file was written without a store. */
export interface RecordAuthor {
  readonly role: string;
  readonly key: string | null;
}

export const BASES = ['seen', 'told', 'document', 'assumed'] as const;
/** How a fact is known: seen oneself, told by somebody, read in a document, or assumed. */
export type Basis = (typeof BASES)[number];

export const PARTS_PLAYED = ['affected', 'consulted', 'informed', 'heard', 'to-hear', 'not-to-tell'] as const;
/** What a person has to do with a decision: affected, was asked for advice, was told, was heard, must still be heard, must not be told. */
export type PartPlayed = (typeof PARTS_PLAYED)[number];

/** One action as it was decided; texts and verdict as they were on the screen. */
export interface DecidedAction {
  readonly id: string;
  readonly text: string;
  readonly decided: 'do' | 'do-not';
  readonly verdict: string;
  /** Decided against a duty that is settled. */
  readonly departs: boolean;
  readonly reason: string | null;
}

/** What was done after the decision: when, by which role. */
export interface ActionTaken {
  readonly on: Day;
  readonly by: RecordRole;
  readonly text: string;
  /** The action of the pack that it carries out, where it is one. */
  readonly action: string | null;
}

/** The answers as a case file holds them, so that other rules can be laid over the same case. */
export interface RecordedCase {
  readonly facts: Readonly<Record<string, string | number | { readonly 'find-out': Day }>>;
  readonly topics?: readonly string[];
  readonly screened?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly considering?: readonly string[];
}

/**
 * One version of a decision. The first is what was decided; a later one is an amendment and says why. Facts stand in
 * `case` and `report`, reasoning in `decision`, doubt in `doubts`: never in one text.
 */
export interface RecordVersion {
  /** From 1. */
  readonly number: number;
  readonly decidedOn: Day;
  readonly writtenAt: Moment | null;
  readonly author: RecordAuthor;
  /** Why the version before was amended; null in the first. */
  readonly amends: string | null;
  readonly case: RecordedCase;
  /** Fact id → how it is known; a fact that is not named was given without saying. */
  readonly known: Readonly<Record<string, Basis>>;
  readonly decision: {
    readonly actions: readonly DecidedAction[];
    /** Something that the pack does not name. */
    readonly other: string | null;
    /** Why, for the decision as a whole. */
    readonly reason: string | null;
  };
  /** Ways that were weighed, also those not taken; `action` is null for one in own words. */
  readonly options: readonly { readonly action: string | null; readonly text: string }[];
  readonly doubts: string | null;
  readonly people: Readonly<Record<PartPlayed, readonly RecordRole[]>>;
  readonly plan: {
    readonly text: string | null;
    /** Whether the client agrees to it. */
    readonly agreed: 'yes' | 'partly' | 'no' | 'not-asked' | null;
  };
  readonly taken: readonly ActionTaken[];
  /** When it is looked at again. */
  readonly reviewOn: Day | null;
  /** The result as given, in the language shown, with id, version and digest of the pack: nothing is looked up again. */
  readonly report: Report;
}

export const FOLLOW_UP_KINDS = ['observation', 'interview', 'data-collection'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const EFFECTS = ['yes', 'partly', 'no', 'too-early'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What became of a decision. */
export interface FollowUp {
  readonly on: Day;
  readonly writtenAt: Moment;
  readonly author: RecordAuthor;
  readonly kind: FollowUpKind;
  readonly outcome: string;
  readonly effective: Effect;
  readonly next: 'go-on' | 'change' | 'close';
  /** The next look at it; null where it is closed. */
  readonly reviewOn: Day | null;
  readonly taken: readonly ActionTaken[];
}

export const REVIEW_KINDS = ['comment', 'return', 'sign-off'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What a supervisor said of one version. After a sign-off that version is frozen; an amendment is a new one. */
export interface Review {
  readonly kind: ReviewKind;
  readonly version: number;
  readonly writtenAt: Moment;
  readonly author: RecordAuthor;
  readonly text: string | null;
  /** The author of the version signed it off: only where the agency permits it. */
  readonly own: boolean;
}

export const AUDIENCES = ['team', 'agency', 'outside', 'teaching'] as const;
/** For whom a copy is made; everything wider than the team is redacted unless somebody says otherwise. */
export type Audience = (typeof AUDIENCES)[number];

/** Says of a copy that pieces of text were replaced: a redacted copy is never called anonymous. */
export interface Redaction {
  readonly audience: Audience;
  readonly at: Moment;
  /** How many pieces were replaced. */
  readonly replaced: number;
}

/**
 * A decision with everything that was written about it: the file of the walkthrough is one with a single version, the
 * export of a store one with its follow-ups and reviews. Its exact shape is `schemas/decision.schema.json`; fields are
 * only ever added.
 */
export interface DecisionRecord {
  readonly schema: 'timbang.decision/1';
  readonly id: RecordId;
  readonly toolVersion: string;
  readonly lang: Lang;
  /** In order of their numbers; at least one. The last one holds. */
  readonly versions: readonly [RecordVersion, ...RecordVersion[]];
  /** In the order in which they were written. */
  readonly followUps: readonly FollowUp[];
  readonly reviews: readonly Review[];
  /** Null in a whole record. */
  readonly redaction: Redaction | null;
}

export const STATES = ['pending', 'returned', 'signed'] as const;
/** Where the last version of a record stands in review. */
export type RecordState = (typeof STATES)[number];

/** One row of the encrypted index: what `list`, `due` and `stats` need without opening the record. */
export interface IndexRow {
  readonly id: RecordId;
  readonly version: number;
  readonly state: RecordState;
  /** Number of the author's key. */
  readonly author: string;
  readonly decidedOn: Day;
  /** The next look at it; null: none is due. */
  readonly reviewOn: Day | null;
  readonly lang: Lang;
  readonly pack: string;
  readonly packVersion: string;
  readonly headline: string;
  /** Dilemmas by the pack's id; one that it does not know as the actions joined with `+`. */
  readonly dilemmas: readonly string[];
  /** Principles that yielded. */
  readonly yields: readonly string[];
  /** Duties that were departed from. */
  readonly departures: readonly string[];
  readonly followUps: number;
  /** Of the last follow-up. */
  readonly effective: Effect | null;
  /** Something keeps it from being purged. */
  readonly held: boolean;
}

export const ENTRY_KINDS = [
  'made',
  'key-added',
  'key-revoked',
  'recorded',
  'amended',
  'followed-up',
  'commented',
  'returned',
  'signed-off',
  'viewed',
  'exported',
  'printed',
  'redacted',
  'held',
  'released',
  'purge-asked',
  'purged',
  'checkpointed',
  'rewrapped',
  'rehearsed',
  'restored',
] as const;
/** What an entry of the journal tells. No entry holds a name or free text. */
export type EntryKind = (typeof ENTRY_KINDS)[number];
