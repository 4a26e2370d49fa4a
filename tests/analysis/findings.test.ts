import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/analysis/check-pack.ts';
import { FINDING_KINDS } from '../../src/model/finding.ts';
import type { TinyPack } from '../support/tiny-types.ts';
import { found, promising, shortly, type TinyProperty } from './checked.ts';

interface Row {
  readonly name: string;
  readonly pack: TinyPack;
  readonly properties?: Readonly<Record<string, TinyProperty>>;
  /** By kind: what is found, as the words of `about`. Kinds that are not named are not found. */
  readonly finds: Readonly<Record<string, readonly string[]>>;
  /** By the words of `about`: the simplest dilemma in which it shows. */
  readonly simplest?: Readonly<Record<string, readonly string[]>>;
}

const FACTS = { x: 'yes-no', y: 'yes-no' } as const;
/** Rules that make both facts matter and collide nowhere. */
const BOTH = { r1: { must: 'a', when: { x: 'yes' } }, r2: { should: 'b', when: { y: 'yes' } } } as const;

const ROWS: readonly Row[] = [
  { name: 'a pack in which all is well', pack: { facts: FACTS, rules: BOTH }, finds: {} },
  {
    name: 'a dilemma that nobody declared, in its simplest form',
    pack: {
      facts: FACTS,
      rules: { r1: { must: 'a', when: { x: 'yes' } }, r2: { 'must-not': 'a', when: { y: 'yes' } } },
    },
    finds: { 'undeclared-dilemma': ['a'] },
    simplest: { a: ['x=yes', 'y=yes'] },
  },
  {
    name: 'the same, declared',
    pack: {
      facts: FACTS,
      rules: { r1: { must: 'a', when: { x: 'yes' } }, r2: { 'must-not': 'a', when: { y: 'yes' } } },
      dilemmas: { known: ['a'] },
    },
    finds: {},
  },
  {
    name: 'the same, which the constraints refuse',
    pack: {
      facts: FACTS,
      rules: { r1: { must: 'a', when: { x: 'yes' } }, r2: { 'must-not': 'a', when: { y: 'yes' } } },
      constraints: { never: { x: 'yes', y: 'yes' } },
    },
    finds: {},
  },
  {
    name: 'a dilemma between actions that exclude each other, declared in another order',
    pack: {
      facts: FACTS,
      actions: { a: { excludes: ['b'] }, b: {} },
      rules: { r1: { must: 'a', when: { x: 'yes' } }, r2: { must: 'b', when: { y: 'yes' } } },
      dilemmas: { known: ['b', 'a'] },
    },
    finds: {},
  },
  {
    name: 'a dilemma of the second round',
    pack: {
      facts: FACTS,
      rules: {
        r1: { 'must-not': 'a', of: 'confidentiality', when: { x: 'yes' } },
        r2: { must: 'a', of: 'nonmaleficence', when: { x: 'yes' } },
        r3: { 'must-not': 's', when: { y: 'yes' } },
      },
      priorities: { p: 'r2 over r1' },
      safeguards: { s1: { must: 's', when: { yields: 'confidentiality' } } },
    },
    finds: { 'undeclared-dilemma': ['s'] },
    simplest: { s: ['x=yes', 'y=yes'] },
  },
  {
    name: 'priorities that disagree where both hold',
    pack: {
      facts: FACTS,
      rules: { r1: 'must a', r2: 'must-not a' },
      priorities: {
        p1: { prefer: 'r1', over: 'r2', when: { x: 'yes' } },
        p2: { prefer: 'r2', over: 'r1', when: { y: 'yes' } },
      },
      dilemmas: { known: ['a'] },
    },
    finds: { 'priorities-clash': ['r1 r2'] },
    simplest: { 'r1 r2': ['x=yes', 'y=yes'] },
  },
  {
    name: 'priorities that disagree and never hold together',
    pack: {
      facts: { x: 'yes-no' },
      rules: { r1: 'must a', r2: 'must-not a' },
      priorities: {
        p1: { prefer: 'r1', over: 'r2', when: { x: 'yes' } },
        p2: { prefer: 'r2', over: 'r1', when: { x: 'no' } },
      },
    },
    finds: {},
  },
  {
    name: 'a topic for which nothing is asked where the other is not marked',
    pack: {
      topics: { one: 'plain', two: 'plain' },
      facts: { x: { topic: 'one' }, y: { topic: 'two' } },
      rules: {
        r1: { must: 'a', when: { x: 'yes' } },
        r2: { should: 'b', when: { topic: 'two' } },
        r3: { should: 'c', when: { y: 'yes' } },
      },
    },
    finds: { 'nothing-recommended': ['one'] },
    simplest: { one: ['one', 'x=no'] },
  },
  {
    name: 'a topic for which only a record is asked',
    pack: {
      topics: { one: 'safety' },
      actions: { a: { kind: 'record' } },
      rules: { r1: { must: 'a', when: { topic: 'one' } } },
    },
    finds: { 'nothing-recommended': ['one'] },
    simplest: { one: ['one'] },
  },
  {
    name: 'a topic for which something is asked whatever is answered',
    pack: {
      topics: { one: 'plain' },
      facts: { x: { topic: 'one' } },
      rules: {
        r1: { must: 'a', when: { x: 'yes' } },
        r2: { should: 'b', when: { x: 'no' } },
      },
    },
    finds: {},
  },
  {
    name: 'a rule whose condition the constraints refuse',
    pack: {
      facts: FACTS,
      rules: { ...BOTH, never: { may: 'a', when: { x: 'yes', y: 'yes' } } },
      constraints: { no: { x: 'yes', y: 'yes' } },
    },
    finds: { 'rule-never-applies': ['never'] },
  },
  {
    name: 'a safeguard whose principle never yields',
    pack: {
      facts: { x: 'yes-no' },
      rules: { r1: { must: 'a', of: 'justice', when: { x: 'yes' } } },
      safeguards: { s1: { must: 's', when: { yields: 'justice' } } },
    },
    finds: { 'rule-never-applies': ['s1'] },
  },
  {
    name: 'a question of which no rule speaks',
    pack: { facts: { ...FACTS, idle: 'yes-no' }, rules: BOTH },
    finds: { 'question-never-matters': ['idle'] },
  },
  {
    name: 'a question that cancels out',
    pack: {
      facts: FACTS,
      rules: {
        r1: { must: 'a', when: { any: [{ x: 'yes' }, { x: 'no' }] } },
        r2: { should: 'b', when: { y: 'yes' } },
      },
    },
    finds: { 'question-never-matters': ['x'] },
  },
  {
    name: 'questions that only a step, a note or the reaching of a person rests on',
    pack: {
      facts: { step: 'yes-no', note: 'yes-no', role: 'yes-no' },
      rules: { r1: 'must a' },
      steps: { s: { when: { step: 'yes' } } },
      notes: { n: { note: 'yes' } },
      roles: { someone: { role: 'yes' } },
    },
    finds: {},
  },
  {
    name: 'a question that a step names in vain',
    pack: {
      facts: FACTS,
      rules: BOTH,
      steps: { s: { when: { any: [{ x: 'yes' }, { x: 'no' }] }, on: { b: 'should' } } },
    },
    finds: {},
  },
  {
    name: 'a question that only such a step names',
    pack: {
      facts: { ...FACTS, vain: 'yes-no' },
      rules: BOTH,
      steps: { s: { when: { any: [{ vain: 'yes' }, { vain: 'no' }] } } },
    },
    finds: { 'question-never-matters': ['vain'] },
  },
  {
    name: 'answers that nothing tells apart',
    pack: {
      facts: { x: ['low', 'middle', 'high'] },
      rules: { r1: { must: 'a', when: { x: 'high' } } },
    },
    finds: { 'answers-never-differ': ['x low middle'] },
  },
  {
    name: 'answers that only a step tells apart',
    pack: {
      facts: { x: ['low', 'middle', 'high'] },
      rules: { r1: { must: 'a', when: { x: 'high' } } },
      steps: { s: { when: { x: 'middle' } } },
    },
    finds: {},
  },
  {
    name: 'answers that only a parting tells apart',
    pack: {
      facts: { x: ['low', 'middle', 'high'] },
      rules: {
        r1: { must: 'a', source: 'law', when: { x: ['middle', 'high'] } },
        r2: { 'must-not': 'a', source: 'code', when: { x: 'middle' } },
        r3: { should: 'b', when: { x: 'low' } },
      },
      priorities: { p: 'r1 over r2' },
      steps: { s: { parting: 'any' } },
    },
    finds: {},
  },
  {
    name: 'a property that holds',
    pack: { facts: FACTS, rules: BOTH },
    properties: { p: { whenever: { x: 'yes' }, then: { verdict: { a: 'must' } } } },
    finds: {},
  },
  {
    name: 'a property that fails, in the simplest dilemma',
    pack: {
      facts: FACTS,
      rules: { ...BOTH, r3: { 'must-not': 'a', when: { y: 'yes' } } },
      dilemmas: { d: ['a'] },
    },
    properties: { p: { whenever: { x: 'yes' }, then: { verdict: { a: 'must' } } } },
    finds: { 'property-fails': ['p'] },
    simplest: { p: ['x=yes', 'y=yes'] },
  },
  {
    name: 'a verdict that must not be, and is under one way out only',
    pack: {
      facts: FACTS,
      rules: {
        r1: { 'must-not': 'a', of: 'confidentiality', when: { x: 'yes' } },
        r2: { must: 'a', of: 'nonmaleficence', when: { y: 'yes' } },
      },
      safeguards: { s1: { must: 's', when: { yields: 'confidentiality' } } },
      dilemmas: { d: ['a'] },
    },
    properties: { p: { then: { 'not-verdict': { s: 'must' } } } },
    finds: { 'property-fails': ['p'] },
    simplest: { p: ['x=yes', 'y=yes'] },
  },
  {
    name: 'a property that the constraints leave nothing to say',
    pack: { facts: FACTS, rules: BOTH, constraints: { no: { x: 'yes', y: 'yes' } } },
    properties: { p: { whenever: { x: 'yes', y: 'yes' }, then: { verdict: { a: 'must' } } } },
    finds: { 'property-empty': ['p'] },
  },
  {
    name: 'a role that is reached in time, by one step or another',
    pack: {
      facts: { x: 'yes-no' },
      rules: { r1: { must: 'a', when: { x: 'yes' } } },
      steps: { s: { when: { x: 'yes' }, within: 'PT2H' }, t: { when: { x: 'no' }, within: 'PT4H' } },
    },
    properties: {
      kept: { then: { 'escalates-to': 'someone', within: 'PT4H' } },
      broken: { then: { 'escalates-to': 'someone', within: 'PT3H' } },
    },
    finds: { 'property-fails': ['broken'] },
    simplest: { broken: ['x=no'] },
  },
  {
    name: 'what is owed, and some action of a kind',
    pack: {
      facts: { x: 'yes-no' },
      actions: { a: { kind: 'tell' }, b: {} },
      rules: { r1: { must: 'a', when: { x: 'yes' } }, r2: 'should b' },
    },
    properties: {
      'b-owed': { then: { owed: 'b' } },
      'a-owed': { then: { owed: 'a' } },
      'some-help': { then: { 'some-action': { kind: 'help' } } },
      'some-telling': { then: { 'some-action': { kind: 'tell', phase: 'today' } } },
    },
    finds: { 'property-fails': ['a-owed', 'some-telling'] },
    simplest: { 'a-owed': ['x=no'], 'some-telling': ['x=no'] },
  },
  {
    name: 'a fact that moves a verdict, and one that moves none',
    pack: {
      facts: FACTS,
      rules: { r1: { must: 'a', when: { x: 'yes' } } },
      steps: { s: { when: { y: 'yes' } } },
    },
    properties: { moved: { 'unmoved-by': 'x' }, still: { 'unmoved-by': 'y' } },
    finds: { 'property-fails': ['moved a'] },
    simplest: { 'moved a': [] },
  },
  {
    name: 'a fact that moves a verdict only against what the constraints refuse',
    pack: {
      facts: FACTS,
      rules: { r1: { must: 'a', when: { x: 'yes', y: 'yes' } }, r2: { should: 'b', when: { y: 'yes' } } },
      constraints: { no: { x: 'no', y: 'yes' } },
    },
    properties: { p: { 'unmoved-by': 'x' } },
    finds: {},
  },
];

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
    expect([...kinds, 'not-proved'].sort()).toEqual([...FINDING_KINDS].sort());
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
