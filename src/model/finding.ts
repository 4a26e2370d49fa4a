import type { Dilemma } from './case-file.ts';
import type { Place } from './text.ts';

export const FINDING_KINDS = [
  'property-fails',
  'property-empty',
  'undeclared-dilemma',
  'priorities-clash',
  'nothing-recommended',
  'rule-never-applies',
  'question-never-matters',
  'questions-ask-the-same',
  'rule-fires-unasked',
  'answers-never-differ',
  'priority-lifts',
  'rule-drawn',
  'not-proved',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a proof over all dilemmas found in a pack. */
export interface Finding {
  readonly kind: FindingKind;
  /** Ids of what it is about: the property, the actions, the rule, the question and its answers. */
  readonly about: readonly string[];
  readonly place?: Place;
  /** The simplest dilemma that shows it, replayed in the evaluator before it is told. */
  readonly witness?: Dilemma;
}

/** The outcome of checking a pack: what was looked at, and what was found. */
export interface PackCheck {
  readonly findings: readonly Finding[];
  /** Properties proved, by id. */
  readonly proved: readonly string[];
  readonly looked: {
    readonly rules: number;
    readonly questions: number;
    readonly actions: number;
    readonly properties: number;
  };
}
