import type { QuestionId } from '../model/assessment.ts';
import { questionsOf } from './condition.ts';
import type { Node } from './diagram.ts';
import { type Space } from './space.ts';

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
  const found = diagrams.within(() =>
    asking.filter(
      (question) =>
        !tied.has(space.levelOf(question)) ||
        moves(node, question, space) ||
        isInfluence(question, { node, questions: asking }, space),
    ),
  );
  return found ?? questions;
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

function isInfluence(
  question: QuestionId,
  { node, questions }: { node: Node; questions: readonly QuestionId[] },
  space: Space,
): boolean {
  const { diagrams } = space;
  return selections(tiedTo(question, questions, space)).some((free) => {
    if (free.length === 0) return false;
    // What is fixed has an answer, so it arises.
    const loose = [question, ...free];
    const fixed = questions.filter((other) => !loose.includes(other));
    const arising = fixed.filter((other) => loose.some((one) => arisesBy(one, other, space)));
    const sets = asSets(node, [question, ...arising], space);
    const levels = new Set(free.map(space.levelOf));
    const left = diagrams.project(sets, levels, (parts) =>
      diagrams.apply(parts, (ends) => union(ends, space)),
    );
    return differs(left, question, space);
  });
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

/** Whether two answers somewhere leave different sets, neither of them empty. */
function differs(sets: Node, question: QuestionId, space: Space): boolean {
  const answers = space.compiled.variables.get(question)?.answers ?? [];
  const under = answers.map((answer) => space.under(sets, question, answer));
  const empty = space.diagrams.end('');
  const compared = space.diagrams.apply(under, (ends) => {
    const left = new Set(ends.filter((end) => end !== empty));
    return left.size > 1 ? space.yes : space.no;
  });
  return space.diagrams.valuesOf(compared).includes(true);
}

/** Whether the second question arises, or not, by the answer to the first. */
function arisesBy(first: QuestionId, second: QuestionId, space: Space): boolean {
  const asked = space.compiled.variables.get(second)?.asked;
  if (!asked) return false;
  const before = questionsOf(asked);
  return before.includes(first) || before.some((question) => arisesBy(first, question, space));
}
