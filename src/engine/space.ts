import type { QuestionId } from '../model/assessment.ts';
import type { PrincipleId } from '../model/ids.ts';
import type { CompiledPack } from './compile.ts';
import { addOpen, type Departure, type Literal, questionsOf, type Test, truth, visit } from './condition.ts';
import { type Diagrams, diagramsWithin, type Node } from './diagram.ts';

/** What is known: values of questions, and conditions that every completion must satisfy. */
export interface Known {
  readonly values: ReadonlyMap<QuestionId, string>;
  /** Given answers hold, so the questions that they answer do arise. */
  readonly required: readonly Test[];
}

/** Steps that one diagram may take before an answer is told as inexact. */
export const MOST_STEPS = 20_000;

/** All ways in which what is not known can turn out, and functions over them as diagrams. */
export interface Space {
  readonly compiled: CompiledPack;
  readonly known: Known;
  readonly diagrams: Diagrams;
  readonly yes: Node;
  readonly no: Node;
  /** End of what the constraints refuse. */
  readonly impossible: Node;
  /** First level below the questions: what a second round asks of the first. */
  readonly below: number;
  readonly test: (test: Test) => Node;
  /** Answers a literal of the second round in what is left below the questions. */
  readonly given: (node: Node, answer: (literal: Literal) => boolean) => Node;
  /** Those of a function's values that the constraints allow; the rest ends in `impossible`. */
  readonly possible: (node: Node) => Node;
  /** The open questions that bear on a function, or on which of their answers are possible, in order. */
  readonly questionsIn: (node: Node) => readonly QuestionId[];
  /** The function under one answer to a question. */
  readonly under: (node: Node, question: QuestionId, answer: string) => Node;
  readonly levelOf: (question: QuestionId) => number;
  /** Some open questions with all that bear on which of their answers are possible, in order. */
  readonly closed: (start: Iterable<QuestionId>) => readonly QuestionId[];
  /** Whether the answers to some questions, closed as above, are possible together. */
  readonly allowed: (questions: readonly QuestionId[]) => Node;
}

/** Opens the space of one dilemma. */
export function spaceOf(compiled: CompiledPack, known: Known, most: number): Space {
  const diagrams = diagramsWithin(most);
  const [yes, no, impossible] = [diagrams.end(true), diagrams.end(false), diagrams.end(undefined)];
  const questions = [...compiled.variables.keys()];
  const levels = new Map(questions.map((question, level) => [question, level]));
  const literals = literalsOf(compiled);
  const view = { values: known.values };
  const answersTo = (question: QuestionId) => compiled.variables.get(question)?.answers ?? [];
  const all = (nodes: readonly Node[]) =>
    diagrams.apply(
      nodes.filter((node) => node !== yes),
      (parts) => (parts.includes(no) ? no : yes),
    );

  /** An answer counts only where its question arises: elsewhere the value is *does not apply*, which no test names. */
  function is(question: QuestionId, answers: readonly string[]): Node {
    const value = known.values.get(question);
    if (value !== undefined) return answers.includes(value) ? yes : no;
    const asked = compiled.variables.get(question)?.asked;
    const answered = diagrams.ask(
      levels.get(question) ?? 0,
      answersTo(question).map((answer) => (answers.includes(answer) ? yes : no)),
    );
    return asked ? all([test(asked), answered]) : answered;
  }

  function test(one: Test): Node {
    switch (one.kind) {
      case 'all':
        return all(one.of.map(test));
      case 'any':
        return diagrams.apply(one.of.map(test), (parts) => (parts.includes(yes) ? yes : no));
      case 'not':
        return diagrams.apply([test(one.of)], ([part]) => (part === yes ? no : yes));
      case 'is':
        return is(one.question, one.answers);
      default:
        return diagrams.ask(questions.length + literals.indexOf(nameOf(one)), [no, yes]);
    }
  }

  function closed(start: Iterable<QuestionId>): QuestionId[] {
    const ties = [...compiled.constraints.map(({ never }) => never), ...known.required]
      .filter((tie) => truth(tie, view) === undefined)
      .map(openIn);
    const reached = new Set<QuestionId>();
    const queue = [...start];
    for (const question of queue) {
      if (reached.has(question) || known.values.has(question)) continue;
      reached.add(question);
      const asked = compiled.variables.get(question)?.asked;
      if (asked) queue.push(...openIn(asked));
      for (const tie of ties) if (tie.has(question)) queue.push(...tie);
    }
    return questions.filter((question) => reached.has(question));
  }

  function openIn(one: Test): Set<QuestionId> {
    const open = new Set<QuestionId>();
    addOpen(one, view, open);
    return open;
  }

  const questionsIn = (node: Node): QuestionId[] =>
    closed(diagrams.support(node).flatMap((level) => questions[level] ?? []));

  function allowed(cone: readonly QuestionId[]): Node {
    const touched = (one: Test) => questionsOf(one).some((question) => cone.includes(question));
    return all([
      ...known.required.filter(touched).map(test),
      ...compiled.constraints
        .filter(({ never }) => touched(never))
        .map(({ never }) => test({ kind: 'not', of: never })),
    ]);
  }

  return {
    compiled,
    known,
    diagrams,
    yes,
    no,
    impossible,
    below: questions.length,
    test,
    given: (node, answer) => {
      const answers = literals.map((name) => answer(literalOf(name)));
      return diagrams.restrict(node, (level) =>
        level < questions.length ? undefined : Number(answers[level - questions.length]),
      );
    },
    possible: (node) =>
      diagrams.apply(
        [allowed(questionsIn(node)), node],
        ([ok, value]) => (ok === no ? impossible : (value ?? impossible)),
        questions.length,
      ),
    questionsIn,
    under: (node, question, answer) =>
      diagrams.restrict(node, (level) =>
        level === levels.get(question) ? answersTo(question).indexOf(answer) : undefined,
      ),
    levelOf: (question) => levels.get(question) ?? 0,
    closed,
    allowed,
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

function nameOf(literal: Literal): string {
  if (literal.kind === 'yields') return `yields ${literal.principle}`;
  return literal.kind === 'departs' ? `departs ${literal.departure}` : literal.question;
}

function literalOf(name: string): Literal {
  const [kind, rest = ''] = name.split(' ');
  return kind === 'yields'
    ? { kind: 'yields', principle: rest as PrincipleId }
    : { kind: 'departs', departure: rest as Departure };
}
