import type { QuestionId } from '../model/assessment.ts';
import { decidersOf } from './arising.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { questionsOf, type Test, visit } from './condition.ts';
import type { Node } from './diagram.ts';
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
  const { diagrams } = space;
  return suspects.flatMap(({ id, asked }) => {
    const before = asked ? questionsOf(asked) : [];
    const left = leftWithout(id, compiled, space);
    const named =
      left === undefined
        ? space.closed([id])
        : diagrams.support(left).flatMap((level) => compiled.levels[level] ?? []);
    const isTied = before.some((question) => named.includes(question));
    return isTied && !(left !== undefined && hangsOnArising(left, named, { id, space }))
      ? [[id, ...named]]
      : [];
  });
}

/**
 * Whether what is left bears only on the answers of one other question, and on whether this one arises only as far as
 * the other then arises too: that ties nothing that takes no part in their constraints.
 */
function hangsOnArising(
  left: Node,
  named: readonly QuestionId[],
  { id, space }: { readonly id: QuestionId; readonly space: Space },
): boolean {
  const { compiled, diagrams, yes, no } = space;
  const before = decidersOf(id, compiled);
  const [other, ...more] = named.filter((question) => !before.has(question));
  const asked = other && compiled.variables.get(other)?.asked;
  if (!asked || more.length > 0) return false;
  const answers = compiled.variables.get(other)?.answers ?? [];
  const under = answers.map((answer) => space.under(left, other, answer));
  const arises = space.test(asked);
  const found = diagrams.within(() => {
    const some = diagrams.apply(under, (ends) => (ends.includes(yes) ? yes : no));
    const where = under.map((node) =>
      diagrams.apply([arises, node], ([on, end]) => (on === no ? diagrams.end('elsewhere') : (end ?? no))),
    );
    return some === yes && where.every((node) => diagrams.valuesOf(node).length <= 2);
  });
  return found ?? false;
}

/** What the constraints that bear on a question say of the others, whatever its answer. */
function leftWithout(question: QuestionId, compiled: CompiledPack, space: Space): Node | undefined {
  const { diagrams, yes, no, levelOf } = space;
  const bearing = space.closed([question]);
  return diagrams.within(() => {
    const held: Test[] = compiled.constraints
      .filter(({ never }) => questionsOf(never).some((one) => bearing.includes(one)))
      .map(({ never }) => ({ kind: 'not', of: never }));
    return diagrams.project(space.test({ kind: 'all', of: held }), new Set([levelOf(question)]), (parts) =>
      diagrams.apply(parts, (ends) => (ends.includes(yes) ? yes : no)),
    );
  });
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
