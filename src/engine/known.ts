import {
  type AssessedFact,
  type AssessedTopic,
  type QuestionId,
  topicQuestion,
} from '../model/assessment.ts';
import type { Dilemma, Given } from '../model/case-file.ts';
import type { AnswerId, FactId } from '../model/ids.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { questionsOf, type Test, truth } from './condition.ts';
import type { Node } from './diagram.ts';
import type { Known } from './knowing.ts';
import { compareStrings } from './order.ts';
import { MOST_STEPS, type Space, spaceOf } from './space.ts';

/** What a dilemma makes known, and what became of each answer that was given. */
export interface Knowledge extends Known {
  readonly facts: readonly AssessedFact[];
  readonly topics: readonly AssessedTopic[];
  /** Smallest set of given answers that cannot hold together; empty when they can. */
  readonly contradiction: readonly FactId[];
  /** No completion is possible: the answers contradict each other, or the constraints refuse the topics as such. */
  readonly impossible: boolean;
}

/**
 * Works out what is known: topics marked or screened; answers given, those that do not arise parked; what the
 * constraints leave no choice about filled in.
 *
 * @see docs/semantics.md, "Some facts not known"
 */
export function knowledgeOf(dilemma: Dilemma, compiled: CompiledPack): Knowledge {
  const base = given(dilemma, compiled);
  const values = filledIn(base, compiled);
  const contradiction = values ? [] : contradictionIn(dilemma, base, compiled);
  const after = values ?? base.values;
  return {
    values: after,
    required: base.required,
    contradiction,
    impossible: values === undefined,
    facts: factsOf(dilemma, { before: base.values, after }, compiled),
    topics: topicsOf(dilemma, after, compiled),
  };
}

/** What is known with what the constraints fill in; undefined where the answers cannot hold together. */
export function completed(base: Known, compiled: CompiledPack): Known | undefined {
  const values = filledIn(base, compiled);
  return values && { values, required: base.required };
}

/** Topics and given answers, before the constraints are looked at. */
export function given(dilemma: Dilemma, compiled: CompiledPack): Known {
  const values = new Map<QuestionId, string>();
  const required: Test[] = [];
  for (const topic of compiled.pack.topics.values()) {
    const screened = dilemma.screened.get(topic.id);
    if (dilemma.topics?.has(topic.id) || screened === true) values.set(topicQuestion(topic.id), 'yes');
    else if (screened === false || (dilemma.topics && !topic.safety))
      values.set(topicQuestion(topic.id), 'no');
  }
  for (const variable of compiled.variables.values()) {
    const answer = dilemma.facts.get(variable.id as FactId);
    const asked = variable.asked ? truth(variable.asked, { values }) : true;
    if (asked === false) values.set(variable.id, 'does-not-apply');
    else if (answer?.kind === 'answer') {
      values.set(variable.id, answer.answer);
      if (variable.asked && asked === undefined) required.push(variable.asked);
    }
  }
  return { values, required };
}

/**
 * The values known once each question that has only one possible answer left is given it; undefined where no completion
 * is left.
 */
function filledIn(base: Known, compiled: CompiledPack): ReadonlyMap<QuestionId, string> | undefined {
  const possible = possibleIn(base, compiled);
  if (!possible) return undefined;
  const { space, groups } = possible;
  const values = new Map(base.values);
  for (const { group, allowed } of groups) {
    for (const question of allowed === undefined ? [] : group) {
      const [only, ...others] =
        space.diagrams.within(() => valuesLeft(question, allowed as Node, space)) ?? [];
      if (only !== undefined && others.length === 0) values.set(question, only);
    }
  }
  if (values.size === base.values.size) return values;
  // What was filled in may decide that further questions do not arise.
  for (const variable of compiled.variables.values()) {
    if (values.has(variable.id) || !variable.asked) continue;
    if (truth(variable.asked, { values }) === false) values.set(variable.id, 'does-not-apply');
  }
  return values;
}

/** The values that a question can still have, *does not apply* among them where it may not arise. */
function valuesLeft(question: QuestionId, allowed: Node, space: Space): string[] {
  const { compiled, diagrams, impossible, no, test } = space;
  const answers = compiled.variables.get(question)?.answers ?? [];
  const holds = answers.map((answer) => test({ kind: 'is', question, answers: [answer] }));
  const value = diagrams.apply([allowed, ...holds], ([possible, ...parts]) => {
    if (possible === no) return impossible;
    const index = parts.findIndex((part) => part !== no);
    return diagrams.end(answers[index] ?? 'does-not-apply');
  });
  return space.valuesIn(value) as string[];
}

