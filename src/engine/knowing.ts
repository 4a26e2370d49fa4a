import type { QuestionId } from '../model/assessment.ts';
import type { Test } from './condition.ts';

/** What is known: values of questions, and conditions that every completion must satisfy. */
export interface Known {
  readonly values: ReadonlyMap<QuestionId, string>;
  /** Given answers hold, so the questions that they answer do arise. */
  readonly required: readonly Test[];
}
