import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { addOpen, questionsOf, type Test } from './condition.ts';
import type { Diagrams, Node } from './diagram.ts';
import type { Known } from './knowing.ts';
import type { Memory } from './memory.ts';
import { once } from './once.ts';
import { HOLDS, type Remainder } from './remainder.ts';

/** What constraints, and answers that were given, leave possible of the questions that are open. */
export interface Constrained {
  /** Those of a function's values that the constraints allow; the rest ends in `impossible`. */
  readonly possible: (node: Node) => Node;
  /** The open questions that bear on some functions, or on which of their answers are possible, in order. */
  readonly questionsIn: (...nodes: readonly Node[]) => readonly QuestionId[];
  /** Some open questions with all that bear on which of their answers are possible, in order. */
  readonly closed: (start: Iterable<QuestionId>) => readonly QuestionId[];
  /** For each constraint and each given answer, the levels of the open questions that it ties together. */
  readonly ties: () => readonly (readonly number[])[];
  /** Where the answers to the questions that bear on some functions are possible together. */
  readonly allowedFor: (...nodes: readonly Node[]) => Node;
  /** Whether the answers to some questions, closed as above, are possible together. */
  readonly allowed: (questions: readonly QuestionId[]) => Node;
}

interface Ground {
  readonly compiled: CompiledPack;
  readonly known: Known;
  readonly memory: Memory;
  readonly diagrams: Diagrams;
  readonly left: (test: Test) => Remainder;
  readonly nodeOf: (remainder: Remainder) => Node;
}

export function constrained(ground: Ground): Constrained {
  const { compiled, known, memory, diagrams, nodeOf } = ground;
  const closed = once(() => closureUnder(compiled, known));
  const ties = once(() => tiesUnder(ground));
  const questionsIn = (...nodes: readonly Node[]) =>
    closed()(
      nodes.flatMap((node) => diagrams.support(node)).flatMap((level) => compiled.levels[level] ?? []),
    );
  const allowed = (cone: readonly QuestionId[]) => {
    const bearing = ties().filter(({ questions }) => cone.some((question) => questions.has(question)));
    return nodeOf(memory.remainders.all(bearing.map((tie) => tie.left)));
  };
  const allowedFor = (...nodes: readonly Node[]) =>
    ties().length === 0 ? nodeOf(HOLDS) : allowed(questionsIn(...nodes));
  return {
    possible: (node) => (node < 0 ? node : where(allowedFor(node), node, ground)),
    questionsIn,
    closed: (start) => closed()(start),
    ties: once(() => [
      ...ties().map((tie) => diagrams.support(nodeOf(tie.left))),
      ...compiled.ties.map((tie) =>
        tie.flatMap((question) => (known.values.has(question) ? [] : (memory.levels.get(question) ?? []))),
      ),
    ]),
    allowed,
    allowedFor,
  };
}

/** A function where something is allowed; elsewhere it ends in `impossible`. */
function where(allowed: Node, node: Node, { diagrams, memory, compiled }: Ground): Node {
  const [yes, no, impossible] = [diagrams.end(true), diagrams.end(false), diagrams.end(undefined)];
  if (allowed === yes) return node;
  return diagrams.remember(memory.possible, `${allowed} ${node}`, () =>
    diagrams.apply([allowed, node], ([ok, value = impossible]) => (ok === no ? impossible : value), {
      stop: compiled.levels.length,
      early: ([ok, value]) => (ok === no ? impossible : ok === yes ? value : undefined),
    }),
  );
}

/** What a constraint or a given answer asks of questions that are still open. */
interface Tie {
  readonly left: Remainder;
  readonly questions: ReadonlySet<QuestionId>;
}

function tiesUnder({ compiled, known, left }: Ground): readonly Tie[] {
  const tests = [
    ...known.required,
    ...compiled.constraints.map(({ never }): Test => ({ kind: 'not', of: never })),
  ];
  return tests
    .map((test) => ({ left: left(test), questions: new Set(questionsOf(test)) }))
    .filter((tie) => tie.left !== HOLDS);
}

/** Adds to some open questions all those that bear on them: what decides whether they arise, and what ties them. */
function closureUnder(
  { variables, constraints, ties: hidden }: CompiledPack,
  known: Known,
): Constrained['closed'] {
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
