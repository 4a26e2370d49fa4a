import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Pack } from '../../src/model/pack.ts';
import { generated } from '../support/arbitrary.ts';
import { type Judged, judge } from '../support/judge.ts';
import { SEED } from '../support/property.ts';

/** Feature, and in at least how many of 1,000 random packs it must be met: what never occurs is never tested. */
const FEATURES: readonly { name: string; least: number; met: (judged: Judged) => boolean }[] = [
  { name: 'an exception', least: 300, met: ({ pack }) => rules(pack).some(({ unless }) => unless) },
  {
    name: 'a band',
    least: 50,
    met: ({ pack }) => conditions(pack).some((one) => one.kind === 'fact' && one.fact === 'age'),
  },
  {
    name: 'a concept in use',
    least: 100,
    met: ({ pack }) => conditions(pack).some(({ kind }) => kind === 'concept'),
  },
  {
    name: 'a topic in a condition',
    least: 200,
    met: ({ pack }) => conditions(pack).some(({ kind }) => kind === 'topic'),
  },
  { name: 'a priority between rules', least: 200, met: ({ pack }) => hasPriority(pack, 'rule') },
  { name: 'a priority of tags', least: 100, met: ({ pack }) => hasPriority(pack, 'tag') },
  { name: 'a priority of principles', least: 100, met: ({ pack }) => hasPriority(pack, 'principle') },
  {
    name: 'an exclusion',
    least: 300,
    met: ({ pack }) => [...pack.actions.values()].some(({ excludes }) => excludes.length),
  },
  { name: 'a constraint', least: 300, met: ({ pack }) => pack.constraints.size > 0 },
  { name: 'an absolute rule', least: 100, met: ({ pack }) => rules(pack).some(({ absolute }) => absolute) },
  { name: 'a safeguard', least: 300, met: ({ pack }) => rules(pack).some(({ safeguard }) => safeguard) },
  {
    name: 'a fact with asked-when',
    least: 200,
    met: ({ pack }) => [...pack.facts.values()].some(({ askedWhen }) => askedWhen),
  },
  {
    name: 'a fact of two topics',
    least: 200,
    met: ({ pack }) => [...pack.facts.values()].some(({ topics }) => topics.length > 1),
  },
  {
    name: 'topics that nobody was asked about',
    least: 200,
    met: ({ dilemma }) => dilemma.topics === undefined,
  },
  {
    name: 'an answer that is no value',
    least: 100,
    met: ({ dilemma }) => [...dilemma.facts.values()].some(({ kind }) => kind !== 'answer'),
  },
  {
    name: 'a parked answer',
    least: 30,
    met: ({ assessment }) => assessment.facts.some(({ from }) => from === 'parked'),
  },
  {
    name: 'a filled-in answer',
    least: 30,
    met: ({ assessment }) => assessment.facts.some(({ from }) => from === 'filled-in'),
  },
  { name: 'a contradiction', least: 10, met: ({ assessment }) => assessment.contradiction.length > 0 },
  {
    name: 'a verdict that depends',
    least: 100,
    met: ({ assessment }) => verdicts(assessment).includes('depends'),
  },
  {
    name: 'a contested verdict',
    least: 80,
    met: ({ assessment }) => verdicts(assessment).includes('contested'),
  },
  {
    name: 'a defeated rule',
    least: 100,
    met: ({ assessment }) =>
      assessment.actions.some((action) => action.rules.some(({ setAsideBy }) => setAsideBy.length)),
  },
  {
    name: 'an action put out',
    least: 50,
    met: ({ assessment }) => assessment.actions.some(({ through }) => through === 'not-together'),
  },
  {
    name: 'a dilemma of two actions',
    least: 20,
    met: ({ assessment }) => assessment.dilemmas.some(({ actions }) => actions.length > 1),
  },
  {
    name: 'a principle that yields',
    least: 50,
    met: ({ assessment }) => assessment.principles.some(({ status }) => status === 'yields'),
  },
  { name: 'a fault of the pack', least: 10, met: ({ assessment }) => assessment.packFaults.length > 0 },
];

const SAMPLES = fc
  .sample(generated({ cycles: true }), { seed: SEED, numRuns: 1000 })
  .map(({ tiny, dilemma }) => judge(tiny, dilemma));

test.each(FEATURES)(`random packs have $name often enough, PROPERTY_SEED=${SEED}`, ({ met, least }) => {
  expect(SAMPLES.filter(met).length).toBeGreaterThanOrEqual(least);
});

function rules(pack: Pack) {
  return [...pack.rules.values()];
}

function verdicts({ actions }: Assessment): string[] {
  return actions.map(({ verdict }) => verdict);
}

function hasPriority(pack: Pack, kind: string): boolean {
  return [...pack.priorities.values()].some(({ prefer, over }) => prefer.kind === kind && over.kind === kind);
}

function conditions(pack: Pack): Condition[] {
  const inside = (condition: Condition): Condition[] => [
    condition,
    ...(condition.kind === 'not' ? inside(condition.of) : []),
    ...(condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(inside) : []),
  ];
  return rules(pack).flatMap(({ when, unless }) => [when, unless].flatMap((one) => (one ? inside(one) : [])));
}
