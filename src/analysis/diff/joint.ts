import { resolve } from '../../engine/condition.ts';
import type { Condition } from '../../model/condition.ts';
import type { FactId } from '../../model/ids.ts';
import type { Action, Constraint, Fact, Pack, Priority, PriorityEnd, Rule } from '../../model/pack.ts';

/** Which of two packs a piece of a joint pack comes from. */
export type Side = 'first' | 'second';

/** A name within a joint pack: the same name in the two packs is two names here. */
export function sided<Id extends string>(side: Side, id: Id): Id {
  return `${side}:${id}` as Id;
}

/** Two packs laid beside each other over the same questions. */
export interface Joint {
  /** Concepts, principles, actions, rules and priorities carry the side they are from; topics and facts are shared. */
  readonly pack: Pack;
  /** Facts of both packs whose question arises in different dilemmas. */
  readonly loose: ReadonlySet<FactId>;
}

/**
 * Makes one pack of two, so that what both say can be asked in one space of dilemmas. Nothing of one side meets
 * anything of the other, and the dilemmas are those that both allow.
 */
export function jointOf(first: Pack, second: Pack): Joint {
  const packs = { first, second };
  const loose = looseFacts(first, second);
  const sides = (['first', 'second'] as const).map((side) => {
    const pack = packs[side];
    const renamed = renamer(side, pack, loose);
    return { side, pack, renamed };
  });
  const collect = <T extends { readonly id: string }>(list: (one: (typeof sides)[number]) => readonly T[]) =>
    new Map(sides.flatMap((one) => list(one).map((piece) => [piece.id, piece] as const))) as never;
  const pack: Pack = {
    ...second,
    topics: new Map([...first.topics, ...second.topics]),
    facts: jointFacts(packs, loose),
    concepts: collect(({ side, pack: { concepts }, renamed }) =>
      [...concepts.values()].map((one) => ({ ...one, id: sided(side, one.id), when: renamed(one.when) })),
    ),
    actions: collect(({ side, pack: { actions } }) =>
      [...actions.values()].map((one) => sidedAction(side, one)),
    ),
    rules: collect(({ side, pack: { rules }, renamed }) =>
      [...rules.values()].map((one) => sidedRule(side, one, renamed)),
    ),
    priorities: collect(({ side, pack: { priorities }, renamed }) =>
      [...priorities.values()].map((one) => sidedPriority(side, one, renamed)),
    ),
    constraints: collect(({ side, pack: { constraints }, renamed }) => [
      ...[...constraints.values()].map((one) => ({
        ...one,
        id: sided(side, one.id),
        never: renamed(one.never),
      })),
      ...(side === 'second' ? unsharedAnswers(first, second) : []),
    ]),
    sources: collect(({ side, pack: { sources } }) =>
      [...sources.values()].map((one) => ({ ...one, id: sided(side, one.id) })),
    ),
    steps: new Map(),
    notes: new Map(),
    dilemmas: new Map(),
    properties: new Map(),
  };
  return { pack, loose };
}

type Rename = (condition: Condition) => Condition;

/** Rewrites a condition of one side; a fact that arises in other dilemmas there says when it does. */
function renamer(side: Side, pack: Pack, loose: ReadonlySet<FactId>): Rename {
  const rename: Rename = (condition) => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return { ...condition, of: condition.of.map(rename) };
      case 'not':
        return { ...condition, of: rename(condition.of) };
      case 'concept':
        return { ...condition, concept: sided(side, condition.concept) };
      case 'yields':
        return { ...condition, principle: sided(side, condition.principle) };
      case 'departs':
        return { ...condition, action: sided(side, condition.action) };
      case 'topic':
        return condition;
      case 'fact': {
        const fact = pack.facts.get(condition.fact);
        if (!fact || !loose.has(condition.fact)) return condition;
        return { kind: 'all', of: [...arising(fact).map(rename), condition] };
      }
    }
  };
  return rename;
}

/** What it takes for a question to arise. */
function arising({ topics, askedWhen }: Fact): Condition[] {
  const marked: Condition[] = topics.map((topic) => ({ kind: 'topic', topic }));
  return [
    ...(marked.length > 0 ? [{ kind: 'any' as const, of: marked }] : []),
    ...(askedWhen ? [askedWhen] : []),
  ];
}

