import type { QuestionId } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ActionId } from '../model/ids.ts';
import type { Constraint, Pack } from '../model/pack.ts';
import type { Component, Variable } from './compiled.ts';
import type { Test } from './condition.ts';
import type { Evaluator } from './evaluator.ts';

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
