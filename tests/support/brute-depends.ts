import type { Condition } from '../../src/model/condition.ts';
import type { Action, Pack } from '../../src/model/pack.ts';
import type { World } from './brute-worlds.ts';

interface Question {
  readonly id: string;
  readonly answers: readonly string[];
  readonly answerIn: (world: World) => string | undefined;
}

/** The questions that rules and priorities around the action mention, and those that decide whether these arise. */
function bearing(pack: Pack, action: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (condition: Condition | undefined): void => {
    if (condition?.kind === 'not') visit(condition.of);
    if (condition?.kind === 'all' || condition?.kind === 'any') condition.of.forEach(visit);
    if (condition?.kind === 'concept') visit(pack.concepts.get(condition.concept)?.when);
    if (condition?.kind === 'topic') found.add(`topic:${condition.topic}`);
    if (condition?.kind !== 'fact' || found.has(condition.fact)) return;
    found.add(condition.fact);
    const fact = pack.facts.get(condition.fact);
    for (const topic of fact?.topics ?? []) found.add(`topic:${topic}`);
    visit(fact?.askedWhen);
  };
  const around = new Set<string>();
  const spread = (id: string): void => {
    if (around.has(id)) return;
    around.add(id);
    pack.actions.get(id as Action['id'])?.excludes.forEach(spread);
  };
  spread(action);
  for (const rule of pack.rules.values()) {
    if (around.has(rule.action)) [rule.when, rule.unless].forEach(visit);
  }
  for (const { when } of pack.priorities.values()) visit(when);
  return found;
}

/**
 * The questions that the verdict on an action depends on, by the definition: for some answers to some of the other
 * questions that bear on it, two of its answers leave different sets of verdicts.
 *
 * @param outcomes what comes of the action in each world, same order
 * @returns ids, sorted; a topic as `topic:<id>`
 */
export function dependsOn(
  pack: Pack,
  worlds: readonly World[],
  { action, outcomes }: { readonly action: string; readonly outcomes: readonly string[] },
): string[] {
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

  function differs(question: Question, others: readonly Question[], left: Left): boolean {
    const [next, ...rest] = others;
    if (next) {
      const ways = next.answers.map((answer) => left.filter(({ world }) => next.answerIn(world) === answer));
      return [left, ...ways].some((some) => some.length > 1 && differs(question, rest, some));
    }
    const sets = question.answers
      .map((answer) => left.filter(({ world }) => question.answerIn(world) === answer))
      .filter((some) => some.length > 0)
      .map((some) => [...new Set(some.map(({ outcome }) => outcome))].sort().join());
    return new Set(sets).size > 1;
  }

  const bears = bearing(pack, action);
  return questions
    .filter((question) => {
      const others = questions.filter((other) => other !== question && bears.has(other.id));
      return differs(question, others, all);
    })
    .map(({ id }) => id)
    .sort();
}
