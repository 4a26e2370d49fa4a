import fc from 'fast-check';
import { PRINCIPLES } from '../../src/model/ids.ts';
import { MODALITIES, type Modality } from '../../src/model/pack.ts';
import type { TinyCondition } from './tiny-condition.ts';
import type { TinyDilemma } from './tiny-dilemma.ts';
import type { TinyAction, TinyFact, TinyPack, TinyPriority, TinyRule } from './tiny-types.ts';

/** A random pack with a dilemma that it can judge. */
export interface Generated {
  readonly tiny: TinyPack;
  readonly dilemma: TinyDilemma;
}

/** A rule before its action has a name; anything that is undefined is left out. */
interface RuleChoices extends Pick<Exclude<TinyRule, string>, 'of' | 'when' | 'unless' | 'tags' | 'source'> {
  readonly modality: Modality;
  readonly action?: number;
  readonly absolute?: boolean;
}

interface PriorityChoices {
  readonly prefer: readonly [string, number];
  readonly over: readonly [string, number];
  readonly when?: TinyCondition | undefined;
}

interface PackChoices {
  readonly size: number;
  readonly excludes: readonly (readonly [string, string])[];
  readonly rules: readonly RuleChoices[];
  readonly safeguards: readonly RuleChoices[];
  readonly priorities: readonly PriorityChoices[];
  readonly concept: TinyCondition;
  readonly constraints: readonly TinyCondition[];
}

const ACTIONS = ['a', 'b', 'c', 'd'] as const;
const TAGS = ['one', 'two'] as const;
/** Answers by fact. z has a precaution; `late` is asked when x is yes; `hidden` and `shared` belong to topics. */
const ANSWERS = {
  x: ['yes', 'no'],
  y: ['yes', 'no'],
  z: ['low', 'middle', 'high'],
  age: ['child', 'adult', 'older'],
  late: ['yes', 'no'],
  hidden: ['yes', 'no'],
  shared: ['left', 'right'],
} as const;
type FactName = keyof typeof ANSWERS;
const FACTS: Readonly<Record<FactName, TinyFact>> = {
  x: 'yes-no',
  y: 'yes-no',
  z: { answers: ANSWERS.z, 'act-as-if': 'high' },
  age: { bands: { child: 18, adult: 60, older: 'end' } },
  late: { 'asked-when': { x: 'yes' } },
  hidden: { topic: 'secret' },
  shared: { answers: ANSWERS.shared, topic: ['secret', 'hurt'] },
};
const EDGES = [18, 60];

/** Which parts of the format a pack may use; a law that holds without one of them leaves it out. */
export interface Features {
  readonly may?: boolean;
  readonly priorities?: boolean;
  readonly excludes?: boolean;
  readonly safeguards?: boolean;
  /** Also cycles among priorities. Without it a priority always points from an earlier rule or tag to a later one. */
  readonly cycles?: boolean;
}

/** Random packs of one to four actions, and a dilemma for each. */
export function generated(features: Features = {}): fc.Arbitrary<Generated> {
  const optional = <T>(on: boolean | undefined, arbitrary: fc.Arbitrary<T>, none: T): fc.Arbitrary<T> =>
    on === false ? fc.constant(none) : arbitrary;
  return factNames().chain((facts) => {
    const when = conditions(facts);
    return fc
      .record({
        size: fc.integer({ min: 1, max: 4 }),
        excludes: optional(features.excludes, fc.subarray(PAIRS), []),
        rules: fc.array(rule(when, features.may !== false), { minLength: 2, maxLength: 8, size: 'max' }),
        safeguards: optional(features.safeguards, fc.array(safeguard(when), { maxLength: 2 }), []),
        priorities: optional(
          features.priorities,
          fc.array(priority(when), { maxLength: features.cycles ? 7 : 4, size: 'max' }),
          [],
        ),
        concept: when,
        constraints: fc.array(combination(facts), { maxLength: 2 }),
        dilemma: dilemmaOf(facts),
      })
      .map(({ dilemma, ...choices }) => ({ tiny: assemble(facts, choices, features), dilemma }));
  });
}

const PAIRS = ACTIONS.flatMap((one, index) => ACTIONS.slice(index + 1).map((other) => [one, other] as const));

