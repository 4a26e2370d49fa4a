import { questionsOf, resolve } from '../engine/condition.ts';
import type { ActionAssessment, Assessment, QuestionId } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ActionId, StepId } from '../model/ids.ts';
import type { Pack, Verdict } from '../model/pack.ts';
import type { Expectation, ScenarioFailure } from '../model/scenario.ts';
import type { Place } from '../model/text.ts';

/** What a scenario is compared with: what the engine says, by which pack, and where the path ended. */
export interface Outcome {
  readonly assessment: Assessment;
  readonly pack: Pack;
  /** The end or stage that a staged scenario came to. */
  readonly at?: string;
}

type Part = Pick<ScenarioFailure, 'kind' | 'id' | 'expected' | 'got'>;

const FOR = ['must', 'should', 'may'];

/** Lists what did not come as expected, in the order of the keys of `expect`; empty: all of it held. */
export function compare(expect: Expectation, outcome: Outcome): ScenarioFailure[] {
  const failures: ScenarioFailure[] = [];
  const add = (place: Place, part: Part, questions: Iterable<QuestionId>): void => {
    failures.push({ ...part, place, facts: answersTo(questions, outcome.assessment) });
  };
  compareActions(expect, outcome, add);
  compareYields(expect, outcome, add);
  compareSteps(expect, outcome, add);
  compareSources(expect, outcome, add);
  failures.push(...endFailures(expect, outcome.at));
  return failures;
}

/** Whether the path came to the end that was expected: no rule has a say in that. */
export function endFailures({ end }: Expectation, at: string | undefined): ScenarioFailure[] {
  if (!end || end.value === at) return [];
  const { value, place } = end;
  return [{ kind: 'end', id: value, expected: [value], got: at === undefined ? [] : [at], place, facts: [] }];
}

type Add = (place: Place, part: Part, questions: Iterable<QuestionId>) => void;

function compareActions(expect: Expectation, { assessment }: Outcome, add: Add): void {
  const byId = new Map(assessment.actions.map((action) => [action.id, action]));
  for (const { value, place } of expect.verdicts) {
    const action = byId.get(value.action);
    const got = wordsOf(action);
    // What is still open holds where every word that it may come to is expected.
    if (value.words.includes(action?.verdict ?? 'silent') || got.every((word) => value.words.includes(word)))
      continue;
    add(place, { kind: 'verdicts', id: value.action, expected: value.words, got }, factsOf(action));
  }
  for (const { value, place } of expect.never) {
    const action = byId.get(value);
    if (!wordsOf(action).some((word) => FOR.includes(word))) continue;
    add(place, { kind: 'never', id: value, expected: [], got: wordsOf(action) }, factsOf(action));
  }
  for (const { value, place } of expect.departs) {
    const action = byId.get(value);
    if (action?.unmet) continue;
    add(place, { kind: 'departs', id: value, expected: [], got: wordsOf(action) }, factsOf(action));
  }
}

function compareYields(expect: Expectation, { assessment, pack }: Outcome, add: Add): void {
  for (const { value, place } of expect.yields) {
    const principle = assessment.principles.find(({ id }) => id === value);
    if (principle?.status === 'yields') continue;
    const questions = assessment.actions
      .flatMap((action) => action.rules)
      .filter((rule) => pack.rules.get(rule.id)?.principle === value)
      .flatMap((rule) => rule.facts);
    const got = principle ? [principle.status] : [];
    add(place, { kind: 'yields', id: value, expected: ['yields'], got }, [
      ...(principle?.dependsOn ?? []),
      ...questions,
    ]);
  }
}

// Owed steps in the order of the result; what is expected has to be found in it one after the other.
function compareSteps(expect: Expectation, outcome: Outcome, add: Add): void {
  const owed = outcome.assessment.escalation.filter((step) => step.owed === 'yes').map((step) => step.id);
  let from = 0;
  for (const { value, place } of expect.escalates) {
    const found = owed.indexOf(value, from);
    if (found >= 0) {
      from = found + 1;
      continue;
    }
    add(place, { kind: 'escalates', id: value, expected: [value], got: owed }, stepQuestions(value, outcome));
  }
}

function compareSources(expect: Expectation, { assessment, pack }: Outcome, add: Add): void {
  const cited = new Set<string>();
  for (const action of assessment.actions) {
    if (action.verdict === 'silent' && !action.considering) continue;
    for (const rule of action.rules) {
      const source = pack.rules.get(rule.id)?.source.source;
      if (source) cited.add(source);
    }
  }
  for (const step of assessment.escalation) {
    const source = pack.steps.get(step.id)?.source.source;
    if (source) cited.add(source);
  }
  for (const { value, place } of expect.cites) {
    if (cited.has(value)) continue;
    add(place, { kind: 'cites', id: value, expected: [value], got: [...cited].sort() }, []);
  }
}

/** Everything that the verdict may be: one word where it is settled. */
function wordsOf(action: ActionAssessment | undefined): Verdict[] {
  if (!action) return ['silent'];
  if (action.verdict !== 'depends') return [action.verdict];
  return [...new Set(action.possible.map(({ verdict }) => verdict))];
}

function factsOf(action: ActionAssessment | undefined): Iterable<QuestionId> {
  return action ? [...action.dependsOn, ...action.rules.flatMap((rule) => rule.facts)] : [];
}

function stepQuestions(id: StepId, { assessment, pack }: Outcome): Iterable<QuestionId> {
  const step = pack.steps.get(id);
  const asked = assessment.escalation.find((one) => one.id === id)?.dependsOn ?? [];
  const ofCondition = (when: Condition): QuestionId[] => questionsOf(resolve(when, pack.concepts));
  const ofAction = (action: ActionId): Iterable<QuestionId> =>
    factsOf(assessment.actions.find((one) => one.id === action));
  const triggers = (step?.triggers ?? []).flatMap((trigger) => {
    if (trigger.kind === 'when') return ofCondition(trigger.when);
    return trigger.kind === 'on' ? [...ofAction(trigger.action)] : [];
  });
  return [...asked, ...triggers];
}

function answersTo(questions: Iterable<QuestionId>, assessment: Assessment): ScenarioFailure['facts'] {
  return [...new Set(questions)].sort().map((id) => {
    const topic = assessment.topics.find((one) => id === `topic:${one.id}`);
    if (topic) return { id, answer: topic.state };
    return { id, answer: assessment.facts.find((fact) => fact.id === id)?.answer ?? 'unknown' };
  });
}
