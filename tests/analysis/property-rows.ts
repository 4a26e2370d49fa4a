import { BOTH, FACTS, type Row } from './finding-row.ts';

/** What is found of properties. */
export const PROPERTY_ROWS: readonly Row[] = [
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
