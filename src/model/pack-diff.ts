import type { Dilemma } from './case-file.ts';
import type { ActionId } from './ids.ts';
import type { Verdict } from './pack.ts';

/** Sections of a pack whose pieces are compared by what they say, in the order in which they are told. */
export const DIFF_SECTIONS = [
  'topics',
  'facts',
  'concepts',
  'actions',
  'rules',
  'priorities',
  'steps',
  'constraints',
  'sources',
] as const;
export type DiffSection = (typeof DIFF_SECTIONS)[number];

/** The pieces of one section that are in one pack only, or in both and not the same. */
export interface SectionDiff {
  readonly section: DiffSection;
  /** Only in the first pack, only in the second, in both and different: ids, sorted. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  readonly changed: readonly string[];
}

/** One change of verdict with the simplest dilemma in which it shows. */
export interface VerdictChange {
  /** Words by the first and the second pack; several where it hangs on the way out of a dilemma. */
  readonly before: readonly Verdict[];
  readonly after: readonly Verdict[];
  /** The dilemma as each pack takes it: answers that only the other knows are left out. */
  readonly first: Dilemma;
  readonly second: Dilemma;
  /** Questions and answers that only one of the packs knows, as `fact=answer`. */
  readonly onlyOne: readonly string[];
}

/** What two packs make of one action over all dilemmas that both allow. */
export interface ActionDiff {
  readonly action: ActionId;
  readonly outcome: 'same' | 'differs' | 'not-proved';
  /** Simplest first; one for each different change of verdict. */
  readonly changes: readonly VerdictChange[];
  /** There are more changes than are listed. */
  readonly more: boolean;
}

/** Two packs compared over all dilemmas. */
export interface PackDiff {
  readonly sections: readonly SectionDiff[];
  /** Actions of both packs, by id. */
  readonly actions: readonly ActionDiff[];
}
