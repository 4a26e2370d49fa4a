import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { questionsOf } from './condition.ts';

/** The questions that decide whether one arises, and those that decide whether these do. */
export function decidersOf(
  question: QuestionId,
  { variables }: Pick<CompiledPack, 'variables'>,
): ReadonlySet<QuestionId> {
  const found = new Set<QuestionId>();
  function add(one: QuestionId): void {
    const asked = variables.get(one)?.asked;
    for (const before of asked ? questionsOf(asked) : []) {
      if (found.has(before)) continue;
      found.add(before);
      add(before);
    }
  }
  add(question);
  return found;
}
