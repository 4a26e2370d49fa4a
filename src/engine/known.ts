import type { AssessedFact, AssessedTopic, QuestionId } from '../model/assessment.ts';
import type { Dilemma, Given } from '../model/case-file.ts';
import type { AnswerId, FactId } from '../model/ids.ts';
import type { CompiledPack } from './compile.ts';
import { cone, type Known, overCompletions } from './completions.ts';
import { questionsOf, type Test, topicQuestion, truth } from './condition.ts';
import { compareStrings } from './order.ts';

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
  const impossible = !isPossible(base, compiled);
  const contradiction = impossible ? contradictionIn(dilemma, base, compiled) : [];
  const values = impossible ? base.values : filledIn(base, compiled);
  const known: Known = { values, required: base.required };
  return {
    ...known,
    contradiction,
    impossible,
    facts: factsOf(dilemma, { before: base.values, after: values }, compiled),
    topics: topicsOf(dilemma, values, compiled),
  };
}

/** Topics and given answers, before the constraints are looked at. */
function given(dilemma: Dilemma, compiled: CompiledPack): Known {
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

/** The values known once each question that has only one possible answer left is given it. */
function filledIn(base: Known, compiled: CompiledPack): ReadonlyMap<QuestionId, string> {
  const values = new Map(base.values);
  const known: Known = { values, required: base.required };
  const tied = cone(
    [...compiled.constraints.map(({ never }) => never), ...base.required].flatMap((test) =>
      openQuestions(test, known),
    ),
    known,
    compiled,
  );
  const decided = decidedAmong(tied, known, compiled);
  for (const [question, value] of decided) values.set(question, value);
  // What was filled in may decide that further questions do not arise.
  for (const variable of compiled.variables.values()) {
    if (values.has(variable.id) || !variable.asked) continue;
    if (truth(variable.asked, { values }) === false) values.set(variable.id, 'does-not-apply');
  }
  return values;
}

function openQuestions(test: Test, known: Known): QuestionId[] {
  return questionsOf(test).filter((question) => !known.values.has(question));
}

/** Questions among those tied by constraints whose value is the same in every completion. */
function decidedAmong(
  tied: readonly QuestionId[],
  known: Known,
  compiled: CompiledPack,
): Map<QuestionId, string> {
  const decided = new Map<QuestionId, string>();
  for (const group of tiedGroups(tied, known, compiled)) {
    const seen = new Map(group.map((question) => [question, new Set<string>()]));
    const whole = overCompletions(group, { known, compiled }, (values) => {
      for (const question of group) seen.get(question)?.add(values.get(question) as string);
    });
    if (!whole) continue;
    for (const [question, found] of seen) {
      const [only] = found;
      if (found.size === 1 && only !== undefined) decided.set(question, only);
    }
  }
  return decided;
}

/** Splits questions into groups that no constraint ties together, so that each is searched by itself. */
function tiedGroups(tied: readonly QuestionId[], known: Known, compiled: CompiledPack): QuestionId[][] {
  const left = new Set(tied);
  const groups: QuestionId[][] = [];
  for (const question of tied) {
    if (!left.has(question)) continue;
    const group = cone([question], known, compiled);
    for (const member of group) left.delete(member);
    groups.push(group);
  }
  return groups;
}

function isPossible(known: Known, compiled: CompiledPack): boolean {
  const view = { values: known.values };
  if (compiled.constraints.some(({ never }) => truth(never, view) === true)) return false;
  if (known.required.some((test) => truth(test, view) === false)) return false;
  const open = [...compiled.constraints.map(({ never }) => never), ...known.required]
    .filter((test) => truth(test, view) === undefined)
    .flatMap((test) => openQuestions(test, known));
  // One completion of each group is enough: the search that may visit none stops, unfinished, at the first.
  return tiedGroups(cone(open, known, compiled), known, compiled).every(
    (group) => !overCompletions(group, { known, compiled, most: 0 }, () => undefined),
  );
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
