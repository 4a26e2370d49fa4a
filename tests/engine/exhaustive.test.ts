import { expect, test } from 'vitest';
import { MODALITIES, type Modality } from '../../src/model/pack.ts';
import { read } from '../support/brute.ts';
import { judge, verdictSets } from '../support/judge.ts';
import { outcome } from '../support/terse.ts';
import { provable, SAID } from '../support/textbook.ts';
import type { TinyPack, TinyRule } from '../support/tiny-types.ts';

/** Nothing is asked in these packs: there is one world. */
const WORLD = { topics: new Set<string>(), facts: new Map<string, string>() };

test('every pack of up to four rules over two actions that exclude each other, grades only', () => {
  const kinds = ['a', 'b'].flatMap((action) =>
    MODALITIES.map((modality): TinyRule => ({ [modality]: action })),
  );
  const packs = upTo(4, kinds).map((rules) => ({
    actions: { a: { excludes: ['b'] }, b: {} },
    rules: Object.fromEntries(rules.map((rule, index) => [`r${index}`, rule])),
  }));
  expect(packs).toHaveLength(1000);
  for (const tiny of packs) agrees(tiny);
});

test('every pack of up to four rules on one action, with every choice of priorities, cycles included', () => {
  const packs = upTo(4, MODALITIES).flatMap(withPriorities);
  expect(packs).toHaveLength(2577);
  for (const tiny of packs) agrees(tiny);
});

test('each of them without a cycle says what the textbook proves', () => {
  const packs = upTo(4, MODALITIES).flatMap(withPriorities);
  let compared = 0;
  for (const tiny of packs) {
    const { assessment } = judge(tiny, {});
    if (assessment.packFaults.length > 0) continue;
    const ranked = Object.values(tiny.priorities ?? {}).map((one) => (one as string).split(' over '));
    const rules = Object.entries(tiny.rules ?? {}).map(([id, rule]) => ({
      modality: (rule as string).split(' ')[0] as Modality,
      over: ranked.flatMap(([prefer, over]) => (prefer === id ? [Number(over?.slice(1))] : [])),
    }));
    const { verdict } = assessment.actions[0] ?? { verdict: 'silent' };
    expect({ tiny, told: SAID[verdict] }).toEqual({ tiny, told: provable(rules) });
    compared += 1;
  }
  console.log(
    `compared with the textbook: ${compared} packs of one action, ${packs.length - compared} cyclic ones left out`,
  );
  expect(compared).toBeGreaterThan(2000);
});

function agrees(tiny: TinyPack): void {
  const { pack, assessment } = judge(tiny, {});
  const { verdicts, fault } = read(pack, WORLD);
  const words = Object.fromEntries([...verdicts].map(([id, told]) => [id, [outcome(told)]]));
  expect({ tiny, words: verdictSets(assessment) }).toEqual({ tiny, words });
  expect(assessment.packFaults.length > 0).toBe(fault);
}

/** Every choice of one to `most` of these, the same one any number of times, order aside. */
function upTo<T>(most: number, of: readonly T[]): T[][] {
  const choose = (count: number, from: number): T[][] =>
    count === 0
      ? [[]]
      : of.slice(from).flatMap((one, index) => choose(count - 1, from + index).map((rest) => [one, ...rest]));
  return Array.from({ length: most }, (_, index) => choose(index + 1, 0)).flat();
}

/** The pack of these rules with no priority, one or the other, for each pair of rules that oppose each other. */
function withPriorities(modalities: readonly Modality[]): TinyPack[] {
  const rules = Object.fromEntries(modalities.map((modality, index) => [`r${index}`, `${modality} a`]));
  const pairs = modalities.flatMap((one, index) =>
    modalities.flatMap((other, at) =>
      at > index && one.endsWith('-not') !== other.endsWith('-not') ? [[index, at]] : [],
    ),
  );
  const choices = pairs.reduce<string[][]>(
    (all, [one, other]) =>
      all.flatMap((set) => [set, [...set, `r${one} over r${other}`], [...set, `r${other} over r${one}`]]),
    [[]],
  );
  return choices.map((set) => ({
    rules,
    priorities: Object.fromEntries(set.map((priority, index) => [`p${index}`, priority])),
  }));
}
