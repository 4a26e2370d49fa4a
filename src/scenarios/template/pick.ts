import { assess, type CompiledPack } from '../../engine/assess.ts';
import type { ActionAssessment } from '../../model/assessment.ts';
import type { CaseFile, Given } from '../../model/case-file.ts';
import type { ActionId, AnswerId, FactId, TopicId } from '../../model/ids.ts';
import type { Verdict } from '../../model/pack.ts';

/** Facts of a pack that show its rules at work, for a scenario that is still empty. */
export interface Picked {
  readonly topics: readonly TopicId[];
  readonly facts: readonly { readonly fact: FactId; readonly answer: AnswerId }[];
  /** An action on which the rules say something under these facts. */
  readonly act?: { readonly action: ActionId; readonly verdict: Verdict };
}

/** Facts that are tried, in the order of the pack: more would make nobody's beginning better. */
const MOST_TRIED = 8;

/** Steps for each look: what grows larger is no duty that is seen at once. */
const MOST_STEPS = 1000;

/**
 * Looks for two facts of the topics under which some action is a duty, or at least advised: what a new scenario begins
 * with is then a test that passes.
 */
export function pickFacts(compiled: CompiledPack, topics: readonly TopicId[]): Picked {
  const { pack } = compiled;
  // What belongs to few topics says more about these than what belongs to many.
  const own = [...pack.facts.values()]
    .filter(
      ({ topics: of, askedWhen, pressure }) =>
        !askedWhen && !pressure && of.some((one) => topics.includes(one)),
    )
    .toSorted((one, other) => one.topics.length - other.topics.length);
  const tried = (own.length > 0 ? own : [...pack.facts.values()].filter((fact) => !fact.askedWhen)).slice(
    0,
    MOST_TRIED,
  );
  const single = tried.flatMap((fact) =>
    fact.answers.toReversed().map(({ id }) => [{ fact: fact.id, answer: id }]),
  );
  for (const wanted of [['must'], ['must', 'should']] as const) {
    for (const facts of single) {
      const act = actUnder(compiled, { topics, facts }, wanted);
      if (act) return { topics, facts: withAnother(compiled, { topics, facts, act }, tried), act };
    }
  }
  const [only] = tried;
  const [answer] = only?.answers ?? [];
  return { topics, facts: only && answer ? [{ fact: only.id, answer: answer.id }] : [] };
}

/** A second fact beside the first that leaves the duty as it is. */
function withAnother(
  compiled: CompiledPack,
  { topics, facts, act }: Required<Picked>,
  tried: readonly { readonly id: FactId; readonly answers: readonly { readonly id: AnswerId }[] }[],
): Picked['facts'] {
  for (const { id, answers } of tried.filter((one) => one.id !== facts[0]?.fact)) {
    for (const answer of answers) {
      const both = [...facts, { fact: id, answer: answer.id }];
      const found = actionsUnder(compiled, { topics, facts: both }).find((one) => one.id === act.action);
      if (found?.verdict === act.verdict) return both;
    }
  }
  return facts;
}

function actUnder(
  compiled: CompiledPack,
  picked: Omit<Picked, 'act'>,
  wanted: readonly Verdict[],
): Picked['act'] {
  const { pack } = compiled;
  const found = actionsUnder(compiled, picked).find(
    ({ id, verdict, rules }) =>
      wanted.some((word) => word === verdict) &&
      // What is told of every dilemma would say nothing about this one.
      rules.some(({ facts }) => facts.some((one) => picked.facts.some(({ fact }) => fact === one))) &&
      pack.actions.get(id)?.kind !== 'conduct',
  );
  return found && { action: found.id, verdict: found.verdict as Verdict };
}

function actionsUnder(
  compiled: CompiledPack,
  { topics, facts }: Omit<Picked, 'act'>,
): readonly ActionAssessment[] {
  const given = facts.map(({ fact, answer }): [FactId, Given] => [fact, { kind: 'answer', answer }]);
  const dilemma: CaseFile = {
    facts: new Map(given),
    topics: new Set(topics),
    screened: new Map(),
    considering: [],
    decided: new Map(),
  };
  return assess(compiled, dilemma, { changes: false, most: MOST_STEPS }).actions;
}
