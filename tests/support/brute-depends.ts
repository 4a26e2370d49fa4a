import type { Pack } from '../../src/model/pack.ts';
import type { World } from './brute-worlds.ts';

interface Question {
  readonly id: string;
  readonly answers: readonly string[];
  readonly answerIn: (world: World) => string | undefined;
}

/** Which other questions may be answered; `strict`: only once it is certain that they arise. */
interface Among {
  readonly among: readonly Question[];
  readonly strict: boolean;
}

/**
 * The questions that the verdict on an action depends on, by the definition: for some answers to some of the other
 * questions, two of its answers leave different sets of verdicts.
 *
 * @param outcomes what comes of the action in each world, same order
 * @returns sorted ids, a topic as `topic:<id>`: `most` where the others are all questions; `least` where they are those
 *   that change the outcome by themselves, everything else being equal, and each arises for certain when it is answered
 */
export function dependsOn(
  pack: Pack,
  worlds: readonly World[],
  outcomes: readonly string[],
): { readonly least: readonly string[]; readonly most: readonly string[] } {
  const questions: Question[] = [
    ...[...pack.topics.keys()].map((topic) => ({
      id: `topic:${topic}`,
      answers: ['yes', 'no'],
      answerIn: (world: World) => (world.topics.has(topic) ? 'yes' : 'no'),
    })),
    ...[...pack.facts.values()].map(({ id, answers }) => ({
      id: id as string,
      answers: answers.map((answer) => answer.id as string),
      answerIn: (world: World) => world.facts.get(id),
    })),
  ].filter((question) => new Set(worlds.map(question.answerIn)).size > 1);
  const all = worlds.map((world, index) => ({ world, outcome: outcomes[index] ?? '' }));
  type Left = typeof all;

  const arises = (question: Question, left: Left): boolean =>
    left.every(({ world }) => question.answers.includes(question.answerIn(world) ?? ''));

  function differs(question: Question, { among, strict }: Among, left: Left): boolean {
    const sets = question.answers
      .map((answer) => left.filter(({ world }) => question.answerIn(world) === answer))
      .filter((some) => some.length > 0)
      .map((some) => [...new Set(some.map(({ outcome }) => outcome))].sort().join());
    if (new Set(sets).size > 1) return true;
    return among.some((next) => {
      if (next === question || (strict && !arises(next, left))) return false;
      const rest = among.filter((one) => one !== next);
      const ways = next.answers.map((answer) => left.filter(({ world }) => next.answerIn(world) === answer));
      return ways.some(
        (some) =>
          some.length > 1 && some.length < left.length && differs(question, { among: rest, strict }, some),
      );
    });
  }

  const dependent = (others: Among): string[] =>
    questions
      .filter((question) => differs(question, others, all))
      .map(({ id }) => id)
      .sort();
  const bears = (question: Question): boolean =>
    all.some((one) =>
      all.some(
        (other) =>
          one.outcome !== other.outcome &&
          questions.every(
            ({ answerIn }) => answerIn === question.answerIn || answerIn(one.world) === answerIn(other.world),
          ),
      ),
    );
  return {
    least: dependent({ among: questions.filter(bears), strict: true }),
    most: dependent({ among: questions, strict: false }),
  };
}
