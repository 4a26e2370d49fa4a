import { BOTH, FACTS, type Row } from './finding-row.ts';

/** What is found of packs that promise nothing. */
export const PACK_ROWS: readonly Row[] = [
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
    finds: { 'undeclared-dilemma': ['s'], 'rule-drawn': ['r3 s'] },
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
];
