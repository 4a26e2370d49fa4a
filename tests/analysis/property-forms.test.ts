import { expect, test } from 'vitest';
import { checkPack } from '../../src/analysis/check-pack.ts';
import type { ActionId, FactId, PackId } from '../../src/model/ids.ts';
import type { Pack, Property } from '../../src/model/pack.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';
import { shortly } from './checked.ts';

const TINY: TinyPack = {
  facts: { x: 'yes-no', y: 'yes-no', plea: { pressure: 'yes' } },
  rules: {
    r1: { must: 'a', of: 'nonmaleficence', when: { x: 'yes' } },
    r2: { should: 'b', of: 'autonomy', when: { plea: 'yes' } },
    r3: { must: 'c', of: 'confidentiality', when: { x: 'yes', y: 'yes' } },
  },
};

/** What a check says of one property: proved, or what it found, about what, and where. */
function outcome(tiny: TinyPack, property: Partial<Property>, below?: TinyPack): string {
  const pack = tinyPack(tiny);
  const place = { file: 'properties.yaml', line: 1, column: 1 };
  const whole: Pack = {
    ...pack,
    properties: new Map([['p', { id: 'p', pack: pack.id, place, ...property }]]),
  };
  const packs = below && new Map([['below' as PackId, tinyPack(below)]]);
  const { proved, findings } = checkPack(whole, packs ? { below: packs } : {});
  if (proved.includes('p')) return 'proved';
  const found = findings.find(({ about }) => about[0] === 'p');
  return [
    found?.kind,
    ...(found?.about.slice(1) ?? []),
    ...(found?.witness ? shortly(found.witness) : []),
  ].join(' ');
}

const wheneverVerdict = { a: 'must' } as const;

test('whenever an action has a verdict: proved, refuted in the simplest dilemma, or empty', () => {
  expect(outcome(TINY, { wheneverVerdict, then: { 'not-verdict': { a: 'should' } } })).toBe('proved');
  expect(outcome(TINY, { wheneverVerdict, then: { verdict: { c: 'must' } } })).toBe(
    'property-fails x=yes y=no',
  );
  const never = { wheneverVerdict: { a: 'may' }, then: { verdict: { c: 'must' } } } as const;
  expect(outcome(TINY, never)).toBe('property-empty');
});

test('a fact with which advice may come and go, and no duty', () => {
  expect(outcome(TINY, { noDutyMovedBy: 'plea' as FactId })).toBe('proved');
  expect(outcome(TINY, { unmovedBy: 'plea' as FactId })).toMatch(/^property-fails b/);
  expect(outcome(TINY, { noDutyMovedBy: 'x' as FactId })).toMatch(/^property-fails a/);
  expect(outcome(TINY, { noDutyMovedBy: 'x' as FactId, on: ['b' as ActionId] })).toBe('proved');
});

test('an overlay that is nowhere weaker than the pack below, and one that is', () => {
  const property = { nowhereWeakerThan: 'below' as PackId, on: ['a', 'b'] as ActionId[] };
  const more: TinyPack = { ...TINY, rules: { ...TINY.rules, r4: { must: 'b' } } };
  expect(outcome(more, property, TINY)).toBe('proved');
  const less: TinyPack = { ...TINY, rules: { ...TINY.rules, r1: { should: 'a', when: { x: 'yes' } } } };
  expect(outcome(less, property, TINY)).toBe('property-fails a x=yes');
  expect(outcome(TINY, property)).toBe('not-proved');
});

test('what holds of a safeguard whatever yields is proved of its own rules alone', () => {
  // Too little to follow what yields; enough to see that the ordinary rule on it always asks.
  const pairs = Array.from({ length: 10 }, (_, index) => [`p${index}`, `q${index}`] as const);
  const tiny: TinyPack = {
    facts: Object.fromEntries([
      ['x', 'yes-no'],
      ...pairs.flatMap((pair) => pair.map((name) => [name, 'yes-no'])),
    ]),
    rules: {
      r1: {
        must: 'a',
        of: 'nonmaleficence',
        when: { any: pairs.map(([p, q]) => ({ [p]: 'yes', [q]: 'yes' })) },
      },
      r2: {
        'should-not': 'a',
        of: 'confidentiality',
        when: { any: pairs.map(([p, q]) => ({ [p]: 'no', [q]: 'yes' })) },
      },
      r3: { must: 's', of: 'confidentiality', when: { x: 'yes' } },
    },
    safeguards: { s1: { must: 's', of: 'confidentiality', when: { yields: 'confidentiality' } } },
  };
  const pack = tinyPack(tiny);
  const property: Property = {
    id: 'p',
    pack: pack.id,
    place: { file: 'properties.yaml', line: 1, column: 1 },
    whenever: { kind: 'fact', fact: 'x' as FactId, answers: ['yes' as never] },
    then: { owed: 's' },
  };
  const { proved, findings } = checkPack({ ...pack, properties: new Map([['p', property]]) }, { most: 300 });
  expect(proved).toEqual(['p']);
  expect(findings.map(({ kind }) => kind)).toContain('not-proved');
});
