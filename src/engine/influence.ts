import type { QuestionId } from '../model/assessment.ts';
import { decidersOf } from './arising.ts';
import type { Node } from './diagram.ts';
import type { Space } from './space.ts';

/** Tied questions of which every selection is tried; where there are more, none, one or two of them, and all. */
const MOST_TIED = 6;

/**
 * The questions that a function depends on: for some answers to some of the others, two of its answers (*does not
 * apply* is not one) leave different sets of values.
 *
 * Where no constraint ties a question, that is so exactly when the diagram asks it. Where one does, other questions
 * may have to be left free for the difference to show: those that it ties up.
 *
 * @param node ends in `impossible` where the constraints refuse
 * @returns all questions that bear on the function, where looking closer would grow too large
 */
export function influences(node: Node, space: Space): readonly QuestionId[] {
  if (space.valuesIn(node).length <= 1) return [];
  const shape = shapeOf(node, space);
  const known = space.influences.get(shape) ?? look(shape, space);
  space.influences.set(shape, known);
  return known;
}

/** The function with its values numbered as a walk meets them: what only differs in what its ends say has one shape. */
function shapeOf(node: Node, { valuesIn, map }: Space): Node {
  const numbers = new Map(valuesIn(node).map((value, index) => [value, index]));
  return map(node, (value) => numbers.get(value));
}

function look(node: Node, space: Space): readonly QuestionId[] {
  const { diagrams } = space;
  const questions = space.questionsIn(node);
  const asked = new Set(diagrams.support(node));
  const tied = new Set(space.ties().flat());
  // What the function does not ask, not even for what is possible, cannot matter.
  const asking = questions.filter((question) => asked.has(space.levelOf(question)));
  return asking.filter((question) => {
    if (!tied.has(space.levelOf(question))) return true;
    const found = diagrams.within(
      () => moves(node, question, space) || isInfluence(question, { node, questions: asking }, space),
    );
    return found ?? true;
  });
}

/** Whether two answers somewhere lead to different values, all else being equal. */
export function moves(
  node: Node,
  question: QuestionId,
  { diagrams, impossible, yes, no, levelOf }: Space,
): boolean {
  const differing = (ends: readonly Node[]) => {
    const left = new Set(ends.filter((end) => end !== impossible));
    return left.size > 1 ? yes : no;
  };
  return diagrams.branchesAt(node, levelOf(question)).some((branch) => {
    const different = [...new Set(branch)].filter((end) => end !== impossible);
    return different.length > 1 && diagrams.apply(different, differing) !== no;
  });
}

/**
 * Whether two answers leave different sets once some other questions are left free. One of those must be bound to this
 * question: otherwise its answers allow the same of them. Where every answer leaves something wherever another does,
 * leaving more free shows nothing new.
 */
function isInfluence(
  question: QuestionId,
  { node, questions }: { node: Node; questions: readonly QuestionId[] },
  space: Space,
): boolean {
  const { diagrams } = space;
  const tied = tiedTo(question, questions, space);
  const bound = new Set(tied.filter((other) => isBound(question, other, space)));
  const settled: Selection[] = [];
  return selections(tied).some((free) => {
    if (!free.some((other) => bound.has(other)) || settled.some((one) => covers(one, free))) return false;
    // What is fixed has an answer, so it arises.
    const loose = [question, ...free];
    const fixed = questions.filter((other) => !loose.includes(other));
    const arising = fixed.filter((other) => loose.some((one) => arisesBy(one, other, space)));
    const sets = asSets(node, [question, ...arising], space);
    const levels = new Set(free.map(space.levelOf));
    const left = diagrams.project(sets, levels, (parts) =>
      diagrams.apply(parts, (ends) => union(ends, space)),
    );
    const compared = comparedBy(left, question, space);
    if (!compared.has('lacking')) settled.push({ free, arising });
    return compared.has('different');
  });
}

/** Questions left free, and those that were held to arise for it. */
interface Selection {
  readonly free: readonly QuestionId[];
  readonly arising: readonly QuestionId[];
}

/** Whether more is left free than in another selection, and nothing that was held to arise there. */
function covers({ free, arising }: Selection, more: readonly QuestionId[]): boolean {
  return free.every((one) => more.includes(one)) && !arising.some((one) => more.includes(one));
}

/** Whether a constraint names both questions, or the second arises by the first. */
function isBound(question: QuestionId, other: QuestionId, space: Space): boolean {
  const [one, two] = [space.levelOf(question), space.levelOf(other)];
  return (
    space.ties().some((tie) => tie.includes(one) && tie.includes(two)) || arisesBy(question, other, space)
  );
}

/**
 * The questions that cannot keep their answer whatever this one has: constraints tie them, one to the next, or they
 * arise by it.
 */
function tiedTo(question: QuestionId, questions: readonly QuestionId[], space: Space): QuestionId[] {
  const ties = space.ties();
  const bound = new Set([space.levelOf(question)]);
  for (const level of bound) {
    for (const other of ties.filter((tie) => tie.includes(level)).flat()) bound.add(other);
  }
  const tied = questions.filter((other) => bound.has(space.levelOf(other)));
  return questions.filter(
    (other) =>
      other !== question && (tied.includes(other) || tied.some((one) => arisesBy(one, other, space))),
  );
}

function selections<T>(all: readonly T[]): T[][] {
  if (all.length > MOST_TIED) {
    const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]));
    return [[], ...all.map((one) => [one]), ...pairs, [...all]];
  }
  return all.reduce<T[][]>((found, one) => [...found, ...found.map((chosen) => [...chosen, one])], [[]]);
}

/** The function whose value is the set of what was one value: none where the constraints refuse or a question does not arise. */
function asSets(node: Node, arising: readonly QuestionId[], space: Space): Node {
  const { compiled, diagrams, impossible, no } = space;
  const asked = arising.flatMap((question) => compiled.variables.get(question)?.asked ?? []).map(space.test);
  return diagrams.apply([node, ...asked], ([end = impossible, ...arises]) =>
    diagrams.end(end === impossible || arises.includes(no) ? '' : `${end}`),
  );
}

/** Sets of ends, written as their sorted numbers. */
function union(ends: readonly Node[], { diagrams }: Space): Node {
  const members = new Set(ends.flatMap((end) => String(diagrams.valueOf(end)).split(' ')));
  members.delete('');
  return diagrams.end([...members].sort().join(' '));
}

/** How the sets compare that the answers leave: `lacking` where one leaves nothing and another something. */
function comparedBy(
  sets: Node,
  question: QuestionId,
  { compiled, diagrams, under }: Space,
): ReadonlySet<unknown> {
  const answers = compiled.variables.get(question)?.answers ?? [];
  const empty = diagrams.end('');
  const compared = diagrams.apply(
    answers.map((answer) => under(sets, question, answer)),
    (ends) => {
      const left = new Set(ends);
      const isLacking = left.delete(empty) && left.size > 0;
      return diagrams.end(left.size > 1 ? 'different' : isLacking ? 'lacking' : 'alike');
    },
  );
  return new Set(diagrams.valuesOf(compared));
}

/** Whether the second question arises, or not, by the answer to the first. */
function arisesBy(first: QuestionId, second: QuestionId, { compiled, memory }: Space): boolean {
  const known = memory.decidedBy.get(second) ?? decidersOf(second, compiled);
  memory.decidedBy.set(second, known);
  return known.has(first);
}
