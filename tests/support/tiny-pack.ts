import type { Condition } from '../../src/model/condition.ts';
import { PRINCIPLES } from '../../src/model/ids.ts';
import type {
  Action,
  Answer,
  Concept,
  Conduct,
  Constraint,
  DeclaredDilemma,
  Event,
  Fact,
  Group,
  Note,
  Pack,
  Piece,
  Principle,
  Priority,
  Role,
  Rule,
  Screen,
  Source,
  Step,
  Topic,
  Trigger,
} from '../../src/model/pack.ts';
import { SOURCE_KINDS } from '../../src/model/pack.ts';
import { listOf, type Names, readCondition, type TinyCondition } from './tiny-condition.ts';
import {
  type Built,
  cite,
  modalityOf,
  type NamedRule,
  priorityOf,
  ruleOf,
  spread,
  type With,
  words,
} from './tiny-rules.ts';
import type { Table, TinyAction, TinyFact, TinyPack, TinyPriority, TinyStep } from './tiny-types.ts';

/**
 * Builds a linked pack from a few lines. Nothing is checked that the loader would refuse on meaning (cycles,
 * colliding absolute rules), because evaluation must be total on such packs too; a name that does not exist throws.
 */
export function tinyPack(tiny: TinyPack): Pack {
  const facts = pieces<Fact, TinyFact>(tiny.facts, (fact) => factOf(fact));
  const names: Names = {
    facts: new Map(
      [...facts.values()].map(({ id, answers }) => [
        id,
        answers.map((answer) =>
          answer.band ? { id: answer.id, from: answer.band.from } : { id: answer.id },
        ),
      ]),
    ),
    topics: new Set(Object.keys(tiny.topics ?? {})),
    concepts: new Set(Object.keys(tiny.concepts ?? {})),
  };
  const condition = (written: TinyCondition): Condition => readCondition(written, names);
  const rules = { ...spread(tiny.rules, false), ...spread(tiny.safeguards, true) };
  return {
    ...HEAD,
    topics: pieces<Topic, 'plain' | 'safety'>(tiny.topics, (kind, id) => ({
      text: words(id),
      safety: kind === 'safety',
      ...(kind === 'safety' ? { screening: words(id) } : {}),
    })),
    facts: pieces<Fact, TinyFact>(tiny.facts, (fact, id) => ({
      ...factOf(fact),
      ask: words(id),
      ...askedWhen(fact, condition),
    })),
    screens: pieces<Screen, readonly string[]>(tiny.screens, (facts, id) => ({
      ask: words(id),
      facts: facts as Screen['facts'],
    })),
    concepts: pieces<Concept, TinyCondition>(tiny.concepts, (when) => ({ when: condition(when) })),
    constraints: pieces<Constraint, TinyCondition>(tiny.constraints, (never, id) => ({
      never: condition(never),
      because: words(id),
    })),
    principles: pieces<Principle, string>(Object.fromEntries(PRINCIPLES.map((id) => [id, id])), (id) => ({
      name: words(id),
      statement: words(id),
      sources: [cite('ethics')],
    })),
    groups: pieces<Group, string>(Object.fromEntries(groupsOf(tiny).map((id) => [id, id])), (id) => ({
      text: words(id),
    })),
    actions: pieces<Action, TinyAction>(actionsOf(tiny, rules), actionOf),
    rules: pieces<Rule, NamedRule>(rules, (rule, id) => ruleOf({ id, rule, condition })),
    priorities: pieces<Priority, TinyPriority>(tiny.priorities, (priority, id) =>
      priorityOf({ id, priority, condition }),
    ),
    roles: pieces<Role, TinyCondition | null>(tiny.roles ?? { someone: null }, (reachable, id) => ({
      text: words(id),
      contacts: [],
      ...(reachable === null ? {} : { reachableWhen: condition(reachable) }),
    })),
    steps: pieces<Step, TinyStep>(tiny.steps, (step, id) => stepOf({ id, step, condition })),
    dilemmas: pieces<DeclaredDilemma, readonly string[]>(tiny.dilemmas, (actions, id) => ({
      actions: actions as readonly Action['id'][],
      because: words(id),
      source: cite('ethics'),
    })),
    notes: pieces<Note, TinyCondition | null>(tiny.notes, (when, id) => ({
      text: words(id),
      sources: [],
      ...(when === null ? {} : { when: condition(when) }),
    })),
    conduct: pieces<Conduct, string>(
      Object.fromEntries((tiny.conduct ?? []).map((id) => [id, id])),
      (id) => ({
        text: words(id),
        sources: [],
      }),
    ),
  };
}

const HEAD = {
  id: 'tiny' as Pack['id'],
  version: '1.0.0',
  digest: 'sha256-tiny',
  title: words('tiny'),
  languages: ['id', 'en'],
  jurisdiction: 'international',
  placeName: words('nowhere'),
  licence: 'CC0-1.0',
  reviewed: 'not-yet',
  chain: [{ id: 'tiny' as Pack['id'], version: '1.0.0' }],
  changes: [],
  contacts: new Map(),
  panel: { contacts: [] },
  properties: new Map(),
  events: pieces<Event, 0>({ 'learning-of-it': 0 }, (_, id) => ({
    text: words(id),
  })),
  sources: pieces<Source, (typeof SOURCE_KINDS)[number]>(
    Object.fromEntries(SOURCE_KINDS.map((kind) => [kind, kind])),
    (kind) => ({
      kind,
      title: words(kind),
      jurisdiction: 'international',
      checked: { how: 'text-seen' as const, on: '2026-11' },
      places: new Map(),
    }),
  ),
} as const;

