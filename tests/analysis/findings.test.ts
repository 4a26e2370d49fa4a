import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/analysis/check-pack.ts';
import { FINDING_KINDS } from '../../src/model/finding.ts';
import { found, promising, shortly } from './checked.ts';
import { BOTH, FACTS } from './finding-row.ts';
import { NOTE_ROWS } from './note-rows.ts';
import { PACK_ROWS } from './pack-rows.ts';
import { PROPERTY_ROWS } from './property-rows.ts';

const ROWS = [...PACK_ROWS, ...NOTE_ROWS, ...PROPERTY_ROWS];

describe('what a check finds', () => {
  test.each(ROWS)('$name', ({ pack: tiny, properties = {}, finds, simplest = {} }) => {
    const pack = promising(tiny, properties);
    const { findings, proved } = checkPack(pack);
    const kinds = FINDING_KINDS.map((kind) => [kind, found(pack, kind)] as const);
    expect(Object.fromEntries(kinds.filter(([, about]) => about.length > 0))).toEqual(finds);
    const witnesses = findings.flatMap(({ about, witness }) =>
      witness ? [[about.join(' '), shortly(witness)]] : [],
    );
    expect(Object.fromEntries(witnesses)).toEqual(simplest);
    const broken = [...(finds['property-fails'] ?? []), ...(finds['property-empty'] ?? [])].map(
      (about) => about.split(' ')[0],
    );
    expect(proved).toEqual(Object.keys(properties).filter((id) => !broken.includes(id)));
  });

  test('every kind occurs above', () => {
    const kinds = new Set(ROWS.flatMap(({ finds }) => Object.keys(finds)));
    expect([...kinds, 'not-proved', 'questions-ask-the-same'].sort()).toEqual([...FINDING_KINDS].sort());
  });

  test('two questions that ask the same, whatever their marks and capitals', () => {
    const pack = promising({ facts: FACTS, rules: BOTH }, {});
    const asks = { x: 'Is it near?', y: 'is it  near' };
    const facts = [...pack.facts].map(
      ([id, fact]) => [id, { ...fact, ask: { en: asks[id as 'x'], id: `${id}?` } }] as const,
    );
    expect(found({ ...pack, facts: new Map(facts) }, 'questions-ask-the-same')).toEqual(['x y']);
    expect(found(pack, 'questions-ask-the-same')).toEqual([]);
  });

  test('what grows past the budget is not proved, and nothing else is claimed of it', () => {
    // Parity of thirty questions in the worst order: the diagram of `a` alone is small, the one of the pack is not.
    const names = Array.from({ length: 30 }, (_, index) => `q${String(index).padStart(2, '0')}`);
    const pairs = names
      .slice(0, 15)
      .map((name, index) => ({ [name]: 'yes', [names[index + 15] ?? '']: 'yes' }));
    const pack = promising(
      {
        facts: Object.fromEntries(names.map((name) => [name, 'yes-no'])),
        rules: { r1: { must: 'a', when: { any: pairs } } },
      },
      { p: { then: { verdict: { a: ['must', 'silent'] } } } },
    );
    const { findings, proved } = checkPack(pack, { most: 2000 });
    expect(proved).toEqual([]);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['not-proved']));
  });
});