/** Open questions that constraints or given answers tie together, in groups that have nothing to do with each other. */
function tiedGroups({ values, required }: Known, space: Space): QuestionId[][] {
  const ties = [...space.compiled.constraints.map(({ never }) => never), ...required];
  const open = ties
    .filter((test) => truth(test, { values }) === undefined)
    .flatMap((test) => questionsOf(test));
  const left = new Set(open.filter((question) => !values.has(question)));
  const groups: QuestionId[][] = [];
  for (const question of left) {
    const group = [...space.closed([question])];
    for (const member of group) left.delete(member);
    groups.push(group);
  }
  return groups;
}

/** Whether what is known leaves any completion at all. */
export function isPossible(known: Known, compiled: CompiledPack): boolean {
  return possibleIn(known, compiled) !== undefined;
}

/** The groups of tied questions, each with what is allowed of it; undefined where what is known leaves no completion. */
function possibleIn(known: Known, compiled: CompiledPack): Possible | undefined {
  const view = { values: known.values };
  if (compiled.constraints.some(({ never }) => truth(never, view) === true)) return undefined;
  if (known.required.some((test) => truth(test, view) === false)) return undefined;
  const space = spaceOf(compiled, known, MOST_STEPS);
  const groups = tiedGroups(known, space).map((group) => ({
    group,
    allowed: space.diagrams.within(() => space.allowed(group)),
  }));
  return groups.some(({ allowed }) => allowed === space.no) ? undefined : { space, groups };
}

interface Possible {
  readonly space: Space;
  /** Undefined where what is allowed grew too large. */
  readonly groups: readonly {
    readonly group: readonly QuestionId[];
    readonly allowed: Node | undefined;
  }[];
}

const LARGEST_SEARCHED = 3;

/** The smallest set of given answers that cannot hold together: by size up to three, beyond that an irreducible one. */
function contradictionIn(dilemma: Dilemma, base: Known, compiled: CompiledPack): FactId[] {
  const answered = [...dilemma.facts]
    .filter(([fact, one]) => one.kind === 'answer' && base.values.get(fact) === one.answer)
    .map(([fact]) => fact)
    .sort(compareStrings);
  const impossible = (facts: readonly FactId[]) => {
    const kept = new Map([...dilemma.facts].filter(([fact]) => facts.includes(fact)));
    return !isPossible(given({ ...dilemma, facts: kept }, compiled), compiled);
  };
  for (let size = 0; size <= LARGEST_SEARCHED; size += 1) {
    for (const facts of subsets(answered, size)) if (impossible(facts)) return facts;
  }
  return answered.reduce<FactId[]>((kept, fact) => {
    const fewer = kept.filter((other) => other !== fact);
    return impossible(fewer) ? fewer : kept;
  }, answered);
}

function* subsets(facts: readonly FactId[], size: number): Generator<FactId[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, fact] of facts.entries()) {
    for (const rest of subsets(facts.slice(index + 1), size - 1)) yield [fact, ...rest];
  }
}

function factsOf(
  dilemma: Dilemma,
  { before, after }: { before: ReadonlyMap<QuestionId, string>; after: ReadonlyMap<QuestionId, string> },
  compiled: CompiledPack,
): AssessedFact[] {
  return [...compiled.pack.facts.keys()].sort(compareStrings).flatMap((id): AssessedFact[] => {
    const answer = dilemma.facts.get(id);
    const value = after.get(id);
    if (value === 'does-not-apply' && answer?.kind === 'answer') {
      return [{ id, answer: answer.answer, from: 'parked' }];
    }
    if (value === 'does-not-apply') {
      return [{ id, answer: value, from: before.has(id) ? 'does-not-apply' : 'filled-in' }];
    }
    if (answer && (value === undefined || answer.kind === 'answer')) return [asGiven(id, answer)];
    return value === undefined ? [] : [{ id, answer: value as AnswerId, from: 'filled-in' }];
  });
}

function asGiven(id: FactId, given: Given): AssessedFact {
  switch (given.kind) {
    case 'answer': {
      const detail = given.number === undefined ? {} : { detail: String(given.number) };
      return { id, answer: given.answer, from: 'given', ...detail };
    }
    case 'find-out':
      return { id, answer: 'find-out', from: 'given', detail: given.by };
    default:
      return { id, answer: given.kind, from: 'given' };
  }
}

function topicsOf(
  dilemma: Dilemma,
  values: ReadonlyMap<QuestionId, string>,
  compiled: CompiledPack,
): AssessedTopic[] {
  return [...compiled.pack.topics.keys()].sort(compareStrings).map((id): AssessedTopic => {
    const value = values.get(topicQuestion(id));
    const state = value === 'yes' ? 'marked' : value === 'no' ? 'not-part' : 'unknown';
    if (dilemma.screened.has(id)) return { id, state, from: 'screened' };
    if (dilemma.topics?.has(id) || (dilemma.topics && state === 'not-part'))
      return { id, state, from: 'given' };
    return { id, state, from: value === undefined ? 'never-asked' : 'filled-in' };
  });
}