/** The facts of both packs that arise in different dilemmas, directly or through one that does. */
function looseFacts(first: Pack, second: Pack): Set<FactId> {
  const loose = new Set<FactId>();
  const shared = [...first.facts.values()].flatMap((one) => {
    const other = second.facts.get(one.id);
    return other ? [{ one, other }] : [];
  });
  const spread = (fact: Fact, { concepts }: Pack) =>
    JSON.stringify(arising(fact).map((condition) => resolve(condition, concepts)));
  for (const { one, other } of shared) if (spread(one, first) !== spread(other, second)) loose.add(one.id);
  for (let size = -1; size < loose.size; ) {
    size = loose.size;
    for (const { one } of shared) {
      const text = spread(one, first);
      if ([...loose].some((id) => text.includes(`"question":"${id}"`))) loose.add(one.id);
    }
  }
  return loose;
}

function jointFacts({ first, second }: Record<Side, Pack>, loose: ReadonlySet<FactId>): Map<FactId, Fact> {
  const facts = new Map<FactId, Fact>();
  const own = (side: Side, fact: Fact, pack: Pack): Fact => {
    const { askedWhen, ...rest } = fact;
    return { ...rest, ...(askedWhen && { askedWhen: renamer(side, pack, loose)(askedWhen) }) };
  };
  for (const fact of first.facts.values()) facts.set(fact.id, own('first', fact, first));
  for (const fact of second.facts.values()) {
    const before = first.facts.get(fact.id);
    if (!before) facts.set(fact.id, own('second', fact, second));
    else {
      const { askedWhen: _, ...plain } = fact;
      const base = loose.has(fact.id) ? { ...plain, topics: [] } : (facts.get(fact.id) as Fact);
      facts.set(fact.id, { ...base, answers: allAnswers(before, fact) });
    }
  }
  return facts;
}

function allAnswers(first: Fact, second: Fact): Fact['answers'] {
  return [...new Map([...first.answers, ...second.answers].map((answer) => [answer.id, answer])).values()];
}

/** Answers that only one pack knows are outside what is compared. */
function unsharedAnswers(first: Pack, second: Pack): Constraint[] {
  return [...second.facts.values()].flatMap((fact): Constraint[] => {
    const before = first.facts.get(fact.id);
    if (!before) return [];
    const shared = fact.answers.filter(({ id }) => before.answers.some((one) => one.id === id));
    const unshared = allAnswers(before, fact).filter((answer) => !shared.some(({ id }) => id === answer.id));
    if (unshared.length === 0 || shared.length === 0) return [];
    const never: Condition = { kind: 'fact', fact: fact.id, answers: unshared.map(({ id }) => id) };
    const { place, pack } = fact;
    return [{ id: `unshared:${fact.id}`, place, pack, never, because: fact.ask }];
  });
}

function sidedAction(side: Side, action: Action): Action {
  const all = <Id extends string>(ids: readonly Id[]) => ids.map((id) => sided(side, id));
  const { id, excludes, entails, after } = action;
  return {
    ...action,
    id: sided(side, id),
    excludes: all(excludes),
    entails: all(entails),
    after: all(after),
  };
}

function sidedRule(side: Side, rule: Rule, rename: Rename): Rule {
  const { id, name, principle, action, tags, when, unless, source } = rule;
  return {
    ...rule,
    id: sided(side, id),
    name: sided(side, name),
    principle: sided(side, principle),
    action: sided(side, action),
    tags: tags.map((tag) => sided(side, tag)),
    source: { ...source, source: sided(side, source.source) },
    ...(when && { when: rename(when) }),
    ...(unless && { unless: rename(unless) }),
  };
}

function sidedPriority(side: Side, priority: Priority, rename: Rename): Priority {
  const { id, prefer, over, when, source } = priority;
  return {
    ...priority,
    id: sided(side, id),
    prefer: sidedEnd(side, prefer),
    over: sidedEnd(side, over),
    source: { ...source, source: sided(side, source.source) },
    ...(when && { when: rename(when) }),
  };
}

function sidedEnd(side: Side, end: PriorityEnd): PriorityEnd {
  switch (end.kind) {
    case 'rule':
      return { ...end, name: sided(side, end.name) };
    case 'tag':
      return { ...end, tag: sided(side, end.tag) };
    case 'principle':
      return { ...end, principle: sided(side, end.principle) };
  }
}
