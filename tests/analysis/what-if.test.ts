import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waysToward } from '../../src/analysis/toward.ts';
import { whatChanges } from '../../src/analysis/what-if.ts';
import { assess, compile } from '../../src/engine/assess.ts';
import { knowledgeOf } from '../../src/engine/known.ts';
import { withAnswer } from '../../src/engine/nearest-change.ts';
import type { Dilemma } from '../../src/model/case-file.ts';
import type { ActionId } from '../../src/model/ids.ts';
import { type Pack, VERDICTS, type Verdict } from '../../src/model/pack.ts';
import { generated } from '../support/arbitrary.ts';
import { judge } from '../support/judge.ts';
import { always, SEED } from '../support/property.ts';
import { tinyDilemma } from '../support/tiny-dilemma.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';

const PACK: TinyPack = {
  facts: { x: 'yes-no', y: 'yes-no', z: { changeable: 'b' } },
  rules: {
    r1: { must: 'a', of: 'nonmaleficence', when: { x: 'yes' } },
    r2: { 'must-not': 'a', of: 'confidentiality', when: { y: 'yes' }, unless: { z: 'yes' } },
  },
  priorities: { p: 'r1 over r2' },
  safeguards: { s1: { must: 's', when: { yields: 'confidentiality' } } },
  steps: { tell: { on: { a: 'must' } } },
};

test('what other answers change: verdicts, steps and safeguards, and nothing that stays', () => {
  const before = judge(PACK, { facts: { x: 'no', y: 'yes', z: 'no' } }).assessment;
  const after = judge(PACK, { facts: { x: 'yes', y: 'yes', z: 'no' } }).assessment;
  expect(whatChanges(before, after)).toEqual({
    contradiction: [],
    actions: [
      { id: 'a', before: 'must-not', after: 'must' },
      { id: 's', before: 'silent', after: 'must' },
    ],
    steps: [{ id: 'tell', before: 'no', after: 'yes' }],
    safeguards: [{ id: 's', before: 'no', after: 'yes' }],
  });
  expect(whatChanges(after, after)).toEqual({ contradiction: [], actions: [], steps: [], safeguards: [] });
});

test('answers that cannot hold together are told, and nothing is compared', () => {
  const tiny = { ...PACK, constraints: { never: { x: 'yes', y: 'yes' } } };
  const before = judge(tiny, {}).assessment;
  const after = judge(tiny, { facts: { x: 'yes', y: 'yes' } }).assessment;
  expect(whatChanges(before, after)).toMatchObject({ contradiction: ['x', 'y'], actions: [] });
});

test('ways toward a verdict: what can be brought about first, none larger than it has to be', () => {
  const pack = tinyPack(PACK);
  const dilemma = tinyDilemma({ facts: { x: 'no', y: 'yes' } }, pack);
  const goal = { action: 'a' as ActionId, to: 'silent' as const };
  expect(waysToward(compile(pack), dilemma, goal)).toEqual({
    ...goal,
    now: 'depends',
    ways: [
      { kind: 'bring-about', set: { z: 'yes' } },
      { kind: 'given', set: { y: 'no' } },
    ],
    more: false,
  });
});

test('what is so already, and what nothing brings', () => {
  const pack = tinyPack(PACK);
  const dilemma = tinyDilemma({ facts: { x: 'yes' } }, pack);
  const toward = (to: Verdict) => waysToward(compile(pack), dilemma, { action: 'a' as ActionId, to });
  expect(toward('must')).toMatchObject({ now: 'must', ways: [], more: false });
  expect(toward('should')).toMatchObject({ now: 'must', ways: [], more: false });
});

/** Most random rules hang on one answer; this one takes two. */
const BOTH = { must: 'a', when: { all: [{ topic: 'secret' }, { topic: 'hurt' }] } };

describe(`ways toward a verdict, PROPERTY_SEED=${SEED}`, () => {
  test('are all the smallest changes of one or two answers, on random packs', { timeout: 120_000 }, () => {
    const seen = { one: 0, two: 0 };
    always(
      fc.tuple(generated(), fc.constantFrom(...VERDICTS, 'must')),
      80,
      ([{ tiny, dilemma: given }, to]) => {
        const pack = tinyPack({ ...tiny, rules: { ...tiny.rules, both: BOTH } });
        const dilemma = tinyDilemma(given, pack);
        fc.pre(!knowledgeOf(dilemma, compile(pack)).impossible);
        const { ways, more, now } = waysToward(compile(pack), dilemma, { action: 'a' as ActionId, to });
        fc.pre(!more && now !== to);
        const told = ways.map(({ set }) => written(Object.entries(set))).sort();
        expect(told).toEqual(smallest(pack, dilemma, to));
        for (const { set } of ways) seen[Object.keys(set).length === 1 ? 'one' : 'two'] += 1;
      },
    );
    for (const [size, count] of Object.entries(seen)) expect(count, size).toBeGreaterThan(3);
  });
});

function written(set: readonly (readonly string[])[]): string {
  return set
    .map((pair) => pair.join('='))
    .sort()
    .join(' ');
}

/** All smallest changes, by weighing every one of them. */
function smallest(pack: Pack, dilemma: Dilemma, to: Verdict): string[] {
  const compiled = compile(pack);
  const { values } = knowledgeOf(dilemma, compiled);
  const answers = [...compiled.variables.values()].flatMap(({ id, answers: all }) =>
    all.filter((answer) => values.get(id) !== answer).map((answer) => [id, answer] as const),
  );
  const gives = (set: readonly (readonly [string, string])[]): boolean => {
    const other = set.reduce((one, [id, answer]) => withAnswer(one, id as never, answer), dilemma);
    const used = knowledgeOf(other, compiled).values;
    const found = assess(compiled, other, { changes: false }).actions.find(({ id }) => id === 'a');
    return found?.verdict === to && set.every(([id, answer]) => used.get(id as never) === answer);
  };
  const single = answers.filter((one) => gives([one]));
  const left = answers.filter((one) => !single.includes(one));
  const pairs = left.flatMap((one, index) =>
    left
      .slice(index + 1)
      .filter(([id]) => id !== one[0])
      .map((other) => [one, other])
      .filter(gives),
  );
  return [...single.map((one) => [one]), ...pairs].map((set) => written(set)).sort();
}
