import { assess, type CompiledPack } from '../engine/assess.ts';
import { questionsOf } from '../engine/condition.ts';
import { findingsOf } from '../engine/findings.ts';
import { knowledgeOf } from '../engine/known.ts';
import { withAnswer } from '../engine/nearest-change.ts';
import { MOST_STEPS, spaceOf } from '../engine/space.ts';
import { surveyOf } from '../engine/survey.ts';
import type { QuestionId } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { ActionId, FactId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { Toward, WayToward, Word } from '../model/what-if.ts';
import { outcomesAt } from './whole.ts';

const KINDS: readonly WayToward['kind'][] = ['bring-about', 'find-out', 'given'];
/** Changes that are tried, and ways that are listed, before the search stops and says so. */
const MOST_TRIED = 4000;
const MOST_WAYS = 12;

interface Goal {
  readonly action: ActionId;
  readonly to: Verdict;
}

type Answered = readonly [question: QuestionId, answer: string];

/**
 * Searches for all changes of one or two answers that give an action a verdict: what can be brought about first, then
 * what can be found out, then what is given. Each is weighed as a dilemma of its own before it is listed.
 */
export function waysToward(compiled: CompiledPack, dilemma: Dilemma, { action, to }: Goal): Toward {
  const now = wordUnder(dilemma, action, compiled) ?? 'silent';
  const base = { action, to, now };
  if (now === to) return { ...base, ways: [], more: false };
  const answers = candidates(compiled, dilemma, action);
  const sets = [...answers.map((one) => [one]), ...pairsAmong(answers)];
  const ways: (readonly Answered[])[] = [];
  let tried = 0;
  for (const set of sets) {
    if (ways.some((way) => way.every((one) => set.includes(one)))) continue;
    if (tried >= MOST_TRIED) break;
    tried += 1;
    if (gives(set, { compiled, dilemma, goal: { action, to } })) ways.push(set);
  }
  const told = ways
    .map((set): WayToward => ({ kind: kindOf(set, compiled, dilemma), set: Object.fromEntries(set) }))
    .sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
  return { ...base, ways: told.slice(0, MOST_WAYS), more: tried >= MOST_TRIED || told.length > MOST_WAYS };
}

interface Ground {
  readonly compiled: CompiledPack;
  readonly dilemma: Dilemma;
  readonly goal: Goal;
}

/** Whether the answers count, and the verdict comes of them; looked at quickly, then weighed as a whole. */
function gives(set: readonly Answered[], { compiled, dilemma, goal: { action, to } }: Ground): boolean {
  const other = set.reduce((changed, [question, answer]) => withAnswer(changed, question, answer), dilemma);
  if (wordUnder(other, action, compiled) !== to) return false;
  const { values } = knowledgeOf(other, compiled);
  if (set.some(([question, answer]) => values.get(question) !== answer)) return false;
  const { actions } = assess(compiled, other, { changes: false });
  return actions.find(({ id }) => id === action)?.verdict === to;
}

/** The answers that are not given now, to the questions that can bear on the action. */
function candidates(compiled: CompiledPack, dilemma: Dilemma, action: ActionId): Answered[] {
  const { values } = knowledgeOf(dilemma, compiled);
  return questionsBehind(action, compiled).flatMap((question) =>
    (compiled.variables.get(question)?.answers ?? [])
      .filter((answer) => values.get(question) !== answer)
      .map((answer): Answered => [question, answer]),
  );
}

function pairsAmong(answers: readonly Answered[]): (readonly Answered[])[] {
  return answers.flatMap((one, index) =>
    answers
      .slice(index + 1)
      .filter(([question]) => question !== one[0])
      .map((other) => [one, other]),
  );
}

/**
 * The questions that rules on an action and on those that it excludes rest on, with those that decide whether they
 * arise and those that constraints tie to them. Of a second round everything: it rests on what yields in the first.
 */
function questionsBehind(
  action: ActionId,
  { componentOf, variables, constraints }: CompiledPack,
): QuestionId[] {
  const component = componentOf.get(action);
  if (!component || component.round === 2) return [...variables.keys()];
  const ties = constraints.map(({ never }) => questionsOf(never));
  const reached = new Set(component.rules.flatMap(({ questions }) => questions));
  for (const { when } of component.priorities)
    for (const question of questionsOf(when)) reached.add(question);
  for (const question of reached) {
    const asked = variables.get(question)?.asked;
    const tied = ties.filter((tie) => tie.includes(question)).flat();
    for (const other of [...(asked ? questionsOf(asked) : []), ...tied]) reached.add(other);
  }
  return [...variables.keys()].filter((question) => reached.has(question));
}

/** The verdict on one action; `depends` where it is open, undefined where the answers contradict each other. */
function wordUnder(dilemma: Dilemma, action: ActionId, compiled: CompiledPack): Word | undefined {
  const knowledge = knowledgeOf(dilemma, compiled);
  const component = compiled.componentOf.get(action);
  if (knowledge.impossible || !component) return undefined;
  const space = spaceOf(compiled, knowledge, MOST_STEPS);
  const outcomes =
    component.round === 1
      ? surveyOf(component, space).outcomes
      : (findingsOf(dilemma, space).second.get(component)?.cases ?? []).flatMap(outcomesAt);
  const [only, ...others] = new Set(
    outcomes.map((outcome) => outcome.outcomes.get(action)?.verdict ?? 'silent'),
  );
  return others.length === 0 && only !== undefined ? only : 'depends';
}

function kindOf(set: readonly Answered[], compiled: CompiledPack, dilemma: Dilemma): WayToward['kind'] {
  const { values } = knowledgeOf(dilemma, compiled);
  const kinds = set.map(([question]): WayToward['kind'] => {
    if (compiled.pack.facts.get(question as FactId)?.changeableBy) return 'bring-about';
    return values.has(question) ? 'given' : 'find-out';
  });
  return KINDS[Math.max(...kinds.map((kind) => KINDS.indexOf(kind)))] ?? 'given';
}
