import type { Headline } from './assessment.ts';
import type { ActionId, FactId } from './ids.ts';
import type { WhatIf } from './what-if.ts';

/** What became of one dilemma under another version of the rules. */
export interface Impact {
  /** Anything is decided otherwise, or the second pack refuses the answers together. */
  readonly changed: boolean;
  readonly headline: { readonly before: Headline; readonly after: Headline };
  /** Verdicts, steps and safeguards that are not what they were. */
  readonly changes: WhatIf;
  /** What was decided then, and would now depart from a duty. */
  readonly departs: readonly ActionId[];
  /** Answers for which the second pack has no question, or no such answer: it is weighed without them. */
  readonly leftOut: readonly FactId[];
  /** The first pack refused the answers together; nothing is compared then. */
  readonly refusedBefore: boolean;
}
