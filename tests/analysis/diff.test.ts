import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPacks } from '../../src/analysis/diff/diff-packs.ts';
import { impactOn } from '../../src/analysis/impact.ts';
import { mutantsOf } from '../../src/analysis/mutation/mutants.ts';
import { NOTHING_KNOWN } from '../../src/analysis/whole.ts';
import { compile } from '../../src/engine/assess.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { ActionDiff } from '../../src/model/pack-diff.ts';
import { generated } from '../support/arbitrary.ts';
import { read } from '../support/brute.ts';
import { completions, type World } from '../support/brute-worlds.ts';
import { always, SEED } from '../support/property.ts';
import { tinyDilemma } from '../support/tiny-dilemma.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';
import { shortly } from './checked.ts';

const OLD: TinyPack = {
  facts: { x: 'yes-no', y: 'yes-no' },
  rules: {
    r1: { must: 'a', of: 'nonmaleficence', when: { x: 'yes' } },
    r2: { should: 'b', of: 'autonomy', when: { y: 'yes' } },
  },
};

/** What is told of the actions that are not the same, in short. */
function told(first: TinyPack, second: TinyPack): Record<string, unknown> {
  const { actions } = diffPacks(tinyPack(first), tinyPack(second));
  return Object.fromEntries(
    actions
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ action, outcome, changes }: ActionDiff) => [
        action,
        outcome === 'differs'
          ? changes.map(({ before, after, second: witness, onlyOne }) => [
              before.join('|'),
              after.join('|'),
              shortly(witness).join(' '),
              ...onlyOne,
            ])
          : outcome,
      ]),
  );
}

describe('what two packs decide otherwise', () => {
  test('the same rules, said in another way: proved to be no difference', () => {
    const other: TinyPack = {
      ...OLD,
      rules: {
        ...OLD.rules,
        r1: { must: 'a', of: 'nonmaleficence', when: { x: 'yes', y: 'yes' } },
        r3: { must: 'a', of: 'nonmaleficence', when: { x: 'yes', y: 'no' } },
      },
    };
    expect(told(OLD, other)).toEqual({});
  });

  test('a grade, in the simplest dilemma', () => {
    const other = { ...OLD, rules: { ...OLD.rules, r1: { should: 'a', when: { x: 'yes' } } } };
    expect(told(OLD, other)).toEqual({ a: [['must', 'should', 'x=yes']] });
  });

  test('a question that only one of them asks is told as such', () => {
    const other: TinyPack = {
      ...OLD,
      facts: { ...OLD.facts, z: 'yes-no' },
      rules: { ...OLD.rules, r3: { must: 'b', when: { z: 'yes' } } },
    };
    expect(told(OLD, other)).toEqual({
      b: [
        ['should', 'must', 'y=yes z=yes', 'z=yes'],
        ['silent', 'must', 'y=no z=yes', 'z=yes'],
      ],
    });
  });

  test('a question that arises in other dilemmas', () => {
    const facts = { x: 'yes-no', y: { 'asked-when': { x: 'yes' } } } as const;
    expect(told({ ...OLD, facts: { x: 'yes-no', y: 'yes-no' } }, { ...OLD, facts })).toEqual({
      b: [['should', 'silent', 'x=no y=yes']],
    });
  });

  test('a safeguard that is owed after a departure only', () => {
    const safe = (grade: 'must' | 'should'): TinyPack => ({
      ...OLD,
      safeguards: { s: { [grade]: 'c', when: { departs: { must: 'a' } } } },
    });
    const { actions } = diffPacks(tinyPack(safe('must')), tinyPack(safe('should')));
    const [change] = actions.find(({ action }) => action === 'c')?.changes ?? [];
    expect(change).toMatchObject({ before: ['must'], after: ['should'] });
    expect([...(change?.first.decided ?? [])]).toEqual([['a', 'do-not']]);
  });

  test('a safeguard whose principle no longer yields', () => {
    const first: TinyPack = {
      ...OLD,
      rules: { ...OLD.rules, r3: { 'should-not': 'a', of: 'autonomy', when: { y: 'yes' } } },
      safeguards: { s: { must: 'c', when: { yields: 'autonomy' } } },
    };
    const second = {
      ...first,
      rules: { ...first.rules, r3: { ...(first.rules?.['r3'] as object), of: 'justice' } },
    } as TinyPack;
    expect(told(first, second)).toEqual({ c: [['must', 'silent', 'x=yes y=yes']] });
  });

  test('a budget that runs out is told as not proved', () => {
    const pairs = Array.from({ length: 12 }, (_, index) => [`p${index}`, `q${index}`] as const);
    const facts = Object.fromEntries(pairs.map((pair) => pair.map((name) => [name, 'yes-no'])).flat());
    const rule = (extra: object) => ({
      must: 'a',
      when: { any: [...pairs.map(([p]) => ({ [p]: 'yes', [p.replace('p', 'q')]: 'yes' })), extra] },
    });
    const first = tinyPack({ facts, rules: { r: rule({ p0: 'yes', q1: 'yes' }) } });
    const second = tinyPack({ facts, rules: { r: rule({ p0: 'yes', q2: 'yes' }) } });
    expect(diffPacks(first, second, { most: 40 }).actions).toMatchObject([{ outcome: 'not-proved' }]);
  });

  test('pieces that only one has, and pieces that say something else', () => {
    const other: TinyPack = { ...OLD, rules: { r1: { should: 'a' }, r9: { may: 'b' } } };
    const { sections } = diffPacks(tinyPack(OLD), tinyPack(other));
    expect(sections.find(({ section }) => section === 'rules')).toEqual({
      section: 'rules',
      onlyFirst: ['r2'],
      onlySecond: ['r9'],
      changed: ['r1'],
    });
  });
});

