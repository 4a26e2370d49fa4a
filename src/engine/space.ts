import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { addOpen, type Literal, questionsOf, type Test } from './condition.ts';
import { type Diagrams, diagramsWithin, type Node } from './diagram.ts';
import { once } from './kernel/kernel.ts';
import type { Reading } from './kernel/reader.ts';
import type { Known } from './knowing.ts';
import { type Ground, groundOf, literalOf, testsOn } from './test-diagram.ts';

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
  /** The values of a function, but for what the constraints refuse. */
  readonly valuesIn: (node: Node) => readonly unknown[];
  /** The function to what is read from each of its values; what the constraints refuse stays so. */
  readonly map: <T>(node: Node, read: (value: T) => unknown) => Node;
  /** The open questions that bear on a function, or on which of their answers are possible, in order. */
  readonly questionsIn: (node: Node) => readonly QuestionId[];
  /** The function under one answer to a question. */
  readonly under: (node: Node, question: QuestionId, answer: string) => Node;
  readonly levelOf: (question: QuestionId) => number;
  /** Some open questions with all that bear on which of their answers are possible, in order. */
  readonly closed: (start: Iterable<QuestionId>) => readonly QuestionId[];
  /** For each constraint and each given answer, the levels of the open questions that it ties together. */
  readonly ties: () => readonly (readonly number[])[];
  /** Whether the answers to some questions, closed as above, are possible together. */
  readonly allowed: (questions: readonly QuestionId[]) => Node;
  /** Which rules surely apply, and which may, by what is known alone; worked out when it is first asked for. */
  readonly reading: () => Reading;
  /** What was found of functions: the questions that each depends on. */
  readonly influences: Map<Node, readonly QuestionId[]>;
}

/** Opens the space of one dilemma. */
export function spaceOf(compiled: CompiledPack, known: Known, most: number): Space {
  const diagrams = diagramsWithin(most);
  const ground = groundOf(compiled, known, diagrams);
  const { questions, levelOf, yes, no } = ground;
  const impossible = diagrams.end(undefined);
  const test = testsOn(ground);
  const closed = closureUnder(compiled, known);
  const questionsIn = (node: Node) =>
    closed(diagrams.support(node).flatMap((level) => questions[level] ?? []));
  const ties = [
    ...known.required,
    ...compiled.constraints.map(({ never }): Test => ({ kind: 'not', of: never })),
  ];
  const allowed = (cone: readonly QuestionId[]) =>
    test({
      kind: 'all',
      of: ties.filter((tie) => questionsOf(tie).some((question) => cone.includes(question))),
    });
  return {
    compiled,
    known,
    diagrams,
    yes,
    no,
    impossible,
    below: questions.length,
    test,
    possible: (node) =>
      diagrams.apply(
        [allowed(questionsIn(node)), node],
        ([ok, value]) => (ok === no ? impossible : (value ?? impossible)),
        {
          stop: questions.length,
          early: ([ok, value]) => (ok === no ? impossible : ok === yes ? value : undefined),
        },
      ),
    questionsIn,
    valuesIn: (node) => diagrams.valuesOf(node).filter((value) => value !== undefined),
    map: <T>(node: Node, read: (value: T) => unknown) =>
      diagrams.apply([node], ([end = impossible]) =>
        end === impossible ? end : diagrams.end(read(diagrams.valueOf(end) as T)),
      ),
    ...answersIn(ground),
    levelOf,
    closed,
    ties: tiesIn({ ...ground, test, ties }),
    allowed,
    ...rememberedOf(compiled, known),
  };
}

/** What is worked out once and remembered. */
function rememberedOf({ kernel }: CompiledPack, known: Known): Pick<Space, 'reading' | 'influences'> {
  return { reading: once(() => kernel.read(known.values)), influences: new Map() };
}

/** The levels that each tie holds together, worked out once, when they are first asked for. */
function tiesIn({
  compiled,
  known,
  diagrams,
  levelOf,
  test,
  ties,
}: Ground & { readonly test: Space['test']; readonly ties: readonly Test[] }): Space['ties'] {
  let found: readonly (readonly number[])[] | undefined;
  return () => {
    found ??= [
      ...ties.map((tie) => diagrams.support(test(tie))),
      ...compiled.ties.map((tie) => tie.filter((question) => !known.values.has(question)).map(levelOf)),
    ];
    return found;
  };
}

/**
 * Many functions made one, two by two and the smallest first: what is in between stays small where few values come of
 * any two. What the constraints refuse stays so.
 */
export function joined<T>(nodes: readonly Node[], space: Space, join: (one: T, other: T) => unknown): Node {
  const { diagrams, impossible } = space;
  const size = new Map(nodes.map((node) => [node, diagrams.support(node).length]));
  const [first = impossible, ...rest] = [...nodes].sort(
    (one, other) => (size.get(one) ?? 0) - (size.get(other) ?? 0),
  );
  const both = ([one, other]: readonly Node[]): Node => {
    if (one === impossible || other === impossible || one === undefined || other === undefined)
      return impossible;
    return diagrams.end(join(diagrams.valueOf(one) as T, diagrams.valueOf(other) as T));
  };
  return rest.reduce((left, node) => diagrams.apply([left, node], both), first);
}

/** Puts answers into a function: to literals of the second round, or to one question. */
function answersIn({
  compiled,
  diagrams,
  questions,
  literals,
  levelOf,
}: Ground): Pick<Space, 'given' | 'under'> {
  return {
    given: (node, answer) => {
      const answers = literals.map((name) => answer(literalOf(name)));
      return diagrams.restrict(node, (level) =>
        level < questions.length ? undefined : Number(answers[level - questions.length]),
      );
    },
    under: (node, question, answer) => {
      const index = compiled.variables.get(question)?.answers.indexOf(answer) ?? -1;
      return index < 0 ? node : diagrams.under(node, levelOf(question), index);
    },
  };
}

/** Adds to some open questions all those that bear on them: what decides whether they arise, and what ties them. */
function closureUnder({ variables, constraints, ties: hidden }: CompiledPack, known: Known): Space['closed'] {
  const openIn = (test: Test): Set<QuestionId> => {
    const open = new Set<QuestionId>();
    addOpen(test, { values: known.values }, open);
    return open;
  };
  const ties = [
    ...[...constraints.map(({ never }) => never), ...known.required].map(openIn),
    ...hidden.map((tie) => new Set(tie)),
  ];
  return (start) => {
    const reached = new Set<QuestionId>();
    const queue = [...start];
    for (const question of queue) {
      if (reached.has(question) || known.values.has(question)) continue;
      reached.add(question);
      const asked = variables.get(question)?.asked;
      if (asked) queue.push(...openIn(asked));
      for (const tie of ties) if (tie.has(question)) queue.push(...tie);
    }
    return [...variables.keys()].filter((question) => reached.has(question));
  };
}
