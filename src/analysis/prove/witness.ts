import type { Dilemma } from '../../model/case-file.ts';
import { dilemmaOn, isTopic, type Whole } from '../whole.ts';
import { allOf } from './encode.ts';
import type { Proofs } from './proofs.ts';
import type { Literal, Solution } from './solver.ts';

/**
 * A simple dilemma in which all of some literals hold, whichever way is decided: no topic and no answer of it can be
 * left out, and it has one topic where one is enough.
 *
 * @returns `none` where there is no such dilemma; undefined where the search took too long, or where they hold under
 *   some way out only
 */
export function dilemmaWith(
  goal: readonly Literal[],
  proofs: Proofs,
  whole: Whole,
): Dilemma | 'none' | undefined {
  const found = proofs.find(goal);
  if (found === 'none' || found === undefined) return found;
  const path = reduced(fewestTopics(goal, found, { proofs, whole }), goal, { proofs, whole });
  return path && dilemmaOn(path, whole);
}

interface Ground {
  readonly proofs: Proofs;
  readonly whole: Whole;
}

/** A solution with one topic where one is enough, and in any case with none that can be left out. */
function fewestTopics(goal: readonly Literal[], found: Solution, { proofs, whole }: Ground): Solution {
  const topics = whole.compiled.levels.flatMap((_, level) =>
    isTopic(level, whole) ? [proofs.base.answersAt(level)] : [],
  );
  const unmarked = (kept: readonly (readonly Literal[])[]) =>
    topics.filter((topic) => !kept.includes(topic)).map(([marked = 0]) => -marked);
  for (const kept of [[], ...topics.map((topic) => [topic])]) {
    const solution = proofs.find([...goal, ...unmarked(kept)]);
    if (solution !== 'none' && solution !== undefined) return solution;
  }
  let best = found;
  let kept = topics.filter(([marked = 0]) => best(marked));
  for (const topic of kept) {
    const fewer = kept.filter((other) => other !== topic);
    const solution = proofs.find([...goal, ...unmarked(fewer)]);
    if (solution === 'none' || solution === undefined) continue;
    [best, kept] = [solution, fewer];
  }
  return best;
}

/** The answers of a solution without which the goal would not be sure. Undefined where it is not sure with all of them. */
function reduced(
  solution: Solution,
  goal: readonly Literal[],
  { proofs, whole }: Ground,
): ReadonlyMap<number, number> | undefined {
  const { solver, base, find } = proofs;
  const missed = -allOf(goal, solver);
  const chosen = whole.compiled.levels.map((_, level) => {
    const answers = base.answersAt(level);
    const index = answers.findIndex((answer) => solution(answer));
    return { level, index, literal: answers[index] ?? 0 };
  });
  const isSure = (kept: typeof chosen) => find([...kept.map(({ literal }) => literal), missed]) === 'none';
  if (!isSure(chosen)) return undefined;
  // The facts first: topics are as few as they can be.
  const kept = chosen
    .filter(({ level }) => !isTopic(level, whole))
    .reduce((left, one) => {
      const fewer = left.filter((other) => other !== one);
      return isSure(fewer) ? fewer : left;
    }, chosen);
  return new Map(kept.map(({ level, index }) => [level, index]));
}
