import { type QuestionId, topicQuestion } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ConceptId, PrincipleId } from '../model/ids.ts';
import type { Concept } from '../model/pack.ts';
import { Bug } from '../problems/bug.ts';

/** A condition with its concepts spread out, over questions: facts, and topics as yes/no questions. */
export type Test =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'is'; readonly question: QuestionId; readonly answers: readonly string[] }
  | { readonly kind: 'yields'; readonly principle: PrincipleId }
  | { readonly kind: 'departs'; readonly departure: Departure };

/** What a test rests on in the end. */
export type Literal = Extract<Test, { readonly kind: 'is' | 'yields' | 'departs' }>;

/** `must:a`: the duty a is left undone. `must-not:a`: a is done although it must not be. */
export type Departure = `must:${string}` | `must-not:${string}`;

/** True, false, or not decided by what is known (Kleene 1952). */
export type Truth = boolean | undefined;

/** What a test is read against. A question without a value is not known; so is what the first round left open. */
export interface View {
  readonly values: ReadonlyMap<QuestionId, string>;
  readonly yields?: ReadonlyMap<PrincipleId, boolean>;
  readonly departs?: ReadonlyMap<Departure, boolean>;
}

export const ALWAYS: Test = { kind: 'all', of: [] };
export const NEVER: Test = { kind: 'any', of: [] };

/** Spreads the concepts of a condition out. Throws a Bug on a cycle of concepts, which the loader refuses. */
export function resolve(condition: Condition, concepts: ReadonlyMap<ConceptId, Concept>): Test {
  function walk(part: Condition, within: readonly ConceptId[]): Test {
    switch (part.kind) {
      case 'all':
      case 'any':
        return { kind: part.kind, of: part.of.map((inner) => walk(inner, within)) };
      case 'not':
        return { kind: 'not', of: walk(part.of, within) };
      case 'fact':
        return { kind: 'is', question: part.fact, answers: part.answers };
      case 'topic':
        return { kind: 'is', question: topicQuestion(part.topic), answers: ['yes'] };
      case 'concept': {
        const concept = concepts.get(part.concept);
        if (!concept || within.includes(part.concept))
          throw new Bug(`concept ${part.concept} is missing or cyclic`);
        return walk(concept.when, [...within, part.concept]);
      }
      case 'yields':
        return { kind: 'yields', principle: part.principle };
      case 'departs':
        return { kind: 'departs', departure: `${part.from}:${part.action}` };
    }
  }
  return walk(condition, []);
}

/** Says whether a test holds, by what is known alone: a tautology over open questions stays undecided here. */
export function truth(test: Test, view: View): Truth {
  switch (test.kind) {
    case 'all':
      return fold(test.of, view, false);
    case 'any':
      return fold(test.of, view, true);
    case 'not': {
      const inner = truth(test.of, view);
      return inner === undefined ? undefined : !inner;
    }
    case 'is': {
      const value = view.values.get(test.question);
      return value === undefined ? undefined : test.answers.includes(value);
    }
    case 'yields':
      return view.yields?.get(test.principle);
    case 'departs':
      return view.departs?.get(test.departure);
  }
}

function fold(parts: readonly Test[], view: View, decisive: boolean): Truth {
  let result: Truth = !decisive;
  for (const part of parts) {
    const inner = truth(part, view);
    if (inner === decisive) return decisive;
    if (inner === undefined) result = undefined;
  }
  return result;
}

/** Visits every literal of a test. */
export function visit(test: Test, onLiteral: (literal: Literal) => void): void {
  switch (test.kind) {
    case 'all':
    case 'any':
      for (const part of test.of) visit(part, onLiteral);
      break;
    case 'not':
      visit(test.of, onLiteral);
      break;
    default:
      onLiteral(test);
  }
}

/** All questions that a test mentions, sorted. */
export function questionsOf(...tests: readonly Test[]): QuestionId[] {
  const found = new Set<QuestionId>();
  for (const test of tests) {
    visit(test, (literal) => {
      if (literal.kind === 'is') found.add(literal.question);
    });
  }
  return [...found].sort();
}

/** Adds the questions that can still decide a test: those in parts that are not decided yet. */
export function addOpen(test: Test, view: View, into: Set<QuestionId>): void {
  if (truth(test, view) !== undefined) return;
  if (test.kind === 'all' || test.kind === 'any') for (const part of test.of) addOpen(part, view, into);
  else if (test.kind === 'not') addOpen(test.of, view, into);
  else if (test.kind === 'is') into.add(test.question);
}