function pieces<P extends Piece<string>, T>(
  table: Table<T> | undefined,
  build: (value: T, id: string) => Built<P>,
): ReadonlyMap<P['id'], P> {
  return new Map(
    Object.entries(table ?? {}).map(([id, value], index) => [
      id,
      {
        id,
        pack: 'tiny',
        place: { file: 'tiny.yaml', line: index + 1, column: 1 },
        ...build(value, id),
      } as P,
    ]),
  );
}

function factOf(fact: TinyFact): Built<Fact> {
  const more =
    typeof fact === 'object' && !Array.isArray(fact)
      ? (fact as Exclude<TinyFact, string | readonly string[]>)
      : {};
  const listed = typeof fact === 'string' || Array.isArray(fact) ? fact : (more.answers ?? 'yes-no');
  const answers = more.bands
    ? bandsOf(more.bands)
    : (listed === 'yes-no' ? ['yes', 'no'] : (listed as string[])).map(answerOf);
  const asIf = more['act-as-if'];
  return {
    stage: 'people',
    ask: words('ask'),
    answers,
    topics: listOf(more.topic) as Fact['topics'],
    pressure: more.pressure === 'yes',
    ...(more.changeable ? { changeableBy: more.changeable as Action['id'] } : {}),
    ...(asIf
      ? { whileUnknown: { actAsIf: asIf as Answer['id'], because: words('as if'), source: cite('ethics') } }
      : {}),
  };
}

function askedWhen(
  fact: TinyFact,
  condition: (written: TinyCondition) => Condition,
): { askedWhen?: Condition } {
  const when = typeof fact === 'object' && 'asked-when' in fact ? fact['asked-when'] : undefined;
  return when === undefined ? {} : { askedWhen: condition(when) };
}

function answerOf(id: string): Answer {
  return { id: id as Answer['id'], text: words(id) };
}

function bandsOf(bands: Readonly<Record<string, number | 'end'>>): Answer[] {
  let from = 0;
  return Object.entries(bands).map(([id, edge]) => {
    const below = edge === 'end' ? Number.POSITIVE_INFINITY : edge;
    const answer = { ...answerOf(id), band: { from, below } };
    from = below;
    return answer;
  });
}

function actionsOf(tiny: TinyPack, rules: Table<NamedRule>): Table<TinyAction> {
  const listed = Array.isArray(tiny.actions)
    ? Object.fromEntries(tiny.actions.map((id: string) => [id, {}]))
    : ((tiny.actions ?? {}) as Table<TinyAction | null>);
  const named = Object.values(rules).map((rule) => [String(rule[modalityOf(rule)]), {}] as const);
  const all: Table<TinyAction | null> = { ...Object.fromEntries(named), ...listed };
  // As the loader does: what one action excludes excludes it too.
  return Object.fromEntries(
    Object.entries(all).map(([id, action]) => {
      const back = Object.keys(all).filter((other) => all[other]?.excludes?.includes(id));
      return [id, { ...action, excludes: [...new Set([...(action?.excludes ?? []), ...back])] }];
    }),
  );
}

function groupsOf(tiny: TinyPack): string[] {
  const actions = Array.isArray(tiny.actions) ? [] : Object.values(tiny.actions ?? {});
  return [...new Set(actions.flatMap((action) => (action as TinyAction | null)?.groups ?? []))];
}

function actionOf(action: TinyAction, id: string): Built<Action> {
  const { coerces, ...rest } = action;
  return {
    text: words(id),
    kind: 'help',
    phase: 'today',
    discloses: 'none',
    coerces: coerces === 'yes',
    groups: [],
    after: [],
    about: [],
    excludes: [],
    entails: [],
    ...(rest as object),
  };
}

function stepOf({ id, step, condition }: With & { step: TinyStep }): Built<Step> {
  const triggers: Trigger[] = [];
  if (step.when !== undefined) triggers.push({ kind: 'when', when: condition(step.when) });
  for (const [action, verdicts] of Object.entries(step.on ?? {})) {
    triggers.push({
      kind: 'on',
      action: action as Action['id'],
      verdicts: listOf(verdicts) as Rule['modality'][],
    });
  }
  if (step.dilemma) triggers.push({ kind: 'dilemma', dilemma: step.dilemma as 'any' });
  if (step.parting) triggers.push({ kind: 'parting' });
  return {
    text: words(id),
    to: (step.to ?? 'someone') as Step['to'],
    triggers,
    phase: step.phase ?? 'today',
    within: step.within ?? 'PT24H',
    from: 'learning-of-it' as Step['from'],
    tell: words(id),
    discloses: step.discloses ?? 'none',
    coerces: step.coerces === 'yes',
    needs: step.needs ?? 'nothing',
    contacts: [],
    fallback: (step.fallback ?? []) as Step['fallback'],
    because: words(id),
    source: cite('ethics'),
  };
}
