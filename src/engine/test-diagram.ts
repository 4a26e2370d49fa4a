import type { QuestionId } from '../model/assessment.ts';
import type { PrincipleId } from '../model/ids.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { type Departure, type Literal, type Test, visit } from './condition.ts';
import type { Diagrams, Node } from './diagram.ts';
import type { Known } from './knowing.ts';

/** What turns a test into a diagram: questions and literals by level, and what is known of them. */
export interface Ground {
  readonly compiled: CompiledPack;
  readonly known: Known;
  readonly diagrams: Diagrams;
  /** One level each, in an order in which a question comes after those that decide whether it arises. */
  readonly questions: readonly QuestionId[];
  /** What safeguards ask of the first round, by name: one level each, below the questions. */
  readonly literals: readonly string[];
  readonly levelOf: (question: QuestionId) => number;
  readonly yes: Node;
  readonly no: Node;
}

/** What of the ground is the same for every dilemma of a pack. */
interface Fixed {
  readonly levels: ReadonlyMap<QuestionId, number>;
  readonly literals: readonly string[];
}

const fixedBy = new WeakMap<CompiledPack, Fixed>();

function fixedOf(compiled: CompiledPack): Fixed {
  const known = fixedBy.get(compiled);
  if (known) return known;
  const levels = new Map(compiled.levels.map((question, level) => [question, level]));
  const fixed = { levels, literals: literalsOf(compiled) };
  fixedBy.set(compiled, fixed);
  return fixed;
}

export function groundOf(compiled: CompiledPack, known: Known, diagrams: Diagrams): Ground {
  const questions = compiled.levels;
  const { levels, literals } = fixedOf(compiled);
  return {
    compiled,
    known,
    diagrams,
    questions,
    literals,
    levelOf: (question) => levels.get(question) ?? 0,
    yes: diagrams.end(true),
    no: diagrams.end(false),
  };
}

/** Gives the diagram of a test: `yes` or `no` for each way in which the open questions can turn out. */
export function testsOn({
  compiled,
  known,
  diagrams,
  questions,
  literals,
  levelOf,
  yes,
  no,
}: Ground): (test: Test) => Node {
  const all = (nodes: readonly Node[]) =>
    diagrams.apply(
      nodes.filter((node) => node !== yes),
      (parts) => (parts.includes(no) ? no : yes),
      { early: (parts) => (parts.includes(no) ? no : undefined) },
    );

  const any = (nodes: readonly Node[]) =>
    diagrams.apply(
      nodes.filter((node) => node !== no),
      (parts) => (parts.includes(yes) ? yes : no),
      { early: (parts) => (parts.includes(yes) ? yes : undefined) },
    );

  const arising = remembering((question: QuestionId) => {
    const asked = compiled.variables.get(question)?.asked;
    return asked ? test(asked) : yes;
  });

  /** An answer counts only where its question arises: elsewhere the value is *does not apply*, which no test names. */
  function is(question: QuestionId, answers: readonly string[]): Node {
    const value = known.values.get(question);
    if (value !== undefined) return answers.includes(value) ? yes : no;
    const next =
      compiled.variables.get(question)?.answers.map((answer) => (answers.includes(answer) ? yes : no)) ?? [];
    return all([arising(question), diagrams.ask(levelOf(question), next)]);
  }

  const test: (one: Test) => Node = remembering((one: Test) => {
    switch (one.kind) {
      case 'all':
        return all(one.of.map(test));
      case 'any':
        return any(one.of.map(test));
      case 'not':
        return diagrams.apply([test(one.of)], ([part]) => (part === yes ? no : yes));
      case 'is':
        return is(one.question, one.answers);
      default:
        return diagrams.ask(questions.length + literals.indexOf(nameOf(one)), [no, yes]);
    }
  });

  return test;
}

/** Remembers what came of each argument; arguments are told apart by identity. */
function remembering<K>(work: (key: K) => Node): (key: K) => Node {
  const known = new Map<K, Node>();
  return (key) => {
    const seen = known.get(key) ?? work(key);
    known.set(key, seen);
    return seen;
  };
}

/** The names of what safeguards ask of the first round, sorted: the levels below the questions. */
function literalsOf({ components }: CompiledPack): string[] {
  const names = new Set<string>();
  const tests = components.flatMap((component) =>
    component.rules.flatMap((rule) => [rule.when, rule.unless]),
  );
  for (const test of tests) visit(test, (literal) => literal.kind !== 'is' && names.add(nameOf(literal)));
  return [...names].sort();
}

/** The name of what a test rests on; the same for equal ones. */
export function nameOf(literal: Literal): string {
  if (literal.kind === 'yields') return `yields ${literal.principle}`;
  return literal.kind === 'departs' ? `departs ${literal.departure}` : literal.question;
}

/** The literal of a name. */
export function literalOf(name: string): Literal {
  const [kind, rest = ''] = name.split(' ');
  return kind === 'yields'
    ? { kind: 'yields', principle: rest as PrincipleId }
    : { kind: 'departs', departure: rest as Departure };
}
