import { FACTS, type Row } from './finding-row.ts';

/** What is told of a pack and is no fault by itself. */
export const NOTE_ROWS: readonly Row[] = [
  {
    name: 'a priority that lifts advice over a duty',
    pack: {
      facts: FACTS,
      rules: {
        r1: { should: 'a', when: { x: 'yes' } },
        r2: { 'must-not': 'a', when: { y: 'yes' } },
      },
      priorities: { p: 'r1 over r2' },
    },
    finds: { 'priority-lifts': ['p r1 r2'] },
  },
  {
    name: 'a priority that lifts nothing: of one grade, and one that only repeats the grade',
    pack: {
      facts: FACTS,
      rules: {
        r1: { must: 'a', when: { x: 'yes' } },
        r2: { 'must-not': 'a', when: { y: 'yes' } },
        r3: { 'should-not': 'a', when: { y: 'no' } },
      },
      priorities: { p: 'r1 over r2', q: 'r1 over r3' },
    },
    finds: {},
  },
  {
    name: 'an ordinary rule on an action that a safeguard names',
    pack: {
      facts: FACTS,
      rules: {
        r1: { must: 'a', of: 'nonmaleficence', when: { x: 'yes' } },
        r2: { 'should-not': 'a', of: 'autonomy', when: { y: 'yes' } },
        r3: { should: 's', of: 'competence', when: { y: 'no' } },
      },
      safeguards: { s1: { must: 's', when: { yields: 'autonomy' } } },
    },
    finds: { 'rule-drawn': ['r3 s'] },
  },
  {
    name: 'a rule that applies only because a question does not arise',
    pack: {
      facts: { x: 'yes-no', y: { 'asked-when': { x: 'yes' } } },
      rules: {
        r1: { must: 'a', when: { x: 'no', not: { y: 'yes' } } },
        r2: { should: 'b', when: { y: 'yes' } },
      },
    },
    finds: { 'rule-fires-unasked': ['r1'] },
    simplest: { r1: ['x=no'] },
  },
  {
    name: 'a rule that denies what may arise and may not',
    pack: {
      facts: { x: 'yes-no', y: { 'asked-when': { x: 'yes' } } },
      rules: { r1: { must: 'a', when: { not: { y: 'yes' } } } },
    },
    finds: {},
  },
];
