import type { Dilemma } from '../../src/model/case-file.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Fact, Pack } from '../../src/model/pack.ts';

const NOT_APPLICABLE = 'does-not-apply';

/** What is done and what is left, by action. */
export type Way = ReadonlyMap<string, 'do' | 'do-not'>;

/** One way in which everything could be. */
export interface World {
  readonly topics: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, string>;
  /** Principles that yield in the first round: what a safeguard's condition asks. */
  readonly yielding?: ReadonlySet<string>;
  /** What is decided of contested actions. */
  readonly way?: Way;
}

/** Whether the condition holds in the world; nobody departs from anything. */
export function holds(condition: Condition, world: World, pack: Pack): boolean {
  const inner = (part: Condition): boolean => holds(part, world, pack);
  switch (condition.kind) {
    case 'all':
      return condition.of.every(inner);
    case 'any':
      return condition.of.some(inner);
    case 'not':
      return !inner(condition.of);
    case 'fact':
      return condition.answers.some((answer) => answer === world.facts.get(condition.fact));
    case 'topic':
      return world.topics.has(condition.topic);
    case 'concept':
      return inner(pack.concepts.get(condition.concept)!.when);
    case 'yields':
      return world.yielding?.has(condition.principle) ?? false;
    case 'departs':
      return false;
  }
}

const isAsked = (fact: Fact, world: World, pack: Pack): boolean =>
  (fact.topics.length === 0 || fact.topics.some((topic) => world.topics.has(topic))) &&
  (fact.askedWhen === undefined || holds(fact.askedWhen, world, pack));

/** Every total assignment of topics and of these facts that agrees with the topics given and with the answers. */
function assignments(
  pack: Pack,
  dilemma: Dilemma,
  { facts, fixed }: { facts: readonly Fact[]; fixed: ReadonlyMap<string, string> },
): World[] {
  let worlds: World[] = [{ topics: new Set(), facts: new Map() }];
  for (const topic of pack.topics.values()) {
    const screened = dilemma.screened.get(topic.id);
    const marked = dilemma.topics?.has(topic.id) || screened === true;
    const free = !marked && screened === undefined && (dilemma.topics === undefined || topic.safety);
    const states = free ? [true, false] : [marked];
    worlds = worlds.flatMap((world) =>
      states.map((on) => ({ ...world, topics: new Set([...world.topics, ...(on ? [topic.id] : [])]) })),
    );
  }
  for (const fact of facts) {
    const given = fixed.get(fact.id);
    const values = given ? [given] : [...fact.answers.map(({ id }) => id as string), NOT_APPLICABLE];
    worlds = worlds.flatMap((world) =>
      values.map((value) => ({ ...world, facts: new Map([...world.facts, [fact.id, value]]) })),
    );
  }
  return worlds.filter((world) =>
    facts.every((fact) => isAsked(fact, world, pack) === (world.facts.get(fact.id) !== NOT_APPLICABLE)),
  );
}

/** The facts that decide whether this one is asked, and theirs in turn. */
function prerequisites(fact: Fact, pack: Pack, seen = new Set<Fact>()): ReadonlySet<Fact> {
  const visit = (condition: Condition): void => {
    if (condition.kind === 'not') visit(condition.of);
    if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
    if (condition.kind === 'concept') visit(pack.concepts.get(condition.concept)!.when);
    if (condition.kind !== 'fact') return;
    const needed = pack.facts.get(condition.fact)!;
    if (!seen.has(needed)) prerequisites(needed, pack, seen.add(needed));
  };
  if (fact.askedWhen) visit(fact.askedWhen);
  return seen;
}

/** Every completion of the dilemma, constraints respected; empty when the answers contradict each other. */
export function completions(pack: Pack, dilemma: Dilemma): World[] {
  const facts = [...pack.facts.values()].sort(
    (a, b) => prerequisites(a, pack).size - prerequisites(b, pack).size,
  );
  const used = new Map<string, string>();
  for (const fact of facts) {
    const given = dilemma.facts.get(fact.id);
    if (given?.kind !== 'answer') continue;
    const worlds = assignments(pack, dilemma, { facts: [...prerequisites(fact, pack)], fixed: used });
    // Parked: what is given says that the question does not arise.
    if (worlds.length === 0 || worlds.some((world) => isAsked(fact, world, pack)))
      used.set(fact.id, given.answer);
  }
  return assignments(pack, dilemma, { facts, fixed: used }).filter((world) =>
    [...pack.constraints.values()].every(({ never }) => !holds(never, world, pack)),
  );
}
