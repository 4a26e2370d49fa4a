import type { TextbookRule } from './textbook.ts';
import type { TinyPack } from './tiny-types.ts';

/** A published theory, written twice: as a pack, and as rules for the textbook's definition, with what was published of it. */
export interface Theory {
  readonly source: string;
  readonly name: string;
  readonly pack: TinyPack;
  readonly rules: readonly TextbookRule[];
  readonly published: 'for' | 'against' | 'neither' | 'no-rule' | 'both';
  /** Why our answer differs, by decision: absent where it must agree. */
  readonly differs?: string;
}

const SPINDLE = 'anuna-research/spindle-rust, crates/spindle-cli/tests/fixtures';
const GOVERNATORI = 'gvdgdo/Defeasible-Deontic-Logic, Examples';
const pro = (...over: number[]): TextbookRule => ({ modality: 'should', over });
const contra = (...over: number[]): TextbookRule => ({ modality: 'should-not', over });
const facts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'yes-no'] as const));
const should = (fact: string) => ({ should: 'a', when: { [fact]: 'yes' } }) as const;
const shouldNot = (fact: string) => ({ 'should-not': 'a', when: { [fact]: 'yes' } }) as const;

/** In each, all facts are true, and action `a` stands for the literal asked about. */
export const THEORIES: readonly Theory[] = [
  {
    source: SPINDLE,
    name: '03 a defeasible rule',
    pack: { facts: facts('bird'), rules: { r1: should('bird') } },
    rules: [pro()],
    published: 'for',
  },
  {
    source: SPINDLE,
    name: '03 a negated head; 07',
    pack: { facts: facts('vampire'), rules: { r4: shouldNot('vampire') } },
    rules: [contra()],
    published: 'against',
  },
  {
    source: SPINDLE,
    name: '05 the penguin',
    pack: {
      facts: facts('bird', 'penguin'),
      rules: { r1: should('bird'), r2: shouldNot('penguin') },
      priorities: { p: 'r2 over r1' },
    },
    rules: [pro(), contra(0)],
    published: 'against',
  },
  {
    source: SPINDLE,
    name: '06 the quaker, in the version that derives both',
    pack: {
      facts: facts('quaker', 'republican'),
      rules: { r1: should('quaker'), r2: shouldNot('republican') },
    },
    rules: [pro(), contra()],
    published: 'both',
    differs: 'Ambiguity is blocked: neither is proved, and the worker is told that it is contested.',
  },
  {
    source: SPINDLE,
    name: '08 a conjunction that is met',
    pack: {
      facts: facts('flour', 'sugar', 'eggs'),
      rules: { r3: { should: 'a', when: { all: [{ flour: 'yes' }, { sugar: 'yes' }, { eggs: 'yes' }] } } },
    },
    rules: [pro()],
    published: 'for',
  },
  {
    source: SPINDLE,
    name: '08 a conjunction that is not met',
    pack: {
      facts: facts('rainy'),
      rules: { r2: { should: 'a', when: { all: [{ rainy: 'yes' }, { rainy: 'no' }] } } },
    },
    rules: [],
    published: 'no-rule',
  },
  {
    source: SPINDLE,
    name: '11 a strict rule against a defeasible one',
    pack: {
      facts: facts('human', 'claim'),
      rules: { s1: { must: 'a', when: { human: 'yes' } }, r1: shouldNot('claim') },
    },
    rules: [{ modality: 'must', over: [] }, contra()],
    published: 'for',
  },
  {
    source: SPINDLE,
    name: '14 two ways to one conclusion',
    pack: { facts: facts('b', 'c'), rules: { r3: should('b'), r4: should('c') } },
    rules: [pro(), pro()],
    published: 'for',
  },
  {
    source: SPINDLE,
    name: '14 the conflicting diamond',
    pack: { facts: facts('y', 'z'), rules: { r7: should('y'), r8: shouldNot('z') } },
    rules: [pro(), contra()],
    published: 'neither',
  },
  {
    source: SPINDLE,
    name: '15 two reasons against one, in the version that derives both',
    pack: { facts: facts('x', 'y', 'z'), rules: { r1: should('x'), r2: should('y'), r3: shouldNot('z') } },
    rules: [pro(), pro(), contra()],
    published: 'both',
    differs: 'Reasons are not counted, and ambiguity is blocked: it is contested.',
  },
  {
    source: SPINDLE,
    name: '16 a strict chain blocks a defeasible rule',
    pack: {
      facts: facts('c', 'b'),
      rules: { s2: { 'must-not': 'a', when: { c: 'yes' } }, r1: should('b') },
    },
    rules: [{ modality: 'must-not', over: [] }, pro()],
    published: 'against',
  },
  {
    source: SPINDLE,
    name: '17 an ambiguous premise',
    pack: { facts: facts('p', 'x'), rules: { r1: should('p'), r2: shouldNot('x') } },
    rules: [pro(), contra()],
    published: 'neither',
  },
  {
    source: SPINDLE,
    name: '18 another rule of the team defeats the attacker',
    pack: {
      facts: facts('p', 'b'),
      rules: { r1: should('p'), r2: shouldNot('b'), r3: should('b') },
      priorities: { p: 'r3 over r2' },
    },
    rules: [pro(), contra(), pro(1)],
    published: 'for',
  },
  {
    source: GOVERNATORI,
    name: 'team defeat',
    pack: {
      facts: facts('p1', 'p2', 'q1', 'q2'),
      rules: { r1: should('p1'), r2: shouldNot('q1'), r3: should('p2'), r4: shouldNot('q2') },
      priorities: { one: 'r1 over r2', two: 'r3 over r4' },
    },
    rules: [pro(1), contra(), pro(3), contra()],
    published: 'for',
  },
  {
    source: GOVERNATORI,
    name: 'an exception to an exception',
    pack: {
      facts: facts('a1', 'a2', 'a3'),
      rules: { r1: should('a1'), r2: shouldNot('a2'), r3: should('a3') },
      priorities: { one: 'r3 over r2', two: 'r2 over r1' },
    },
    rules: [pro(), contra(0), pro(1)],
    published: 'for',
  },
  {
    source: GOVERNATORI,
    name: 'ambiguity, its first pair',
    pack: { facts: facts('r', 's'), rules: { r1: should('r'), r2: shouldNot('s') } },
    rules: [pro(), contra()],
    published: 'neither',
  },
];

/** Theories of the same sources that no pack can say, and why. */
export const NOT_MAPPED: readonly { readonly name: string; readonly reason: string }[] = [
  { name: `${SPINDLE}: 04, 13 (wild), 19`, reason: 'Defeaters have no counterpart.' },
  { name: `${SPINDLE}: 09, 10`, reason: 'Rules have no variables.' },
  {
    name: `${SPINDLE}: 01, 02, 12, 20`,
    reason: 'They derive facts from facts; a verdict is no premise of a rule.',
  },
  {
    name: `${GOVERNATORI}: ambiguity and extended ambiguity, their chains; license`,
    reason: 'A rule rests on the conclusion of another one; a verdict is no premise of a rule.',
  },
];
