import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { questionsOf, type Test, visit } from './condition.ts';
import { type Space, spaceOf } from './space.ts';

/** Steps that looking for such ties may take; a question for which it takes more is tied to all that bears on it. */
const MOST_STEPS = 20_000;

/**
 * Questions that are tied together although no constraint names them all: several constraints may leave a question no
 * answer, which then cannot arise, and so what it takes to arise is tied to what else the constraints name.
 */
export function tiesByArising(compiled: CompiledPack): QuestionId[][] {
  const suspects = [...compiled.variables.values()]
    .toReversed()
    .filter(
      ({ id, answers, asked }) =>
        asked &&
        answers.every((answer) => compiled.constraints.some(({ never }) => names(never, id, answer))),
    );
  if (suspects.length === 0) return [];
  const space = spaceOf(compiled, { values: new Map(), required: [] }, MOST_STEPS);
  return suspects.flatMap(({ id, asked }) => {
    const before = asked ? questionsOf(asked) : [];
    const left = leftWithout(id, compiled, space);
    return before.some((question) => left.includes(question)) ? [[id, ...left]] : [];
  });
}

/** What the constraints that bear on a question say of the others, whatever its answer. */
function leftWithout(question: QuestionId, compiled: CompiledPack, space: Space): readonly QuestionId[] {
  const { diagrams, yes, no, levelOf } = space;
  const bearing = space.closed([question]);
  const left = diagrams.within(() => {
    const held: Test[] = compiled.constraints
      .filter(({ never }) => questionsOf(never).some((one) => bearing.includes(one)))
      .map(({ never }) => ({ kind: 'not', of: never }));
    return diagrams.project(space.test({ kind: 'all', of: held }), new Set([levelOf(question)]), (parts) =>
      diagrams.apply(parts, (ends) => (ends.includes(yes) ? yes : no)),
    );
  });
  if (left === undefined) return bearing;
  return diagrams.support(left).flatMap((level) => compiled.levels[level] ?? []);
}

/** Whether a test names an answer to a question, or may do so by a `not`. */
function names(test: Test, question: QuestionId, answer: string): boolean {
  let found = false;
  visit(test, (literal) => {
    if (literal.kind !== 'is' || literal.question !== question) return;
    found ||= literal.answers.includes(answer) || negates(test);
  });
  return found;
}

function negates(test: Test): boolean {
  if (test.kind === 'not') return true;
  return (test.kind === 'all' || test.kind === 'any') && test.of.some(negates);
}