function factNames(): fc.Arbitrary<FactName[]> {
  return fc
    .subarray(Object.keys(ANSWERS) as FactName[], { minLength: 1, maxLength: 5 })
    .map((facts) => (facts.includes('late') && !facts.includes('x') ? ['x', ...facts] : facts));
}

function literal(facts: readonly FactName[]): fc.Arbitrary<TinyCondition> {
  const fact = fc
    .constantFrom(...facts)
    .chain((name) =>
      name === 'age'
        ? age()
        : fc.subarray([...ANSWERS[name]], { minLength: 1 }).map((some) => ({ [name]: some })),
    );
  const topic = fc.constantFrom({ topic: 'secret' }, { topic: 'hurt' });
  return fc.oneof({ weight: 8, arbitrary: fact }, { weight: 1, arbitrary: topic });
}

function age(): fc.Arbitrary<TinyCondition> {
  return fc
    .tuple(fc.constantFrom('below', 'at-least'), fc.constantFrom(...EDGES))
    .map(([key, edge]) => ({ age: { [key]: edge } }));
}

function conjunction(facts: readonly FactName[]): fc.Arbitrary<TinyCondition> {
  return fc.array(literal(facts), { minLength: 2, maxLength: 3 }).map((all) => ({ all }));
}

/** One answer to each of two or three facts (or to one twice): what a constraint refuses, and never a whole domain. */
function combination(facts: readonly FactName[]): fc.Arbitrary<TinyCondition> {
  const answer = fc
    .constantFrom(...facts)
    .chain((name) => fc.constantFrom(...ANSWERS[name]).map((one) => ({ [name]: one })));
  return fc.array(answer, { minLength: 2, maxLength: 3 }).map((all) => ({ all }));
}

function conditions(facts: readonly FactName[]): fc.Arbitrary<TinyCondition> {
  const plain = literal(facts);
  return fc.oneof(
    { weight: 5, arbitrary: plain },
    { weight: 2, arbitrary: fc.array(plain, { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 2, arbitrary: conjunction(facts) },
    { weight: 2, arbitrary: plain.map((not) => ({ not })) },
    { weight: 1, arbitrary: fc.constant('named') },
  );
}

function rule(when: fc.Arbitrary<TinyCondition>, may: boolean): fc.Arbitrary<RuleChoices> {
  return fc.record({
    modality: fc.constantFrom(...MODALITIES.filter((modality) => may || modality !== 'may')),
    action: fc.nat(3),
    of: fc.constantFrom(...PRINCIPLES.slice(0, 3)),
    when: fc.option(when, { nil: undefined, freq: 2 }),
    unless: fc.option(when, { nil: undefined, freq: 1 }),
    tags: fc.subarray([...TAGS]),
    absolute: fc.nat(15).map((chance) => chance === 0),
    source: fc.constantFrom('law', 'code', 'ethics'),
  });
}

function safeguard(when: fc.Arbitrary<TinyCondition>): fc.Arbitrary<RuleChoices> {
  return fc.record({
    modality: fc.constantFrom<Modality[]>('must', 'should', 'must-not'),
    of: fc.constantFrom(...PRINCIPLES.slice(0, 3)),
    when: fc.constantFrom(...PRINCIPLES.slice(0, 3)).map((yields) => ({ yields })),
    unless: fc.option(when, { nil: undefined, freq: 3 }),
    tags: fc.constant([]),
  });
}

function priority(when: fc.Arbitrary<TinyCondition>): fc.Arbitrary<PriorityChoices> {
  const kinds = fc.oneof(
    { weight: 4, arbitrary: fc.constant(['rule', 'rule']) },
    { weight: 2, arbitrary: fc.constant(['tag', 'tag']) },
    { weight: 2, arbitrary: fc.constant(['principle', 'principle']) },
    { weight: 1, arbitrary: fc.constantFrom(['rule', 'principle'], ['tag', 'rule'], ['principle', 'tag']) },
  );
  return fc
    .record({
      kinds,
      first: fc.nat(7),
      second: fc.nat(7),
      when: fc.option(when, { nil: undefined, freq: 1 }),
    })
    .map(
      ({ kinds: [prefer = 'rule', over = 'rule'], first, second, when: holds }): PriorityChoices => ({
        prefer: [prefer, first],
        over: [over, second],
        when: holds,
      }),
    );
}

/** The answer ids of some facts, and the four answers that are no values, marks and screening. */
function dilemmaOf(facts: readonly FactName[]): fc.Arbitrary<TinyDilemma> {
  const answer = (fact: FactName): fc.Arbitrary<string | { 'find-out': string }> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ANSWERS[fact]) },
      { weight: 1, arbitrary: fc.constantFrom('unknown', 'withheld', { 'find-out': '2026-12-01' }) },
    );
  return fc
    .record({
      facts: fc.record(Object.fromEntries(facts.map((fact) => [fact, answer(fact)])), { requiredKeys: [] }),
      topics: fc.option(fc.subarray(['secret', 'hurt']), { nil: undefined, freq: 2 }),
      screened: fc.option(fc.constantFrom('yes' as const, 'no' as const), { nil: undefined, freq: 3 }),
    })
    .map(({ facts: given, topics, screened }) => ({
      facts: given as TinyDilemma['facts'] & object,
      ...(topics ? { topics } : {}),
      ...(screened ? { screened: { hurt: screened } } : {}),
    }));
}

