import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { addOpen, type Literal, questionsOf, type Test } from './condition.ts';
import { type Diagrams, diagramsWithin, type Node } from './diagram.ts';
import type { Reading } from './kernel/reader.ts';
import type { Known } from './knowing.ts';
import { literalOf } from './literal.ts';
import { type Memory, memoryOf } from './memory.ts';
import { once } from './once.ts';
import { HOLDS, type Remainder } from './remainder.ts';
import { diagramsOf, remaindersUnder } from './test-diagram.ts';

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
  readonly memory: Memory;
  /** What is left of a test by what is known. */
  readonly left: (test: Test) => Remainder;
  /** The function of what is left of a test. */
  readonly nodeOf: (remainder: Remainder) => Node;
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
  const memory = memoryOf(compiled);
  const diagrams = diagramsWithin(most, memory.store);
  const [yes, no, impossible] = [diagrams.end(true), diagrams.end(false), diagrams.end(undefined)];
  const left = remaindersUnder(known, compiled, memory);
  const nodeOf = diagramsOf(memory, diagrams);
  const closed = once(() => closureUnder(compiled, known));
  const ties = once(() => tiesUnder(compiled, known, left));
  const levelOf = (question: QuestionId) => memory.levels.get(question) ?? 0;
  const questionsIn = (node: Node) =>
    closed()(diagrams.support(node).flatMap((level) => compiled.levels[level] ?? []));
  const allowed = (cone: readonly QuestionId[]) => {
    const bearing = ties().filter(({ questions }) => cone.some((question) => questions.has(question)));
    return nodeOf(memory.remainders.all(bearing.map((tie) => tie.left)));
  };
  return {
    compiled,
    known,
    diagrams,
    yes,
    no,
    impossible,
    below: compiled.levels.length,
    memory,
    left,
    nodeOf,
    test: (test) => nodeOf(left(test)),
    possible: (node) => {
      if (node < 0 || ties().length === 0) return node;
      return kept(node, allowed(questionsIn(node)), { diagrams, memory, below: compiled.levels.length });
    },
    questionsIn,
    valuesIn: (node) => diagrams.valuesOf(node).filter((value) => value !== undefined),
    map: (node, read) =>
      diagrams.apply([node], ([end = impossible]) =>
        end === impossible ? end : diagrams.end(read(diagrams.valueOf(end) as never)),
      ),
    ...answersIn(compiled, memory, diagrams),
    levelOf,
    closed: (start) => closed()(start),
    ties: once(() => [
      ...ties().map((tie) => diagrams.support(nodeOf(tie.left))),
      ...compiled.ties.map((tie) => tie.filter((question) => !known.values.has(question)).map(levelOf)),
    ]),
    allowed,
    reading: once(() => compiled.kernel.read(known.values)),
    influences: new Map(),
  };
}

/** A function where something is allowed; elsewhere it ends in `impossible`. */
function kept(
  node: Node,
  allowed: Node,
  { diagrams, memory, below }: Pick<Space, 'diagrams' | 'memory' | 'below'>,
): Node {
  const [yes, no, impossible] = [diagrams.end(true), diagrams.end(false), diagrams.end(undefined)];
  if (allowed === yes) return node;
  return diagrams.remember(memory.possible, `${allowed} ${node}`, () =>
    diagrams.apply([allowed, node], ([ok, value = impossible]) => (ok === no ? impossible : value), {
      stop: below,
      early: ([ok, value]) => (ok === no ? impossible : ok === yes ? value : undefined),
    }),
  );
}

/** Puts answers into a function: to literals of the second round, or to one question. */
function answersIn(
  { levels, variables }: CompiledPack,
  memory: Memory,
  diagrams: Diagrams,
): Pick<Space, 'given' | 'under'> {
  return {
    given: (node, answer) => {
      const answers = memory.literals.map((name) => answer(literalOf(name)));
      return diagrams.restrict(node, (level) =>
        level < levels.length ? undefined : Number(answers[level - levels.length]),
      );
    },
    under: (node, question, answer) => {
      const index = variables.get(question)?.answers.indexOf(answer) ?? -1;
      return index < 0 ? node : diagrams.under(node, memory.levels.get(question) ?? 0, index);
    },
  };
}

/** What a constraint or a given answer asks of questions that are still open. */
interface Tie {
  readonly left: Remainder;
  readonly questions: ReadonlySet<QuestionId>;
}

function tiesUnder(
  { constraints }: CompiledPack,
  { required }: Known,
  left: (test: Test) => Remainder,
): readonly Tie[] {
  const tests = [...required, ...constraints.map(({ never }): Test => ({ kind: 'not', of: never }))];
  return tests
    .map((test) => ({ left: left(test), questions: new Set(questionsOf(test)) }))
    .filter((tie) => tie.left !== HOLDS);
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
