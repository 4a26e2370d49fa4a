import type { ActionId, AnswerId, FactId, PackId, TopicId } from './ids.ts';

/**
 * What is known about one fact. An answer id (numbers are already cut into bands); or one of the four answers that
 * are no values: never asked (absent from the map), `unknown`, `withheld`, to be found out by a date.
 */
export type Given =
  | { readonly kind: 'answer'; readonly answer: AnswerId; readonly number?: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'find-out'; readonly by: string };

/** One dilemma as the engine takes it: what is known, nothing decided. */
export interface Dilemma {
  readonly facts: ReadonlyMap<FactId, Given>;
  /** `undefined`: nobody was asked which topics are part of it. */
  readonly topics?: ReadonlySet<TopicId>;
  /** Safety topics whose one screening question was answered. `true` counts as marked. */
  readonly screened: ReadonlyMap<TopicId, boolean>;
  /** Courses of action that the worker has in mind. */
  readonly considering: readonly ActionId[];
  /** What the worker decided, where that is known. */
  readonly decided: ReadonlyMap<ActionId, 'do' | 'do-not'>;
}

/** A case file, or the head of a scenario read as one. */
export interface CaseFile extends Dilemma {
  readonly pack?: PackId;
  readonly title?: string;
  readonly notes?: string;
}