function assemble(facts: readonly FactName[], choices: PackChoices, features: Features): TinyPack {
  const { size, excludes, rules, safeguards, priorities, concept, constraints } = choices;
  const actions: readonly string[] = ACTIONS.slice(0, size);
  const written = rules.map(
    (one, index) => [`r${index}`, ruleOf(one, String(actions[Number(one.action) % size]))] as const,
  );
  return {
    topics: { secret: 'plain', hurt: 'safety' },
    facts: Object.fromEntries(facts.map((fact) => [fact, FACTS[fact]])),
    concepts: { named: concept === 'named' ? { topic: 'hurt' } : concept },
    constraints: Object.fromEntries(constraints.map((never, index) => [`never-${index}`, never])),
    actions: Object.fromEntries([
      ...actions.map((action): [string, TinyAction] => [
        action,
        {
          excludes: excludes
            .filter(([one, other]) => one === action && actions.includes(other))
            .map(([, other]) => other),
        },
      ]),
      ...safeguards.map((_, index): [string, TinyAction] => [
        `s${index}`,
        index === 0 ? {} : { excludes: ['s0'] },
      ]),
    ]),
    rules: Object.fromEntries(written),
    safeguards: Object.fromEntries(
      safeguards.map((one, index) => [`owed-${index}`, ruleOf(one, `s${index}`)]),
    ),
    priorities: prioritiesOf(priorities, written, features.cycles === true),
  };
}

function ruleOf(choices: RuleChoices, target: string): TinyRule {
  const { modality, absolute, of, when, unless, tags, source } = choices;
  const isAbsolute = absolute === true && modality.startsWith('must');
  return {
    of,
    when,
    unless,
    tags,
    source,
    [modality]: target,
    ...(isAbsolute ? { absolute: 'yes' } : {}),
  };
}

function prioritiesOf(
  choices: readonly PriorityChoices[],
  rules: readonly (readonly [string, TinyRule])[],
  cycles: boolean,
): Record<string, TinyPriority> {
  const end = ([kind, at]: readonly [string, number]): { text: string; order: number } => {
    if (kind === 'tag') return { text: `tag:${TAGS[at % 2]}`, order: at % 2 };
    if (kind === 'principle') return { text: `principle:${PRINCIPLES[at % 3]}`, order: at % 3 };
    return { text: rules[at % rules.length]?.[0] ?? '', order: at % rules.length };
  };
  const isAbsolute = (text: string): boolean =>
    rules.some(([id, one]) => id === text && typeof one === 'object' && one.absolute === 'yes');
  return Object.fromEntries(
    choices.flatMap((choice, index) => {
      const [prefer, over] = [end(choice.prefer), end(choice.over)];
      const sameKind = choice.prefer[0] === choice.over[0];
      const refused = prefer.text === over.text || isAbsolute(over.text);
      if (refused || (!cycles && sameKind && prefer.order > over.order)) return [];
      const { when } = choice;
      return [
        [`p${index}`, { prefer: prefer.text, over: over.text, ...(when === undefined ? {} : { when }) }],
      ];
    }),
  );
}