describe(`against every world, PROPERTY_SEED=${SEED}`, () => {
  test('a difference is found exactly where some world has one', { timeout: 60_000 }, () => {
    const seen = { differs: 0, same: 0 };
    always(fc.tuple(generated(), fc.nat()), 60, ([{ tiny }, draw]) => {
      const pack = tinyPack(tiny);
      const mutants = mutantsOf(pack).filter(({ kind }) => kind !== 'safeguard');
      const mutant = mutants[draw % mutants.length];
      const worlds = completions(pack, NOTHING_KNOWN);
      fc.pre(mutant !== undefined && worlds.length > 0 && worlds.length <= 200);
      const other = (mutant as { apply: (one: Pack) => Pack }).apply(pack);
      for (const { action, outcome } of diffPacks(pack, other).actions) {
        if (compile(pack).componentOf.get(action)?.round !== 1) continue;
        const verdict = (one: Pack, world: World) => read(one, world).verdicts.get(action)?.verdict;
        const differs = worlds.some((world) => verdict(pack, world) !== verdict(other, world));
        expect(outcome, action).toBe(differs ? 'differs' : 'same');
        seen[differs ? 'differs' : 'same'] += 1;
      }
    });
    for (const [outcome, count] of Object.entries(seen)) expect(count, outcome).toBeGreaterThan(20);
  });
});

test('what becomes of a past dilemma: verdicts, and answers that have no place any more', () => {
  const first = compile(tinyPack(OLD));
  const second = compile(
    tinyPack({ facts: { x: 'yes-no' }, rules: { r1: { should: 'a', when: { x: 'yes' } } } }),
  );
  const dilemma = tinyDilemma({ facts: { x: 'yes', y: 'yes' } }, first.pack);
  expect(impactOn(dilemma, first, second)).toMatchObject({
    changed: true,
    refusedBefore: false,
    leftOut: ['y'],
    changes: {
      actions: [
        { id: 'a', before: 'must', after: 'should' },
        { id: 'b', before: 'should', after: 'silent' },
      ],
    },
  });
  expect(impactOn(dilemma, first, first)).toMatchObject({ changed: false, leftOut: [] });
});

test('a past dilemma whose answers either version refuses', () => {
  const strict = compile(tinyPack({ ...OLD, constraints: { never: { x: 'yes', y: 'yes' } } }));
  const free = compile(tinyPack(OLD));
  const dilemma = tinyDilemma({ facts: { x: 'yes', y: 'yes' } }, free.pack);
  expect(impactOn(dilemma, free, strict)).toMatchObject({
    changed: true,
    changes: { contradiction: ['x', 'y'] },
  });
  expect(impactOn(dilemma, strict, free)).toMatchObject({ changed: false, refusedBefore: true });
});
