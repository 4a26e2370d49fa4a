import { type CompiledPack, compile } from '../engine/compile.ts';
import type { Diagrams, Node } from '../engine/diagram.ts';
import type { Findings } from '../engine/findings.ts';
import { knowledgeOf } from '../engine/known.ts';
import type { ComponentOutcome } from '../engine/outcome.ts';
import { type SecondCase, secondSurveyOf } from '../engine/second-round.ts';
import { spaceOf } from '../engine/space.ts';
import { surveyOf } from '../engine/survey.ts';
import { topicOf } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { ActionId, FactId, TopicId } from '../model/ids.ts';
import type { Pack, Verdict } from '../model/pack.ts';

/** Steps that one proof may take: a check may take longer than an answer. */
const MOST_STEPS = 400_000;

/** Steps that the diagram of one component of the second round may take: what is larger is proved by search. */
const MOST_OF_SECOND = 40_000;

/** A pack over all dilemmas at once: nothing is known, no topic is marked or not. */
export interface Whole {
  readonly pack: Pack;
  readonly compiled: CompiledPack;
  readonly findings: Findings;
}

export const NOTHING_KNOWN: Dilemma = {
  facts: new Map(),
  screened: new Map(),
  considering: [],
  decided: new Map(),
};

/** Steps that one diagram may take, and that of one component of the second round. */
export interface Budget {
  readonly most?: number;
  readonly mostOfSecond?: number;
}

export function wholeOf(
  pack: Pack,
  { most = MOST_STEPS, mostOfSecond = MOST_OF_SECOND }: Budget = {},
): Whole {
  const compiled = compile(pack);
  // What the constraints leave no choice about is no question: a topic, say, with a fact that has no answer left.
  const space = spaceOf(compiled, knowledgeOf(NOTHING_KNOWN, compiled), most);
  const rounds = (round: 1 | 2) => compiled.components.filter((component) => component.round === round);
  const first = new Map(rounds(1).map((component) => [component, surveyOf(component, space)]));
  const within: Diagrams['within'] = (work) => space.diagrams.within(work, mostOfSecond);
  const spare = { ...space, diagrams: { ...space.diagrams, within } };
  const decided = new Map();
  const second = new Map(
    rounds(2).map((component) => [component, secondSurveyOf(component, first, { space: spare, decided })]),
  );
  return { pack, compiled, findings: { space, dilemma: NOTHING_KNOWN, first, second } };
}

/**
 * The verdict on an action as a function of everything; in the second round, the verdicts under all ways out, sorted,
 * with a space between. Undefined: too large.
 */
export function verdictNode(action: ActionId, { compiled, findings }: Whole): Node | undefined {
  const component = compiled.componentOf.get(action);
  const { diagrams, map } = findings.space;
  const survey = component && findings.first.get(component);
  const later = component && findings.second.get(component);
  const node = survey?.outcome ?? later?.result;
  if (node === undefined) return undefined;
  return diagrams.within(() =>
    map(node, (value: ComponentOutcome | SecondCase) => {
      const outcomes = outcomesAt(value);
      const verdicts = new Set(outcomes.map((outcome) => outcome.outcomes.get(action)?.verdict ?? 'silent'));
      return [...verdicts].sort().join(' ');
    }),
  );
}

/** What a component of either round comes to in one dilemma: in the second round, one outcome for each way out. */
export function outcomesAt(value: ComponentOutcome | SecondCase): readonly ComponentOutcome[] {
  return 'ways' in value ? value.ways.map(({ outcome }) => outcome) : [value];
}

/** The diagram of each component of either round whose diagram did not grow too large. */
export function outcomeNodes({ findings }: Whole): Node[] {
  return [
    ...[...findings.first.values()].flatMap(({ outcome }) => outcome ?? []),
    ...[...findings.second.values()].flatMap(({ result }) => result ?? []),
  ];
}

/**
 * Where two answers to a fact, all else equal, lead a function to different values: those values, answer by answer, in
 * one text; elsewhere an empty one. Undefined: too large.
 */
export function movesAt(node: Node, fact: FactId, { compiled, findings }: Whole): Node | undefined {
  const { space } = findings;
  const { diagrams, impossible } = space;
  const answers = compiled.variables.get(fact)?.answers ?? [];
  return diagrams.within(() => {
    const under = answers.map((answer) => space.under(node, fact, answer));
    return diagrams.apply(under, (ends) => {
      const left = new Set(ends.filter((end) => end !== impossible));
      return diagrams.end(left.size > 1 ? ends.join(' ') : '');
    });
  });
}

/** Whether all of a verdict's possible words are among some: under a dilemma there is one for each way out. */
export function isAmong(value: unknown, words: readonly Verdict[]): boolean {
  return String(value)
    .split(' ')
    .every((word) => words.includes(word as Verdict));
}

/** Whether none of a verdict's possible words is among some. */
export function isNone(value: unknown, words: readonly Verdict[]): boolean {
  return !String(value)
    .split(' ')
    .some((word) => words.includes(word as Verdict));
}

/**
 * The simplest dilemma in which a function has an accepted value: fewest topics, then fewest answers. Undefined where
 * there is none.
 */
export function witnessOf(
  node: Node,
  accept: (value: unknown) => boolean,
  whole: Whole,
): Dilemma | undefined {
  const path = whole.findings.space.diagrams.cheapest(node, accept, (level, answer) => {
    if (level >= whole.compiled.levels.length) return 0;
    return isTopic(level, whole) ? (answer === 0 ? 100 : 0) : 1;
  });
  return path && dilemmaOn(path, whole);
}

/** Whether the question of a level is whether a topic is part of it. */
export function isTopic(level: number, { compiled }: Whole): boolean {
  return topicOf(compiled.levels[level] ?? '') !== undefined;
}

/** The dilemma of a way through a diagram: level to the index of its answer. */
export function dilemmaOn(path: ReadonlyMap<number, number>, { pack, compiled }: Whole): Dilemma {
  const topics = new Set<TopicId>();
  const screened = new Map<TopicId, boolean>();
  const facts = new Map<FactId, { kind: 'answer'; answer: never }>();
  for (const [level, index] of path) {
    const question = compiled.levels[level];
    if (question === undefined) continue;
    const answer = compiled.variables.get(question)?.answers[index] as never;
    const topic = topicOf(question);
    if (topic === undefined) {
      facts.set(question as FactId, { kind: 'answer', answer });
      continue;
    }
    screened.set(topic, answer === 'yes');
    if (answer === 'yes') topics.add(topic);
  }
  const safe = [...pack.topics.values()].filter(({ id, safety }) => safety && !topics.has(id));
  const marked = { ...NOTHING_KNOWN, topics, facts, screened: new Map(safe.map(({ id }) => [id, false])) };
  if (!knowledgeOf(marked, compiled).impossible) return marked;
  // Constraints refuse that none of the other topics is part of it: they are left open.
  return { ...NOTHING_KNOWN, facts, screened };
}
