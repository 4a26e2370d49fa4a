import { describe, expect, test } from 'vitest';
import type { Pack, Rule } from '../../src/model/pack.ts';
import { report } from '../../src/render/report.ts';
import { judge } from '../support/judge.ts';
import { tinyReport } from '../support/told.ts';

const SECRET = {
  topics: { home: 'safety', other: 'plain' },
  facts: { danger: ['none', 'serious'], consent: 'yes-no', spare: 'yes-no' },
  actions: {
    report: { about: ['home'], groups: ['outsiders'] },
    gossip: { about: ['other'], groups: ['outsiders'] },
    brag: { about: ['other'], groups: ['outsiders'] },
    idle: null,
  },
  rules: {
    protect: { must: 'report', when: { danger: 'serious' }, of: 'nonmaleficence', source: 'law' },
    keep: { 'must-not': ['report', 'gossip', 'brag'], unless: { consent: 'yes' }, of: 'confidentiality' },
    rest: { should: 'idle', when: { all: [{ danger: 'none' }, { spare: 'yes' }] }, of: 'autonomy' },
  },
  priorities: { safety: { prefer: 'protect', over: 'keep' } },
} as const;
const KNOWN = { facts: { danger: 'serious', consent: 'no' }, topics: ['home'] } as const;

test('lists what is said something of, in words, and leaves out what is silent', () => {
  const told = tinyReport(SECRET, KNOWN);
  expect(told.actions.map(({ id, verdict, text }) => [id, verdict, text])).toEqual([
    ['report', 'must', 'report (en)'],
    ['brag', 'must-not', 'brag (en)'],
    ['gossip', 'must-not', 'gossip (en)'],
  ]);
  expect(told.actions[0]?.because).toEqual(['protect (en)']);
  expect(told.actions[0]?.sources).toEqual(['law']);
});

test.each([
  { name: 'considered', dilemma: { ...KNOWN, considering: ['idle'] }, also: [] },
  { name: 'decided', dilemma: { ...KNOWN, decided: { idle: 'do' } as const }, also: [] },
  { name: 'asked about', dilemma: KNOWN, also: ['idle'] },
])('lists a silent action that is $name, with what its rules miss', ({ dilemma, also }) => {
  const idle = tinyReport(SECRET, dilemma, also).actions.find(({ id }) => id === 'idle');
  expect(idle?.verdict).toBe('silent');
  expect(
    idle?.notApplying.map(({ id, missing }) => [id, missing.map(({ on, needs, has }) => [on, needs, has])]),
  ).toEqual([
    [
      'rest',
      [
        ['danger', ['none'], 'serious'],
        ['spare', ['yes'], null],
      ],
    ],
  ]);
});

test('puts whatever is named by its id alone into words', () => {
  const told = tinyReport(SECRET, { topics: ['home'] });
  expect(told.questions.map(({ id, answers }) => [id, answers.map((one) => one.id)])).toEqual([
    ['consent', ['yes', 'no']],
    ['danger', ['none', 'serious']],
    ['spare', ['yes', 'no']],
  ]);
  expect(told.priorities.map(({ id, because }) => [id, because])).toEqual([['safety', 'safety (en)']]);
  expect(told.sources.map(({ id }) => id)).toEqual(['law', 'ethics']);
});

test('an exception that holds is told as one, with what would lift it', () => {
  const told = tinyReport(SECRET, { ...KNOWN, facts: { danger: 'none', consent: 'yes', spare: 'no' } }, [
    'gossip',
  ]);
  const gossip = told.actions.find(({ id }) => id === 'gossip');
  expect(gossip?.notApplying).toMatchObject([
    { excepted: true, missing: [{ on: 'consent', needs: ['no'], has: 'yes' }] },
  ]);
});

test('keys stand in one order, and the same input gives the same bytes', () => {
  const [first, second] = [tinyReport(SECRET, KNOWN), tinyReport(SECRET, KNOWN)];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  expect(Object.keys(first).slice(0, 5)).toEqual(['schema', 'toolVersion', 'pack', 'lang', 'headline']);
});

describe('folding into the line of a group', () => {
  function fold(dilemma: Parameters<typeof judge>[1]): (string | null)[] {
    const { assessment, pack } = judge(SECRET, dilemma);
    const rules = [...pack.rules].map(([id, rule]): [Rule['id'], Rule] => [
      id,
      rule.name === 'keep' ? { ...rule, group: 'outsiders' as NonNullable<Rule['group']> } : rule,
    ]);
    const grouped: Pack = { ...pack, rules: new Map(rules) };
    return report({ assessment, pack: grouped, lang: 'en', toolVersion: '1' }).actions.map(
      (one) => one.foldedInto,
    );
  }

  test('what is about other topics is folded, what other rules bear on is not', () => {
    expect(fold(KNOWN)).toEqual([null, 'outsiders', 'outsiders']);
  });

  test('what is about a topic of the dilemma stands for itself', () => {
    expect(fold({ ...KNOWN, topics: ['home', 'other'] })).toEqual([null, null, null]);
  });

  test('what the worker has in mind stands for itself, and one alone is not folded', () => {
    expect(fold({ ...KNOWN, considering: ['gossip'] })).toEqual([null, null, null]);
  });
});

test('a step carries who, by when, and what stands in for it, in words', () => {
  const told = tinyReport({
    rules: { r: 'must a' },
    steps: { up: { on: { a: 'must' }, within: 'PT24H', fallback: ['peer'] }, peer: {} },
  });
  expect(told.escalation).toMatchObject([
    {
      id: 'up',
      owed: 'yes',
      within: 'PT24H',
      text: 'up (en)',
      toText: 'someone (en)',
      fallbackTexts: ['peer (en)'],
    },
  ]);
});

test('a question about a topic is told by its screening question, with yes and no', () => {
  const told = tinyReport({
    topics: { home: 'safety' },
    rules: { r: { must: 'a', when: { topic: 'home' } } },
  });
  expect(told.findOut).toMatchObject([{ fact: 'topic:home', ask: 'home (en)' }]);
  expect(told.questions).toMatchObject([{ id: 'topic:home', answers: [{ text: 'Yes' }, { text: 'No' }] }]);
});

test('a way out carries the reasons for what is done and against what is left', () => {
  const told = tinyReport({
    actions: { a: { excludes: ['b'] }, b: null },
    rules: { one: 'must a', two: 'must b' },
  });
  expect(told.dilemmas[0]?.waysOut).toEqual([
    { do: ['a'], leave: ['b'], because: ['one (en)'] },
    { do: ['b'], leave: ['a'], because: ['two (en)'] },
  ]);
});
