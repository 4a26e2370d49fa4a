import type { Outcome, QuestionId } from '../model/assessment.ts';
import type { Component } from './compiled.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { type Test, visit } from './condition.ts';
import { emptyStore, type Remembered, type Store } from './diagram.ts';
import { nameOf } from './literal.ts';
import { emptyRemainders, type Remainder, type Remainders } from './remainder.ts';

/**
 * What the spaces of all dilemmas of one pack have in common: the levels of its questions, and what was worked out so
 * far. From one answer to the next most of a pack stays as it was, and so do its diagrams.
 */
export interface Memory {
  readonly levels: ReadonlyMap<QuestionId, number>;
  /** What safeguards ask of the first round, by name: one level each, below the questions. */
  readonly literals: readonly string[];
  readonly store: Store;
  readonly remainders: Remainders;
  /** Tests of one question by themselves, whether it arises or not. */
  readonly asks: Map<Test, Remainder>;
  readonly tests: Map<Remainder, Remembered>;
  /** By what is left of the rules and priorities of a component. */
  readonly outcomes: Map<Component, Map<string, Remembered>>;
  /** By a question: those on which it hangs whether it arises. */
  readonly decidedBy: Map<QuestionId, ReadonlySet<QuestionId>>;
  /** By an action, what is allowed and what is left of its component: the verdict that all completions agree on. */
  readonly settled: Map<string, Outcome | undefined>;
  /** By what the constraints allow, and the function that they bear on. */
  readonly possible: Map<string, Remembered>;
}

/** Nodes from which on a pack's memory is emptied before the next dilemma. */
const MOST_NODES = 400_000;

const memories = new WeakMap<CompiledPack, Memory>();

export function memoryOf(compiled: CompiledPack): Memory {
  const known = memories.get(compiled);
  if (known && known.store.size() < MOST_NODES) return known;
  const memory: Memory = {
    levels: known?.levels ?? new Map(compiled.levels.map((question, level) => [question, level])),
    literals: known?.literals ?? literalsIn(compiled),
    store: emptyStore(),
    remainders: emptyRemainders(),
    asks: new Map(),
    tests: new Map(),
    outcomes: new Map(),
    decidedBy: new Map(),
    settled: new Map(),
    possible: new Map(),
  };
  memories.set(compiled, memory);
  return memory;
}

/** The names of what safeguards ask of the first round, sorted. */
function literalsIn({ components }: CompiledPack): string[] {
  const names = new Set<string>();
  for (const { rules } of components) {
    for (const test of rules.flatMap(({ when, unless }) => [when, unless]))
      visit(test, (literal) => literal.kind !== 'is' && names.add(nameOf(literal)));
  }
  return [...names].sort();
}
