import { describe, expect, test } from 'vitest';
import { mutantsOf, sampleOf } from '../../src/analysis/mutation/mutants.ts';
import { mutatePack } from '../../src/analysis/mutation/mutate-pack.ts';
import type { Probe } from '../../src/analysis/mutation/probe.ts';
import type { Pack } from '../../src/model/pack.ts';
import { tinyDilemma } from '../support/tiny-dilemma.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';
import { promising, shortly, type TinyProperty } from './checked.ts';

const PACK: TinyPack = {
  facts: { x: 'yes-no', y: 'yes-no', z: 'yes-no' },
  rules: {
    r1: { must: 'a', of: 'nonmaleficence', when: { x: 'yes' } },
    r2: { 'must-not': 'a', of: 'confidentiality', when: { y: 'yes' }, unless: { z: 'yes' } },
  },
  priorities: { p: 'r1 over r2' },
  safeguards: { s1: { must: 's', of: 'autonomy', when: { yields: 'confidentiality' } } },
};

/** Expects verdicts in a dilemma. */
function probe(
  pack: Pack,
  facts: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): Probe {
  return {
    name: Object.keys(words).join(' '),
    dilemma: tinyDilemma({ facts }, pack),
    about: new Set(Object.keys(words)),
    notices: ({ actions }) =>
      Object.entries(words).some(
        ([action, word]) => (actions.find(({ id }) => id === action)?.verdict ?? 'silent') !== word,
      ),
  };
}

/** What became of each mutant, as `kind piece: fate`. */
function fates(
  tiny: TinyPack,
  probes: (pack: Pack) => readonly Probe[],
  properties: Readonly<Record<string, TinyProperty>> = {},
): string[] {
  const pack = promising(tiny, properties);
  return mutatePack(pack, probes(pack)).results.map(({ kind, piece, fate }) => `${kind} ${piece}: ${fate}`);
}

describe('the small changes of a pack', () => {
  test('are each piece left out, and each grade and direction exchanged', () => {
    expect(mutantsOf(tinyPack(PACK)).map(({ kind, piece }) => `${kind} ${piece}`)).toEqual([
      'rule r1',
      'grade r1',
      'direction r1',
      'rule r2',
      'exception r2',
      'grade r2',
      'direction r2',
      'safeguard s1',
      'grade s1',
      'direction s1',
      'priority p',
    ]);
  });

  test('are drawn alike by one seed, otherwise by another, and in their order', () => {
    const all = Array.from({ length: 100 }, (_, index) => index);
    expect(sampleOf(all, 10, 1)).toEqual(sampleOf(all, 10, 1));
    expect(sampleOf(all, 10, 1)).not.toEqual(sampleOf(all, 10, 2));
    expect(sampleOf(all, 10, 3)).toEqual(sampleOf(all, 10, 3).sort((one, other) => one - other));
    expect(sampleOf(all, 200, 1)).toEqual(all);
  });
});

describe('who notices', () => {
  test('nobody, where nothing is expected; each survivor is shown', () => {
    const { results, probes } = mutatePack(tinyPack(PACK), []);
    expect(probes).toBe(0);
    expect(new Set(results.map(({ fate }) => fate))).toEqual(new Set(['survived']));
    const shown = results.find(({ kind, piece }) => kind === 'rule' && piece === 'r1')?.shows;
    expect(shown).toMatchObject({ action: 'a', before: ['must'], after: ['silent'] });
    expect(shown && shortly(shown.witness)).toEqual(['x=yes', 'y=no']);
  });

  test('a test that expects it, also of the second round', () => {
    const told = fates(PACK, (pack) => [
      probe(pack, { x: 'yes', y: 'no', z: 'no' }, { a: 'must' }),
      probe(pack, { x: 'no', y: 'yes', z: 'no' }, { a: 'must-not' }),
      probe(pack, { x: 'yes', y: 'yes', z: 'no' }, { s: 'must' }),
    ]);
    expect(told.filter((one) => !one.endsWith('killed'))).toEqual(['exception r2: survived']);
  });

  test('not a test that fails as it is', () => {
    const told = fates(PACK, (pack) => [probe(pack, { x: 'yes', y: 'no', z: 'no' }, { a: 'may' })]);
    expect(told).toContain('rule r1: survived');
  });

  test('a property, also one that says something of every action', () => {
    const told = fates(PACK, () => [], {
      kept: { whenever: { x: 'yes' }, then: { verdict: { a: 'must' } } },
      still: { 'unmoved-by': 'z' },
    });
    expect(told).toContain('rule r1: killed');
    expect(told).toContain('priority p: killed');
    // It is moved by z as it is, so this property does not watch over anything.
    expect(told).toContain('grade s1: survived');
  });

  test('nobody can, where another rule says the same: proved to change no verdict', () => {
    const twice: TinyPack = {
      ...PACK,
      rules: { ...PACK.rules, again: { must: 'a', of: 'nonmaleficence', when: { x: 'yes', y: 'no' } } },
    };
    const told = fates(twice, () => []);
    expect(told).toContain('rule again: equivalent');
    expect(told).toContain('grade again: equivalent');
    expect(told).toContain('direction again: survived');
  });
});
