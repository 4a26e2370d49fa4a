import type { ActionId, FactId, StepId } from './ids.ts';
import type { Verdict } from './pack.ts';

export type Word = Verdict | 'depends';
/** How something is owed; `no`: not at all. */
export type OwedWord = 'yes' | 'if' | 'possible' | 'no';

/** What other answers change in what a pack says of a dilemma; what stays as it is is left out. */
export interface WhatIf {
  /** Smallest set of answers that cannot hold together; nothing is compared then. */
  readonly contradiction: readonly FactId[];
  readonly actions: readonly { readonly id: ActionId; readonly before: Word; readonly after: Word }[];
  readonly steps: readonly { readonly id: StepId; readonly before: OwedWord; readonly after: OwedWord }[];
  readonly safeguards: readonly {
    readonly id: ActionId;
    readonly before: OwedWord;
    readonly after: OwedWord;
  }[];
}

/** One or two answers that give an action a verdict; none of two is enough alone. */
export interface WayToward {
  /** The hardest of its answers: given ones explain only, open ones can be found out. */
  readonly kind: 'bring-about' | 'find-out' | 'given';
  readonly set: Readonly<Record<string, string>>;
}

/** What would give an action a verdict. */
export interface Toward {
  readonly action: ActionId;
  readonly to: Verdict;
  readonly now: Word;
  readonly ways: readonly WayToward[];
  /** The search stopped at its bound before all were tried, or there are more than are listed. */
  readonly more: boolean;
}
