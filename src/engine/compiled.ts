import type { QuestionId } from '../model/assessment.ts';
import type { Action, Priority, Rule } from '../model/pack.ts';
import type { Test } from './condition.ts';

/** A rule with its condition ready to be tested. */
export interface CompiledRule {
  /** Its number in the pack: by component, in that by action, in that by id. */
  readonly at: number;
  readonly rule: Rule;
  readonly when: Test;
  readonly unless: Test;
  /** What its condition and exception ask, sorted. */
  readonly questions: readonly QuestionId[];
  readonly side: 'for' | 'against';
  /** A must or should: it asks for the action. */
  readonly asks: boolean;
  /** 2 duty, 1 advice, 0 permission. */
  readonly grade: 0 | 1 | 2;
}

export interface CompiledPriority {
  /** Its number in the pack, sorted by id. */
  readonly at: number;
  readonly priority: Priority;
  readonly when: Test;
  /** 3: both ends name rules; 2: the vaguer end is a tag; 1: a principle. */
  readonly level: 1 | 2 | 3;
}

/** Actions joined by exclusions, with all that decides among them. */
export interface Component {
  /** Its number in the pack. */
  readonly at: number;
  readonly round: 1 | 2;
  /** Sorted by id. */
  readonly actions: readonly Action[];
  /** All rules on these actions, sorted by id. */
  readonly rules: readonly CompiledRule[];
  /** The priorities that two of these rules can meet in. */
  readonly priorities: readonly CompiledPriority[];
  readonly pairings: PairingTable;
}

/** A question with its finite domain. */
export interface Variable {
  readonly id: QuestionId;
  /** Answers in the author's order, without `does-not-apply`. */
  readonly answers: readonly string[];
  /** When it arises; where this is false its value is `does-not-apply`. Absent: always. */
  readonly asked?: Test;
}

/** A priority in which a pair of rules meets, and which of the two it prefers. */
export interface Pairing {
  readonly priority: CompiledPriority;
  readonly first: CompiledRule;
  readonly second: CompiledRule;
  readonly prefers: 'first' | 'second';
}

/** For each pair of rules that can pull against each other, the priorities that name them; keyed by `pairKey`. */
export type PairingTable = ReadonlyMap<string, readonly Pairing[]>;
