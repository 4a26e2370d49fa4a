import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import type { Literal, Test } from './condition.ts';
import { type Constrained, constrained } from './constrained.ts';
import { type Diagrams, diagramsWithin, type Node } from './diagram.ts';
import type { Reading } from './kernel/reader.ts';
import type { Known } from './knowing.ts';
import { literalOf } from './literal.ts';
import { type Memory, memoryOf } from './memory.ts';
import { once } from './once.ts';
import type { Remainder } from './remainder.ts';
import { diagramsOf, remaindersUnder } from './test-diagram.ts';

/** Steps that one diagram may take before an answer is told as inexact. */
export const MOST_STEPS = 20_000;

/** All ways in which what is not known can turn out, and functions over them as diagrams. */
export interface Space extends Constrained {
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
  /** The values of a function, but for what the constraints refuse. */
  readonly valuesIn: (node: Node) => readonly unknown[];
  /** The function to what is read from each of its values; what the constraints refuse stays so. */
  readonly map: <T>(node: Node, read: (value: T) => unknown) => Node;
  /** The function under one answer to a question. */
  readonly under: (node: Node, question: QuestionId, answer: string) => Node;
  readonly levelOf: (question: QuestionId) => number;
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
  const levelOf = (question: QuestionId) => memory.levels.get(question) ?? 0;
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
    valuesIn: (node) => diagrams.valuesOf(node).filter((value) => value !== undefined),
    map: (node, read) =>
      diagrams.apply([node], ([end = impossible]) =>
        end === impossible ? end : diagrams.end(read(diagrams.valueOf(end) as never)),
      ),
    ...answersIn(compiled, memory, diagrams),
    levelOf,
    ...constrained({ compiled, known, memory, diagrams, left, nodeOf }),
    reading: once(() => compiled.kernel.read(known.values)),
    influences: new Map(),
  };
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
