import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compile.ts';
import { addOpen, questionsOf, type Test, truth, type View } from './condition.ts';

/** What is known: values of questions, and conditions that every completion must satisfy. */
export interface Known {
  readonly values: ReadonlyMap<QuestionId, string>;
  /** Given answers hold, so the questions that they answer do arise. */
  readonly required: readonly Test[];
}

/** Completions that one search may visit before it gives up and the answer is said to be inexact. */
export const MOST_COMPLETIONS = 16_384;

/**
 * Adds to some open questions all those that bear on which of their answers are possible: what decides whether they
 * arise, and what the constraints tie to them.
 *
 * @returns the questions in the order in which they must be given values
 */
export function cone(start: Iterable<QuestionId>, known: Known, compiled: CompiledPack): QuestionId[] {
  const view: View = { values: known.values };
  const ties = [...compiled.constraints.map(({ never }) => never), ...known.required]
    .filter((test) => truth(test, view) === undefined)
    .map((test) => openIn(test, view));
  const reached = new Set<QuestionId>();
  const queue = [...start];
  for (const question of queue) {
    if (reached.has(question) || known.values.has(question)) continue;
    reached.add(question);
    const asked = compiled.variables.get(question)?.asked;
    if (asked) queue.push(...openIn(asked, view));
    for (const tie of ties) if (tie.has(question)) queue.push(...tie);
  }
  return [...compiled.variables.keys()].filter((question) => reached.has(question));
}

function openIn(test: Test, view: View): Set<QuestionId> {
  const open = new Set<QuestionId>();
  addOpen(test, view, open);
  return open;
}

/**
 * Visits every way in which some open questions can turn out, constraints respected. The map handed to `visit` is
 * reused: read it, do not keep it.
 *
 * @param questions closed under `cone`, in its order
 * @returns whether all were visited; false when there are more than `most`
 */
export function overCompletions(
  questions: readonly QuestionId[],
  { known, compiled, most = MOST_COMPLETIONS }: { known: Known; compiled: CompiledPack; most?: number },
  visit: (values: ReadonlyMap<QuestionId, string>) => void,
): boolean {
  const values = new Map(known.values);
  const view: View = { values };
  const own = new Set(questions);
  const touches = (test: Test) => questionsOf(test).some((question) => own.has(question));
  const never = compiled.constraints.map((one) => one.never).filter(touches);
  const required = known.required.filter(touches);
  let count = 0;

  function place(index: number): boolean {
    const question = questions[index];
    if (question === undefined) {
      count += 1;
      if (count > most) return false;
      visit(values);
      return true;
    }
    for (const value of domainOf(question, view, compiled)) {
      values.set(question, value);
      const possible =
        never.every((test) => truth(test, view) !== true) &&
        required.every((test) => truth(test, view) !== false);
      if (possible && !place(index + 1)) return false;
    }
    values.delete(question);
    return true;
  }

  return place(0);
}

/** The values that a question can have where those before it have theirs. */
export function domainOf(question: QuestionId, view: View, compiled: CompiledPack): readonly string[] {
  const variable = compiled.variables.get(question);
  if (!variable) return [];
  const asked = variable.asked ? truth(variable.asked, view) : true;
  if (asked === true) return variable.answers;
  if (asked === false) return ['does-not-apply'];
  return [...variable.answers, 'does-not-apply'];
}
