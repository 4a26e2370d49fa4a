import type { QuestionId } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ActionId } from '../model/ids.ts';
import type { Constraint, Pack } from '../model/pack.ts';
import type { Component, Variable } from './compiled.ts';
import type { Test } from './condition.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Reading } from './kernel/reader.ts';
import type { ComponentOutcome } from './outcome.ts';

/** Which rules of a component apply and which of its priorities hold, each in the component's order. */
export interface Pattern {
  readonly applies: readonly boolean[];
  readonly holds: readonly boolean[];
}

/** What the rules of a component say. Remembers the patterns that were met: dilemmas are many, patterns few. */
export interface Evaluator {
  readonly kernel: Kernel;
  readonly evaluate: (component: Component, pattern: Pattern) => ComponentOutcome;
  /** The same by what is known; undefined while a rule or a priority that has a say is open. */
  readonly outcomeBy: (component: Component, reading: Reading) => ComponentOutcome | undefined;
}

/** A pack made ready for evaluation; costs one pass over the pack. */
export interface CompiledPack extends Evaluator {
  readonly pack: Pack;
  /** Every question, in an order in which each comes after those that its `asked` mentions. */
  readonly variables: ReadonlyMap<QuestionId, Variable>;
  /** The same questions in the order in which diagrams ask them. */
  readonly levels: readonly QuestionId[];
  readonly constraints: readonly { readonly constraint: Constraint; readonly never: Test }[];
  /** Questions that constraints tie together without naming them all. */
  readonly ties: readonly (readonly QuestionId[])[];
  readonly components: readonly Component[];
  readonly componentOf: ReadonlyMap<ActionId, Component>;
  readonly resolve: (condition: Condition) => Test;
}
