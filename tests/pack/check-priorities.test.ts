import { expect, test } from 'vitest';
import { loadOver, problemsOf } from './sound.ts';

const WHY = `because: { id: Alasan., en: A reason. }
    source: text#one`;

interface Written {
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly priorities?: readonly (readonly [prefer: string, over: string, when?: string])[];
  readonly actions?: string;
}

function codesOf({ rules, priorities = [], actions }: Written): Promise<string[]> {
  const written = Object.entries(rules).map(
    ([id, lines]) => `  ${id}:\n    ${[...lines, WHY].join('\n    ')}\n`,
  );
  const ranked = priorities.map(
    ([prefer, over, when], index) =>
      `  priority-${index}:\n    prefer: ${prefer}\n    over: ${over}\n${when ? `    when: ${when}\n` : ''}    ${WHY}\n`,
  );
  const files = {
    'rules.yaml': `principle: justice\nrules:\n${written.join('')}`,
    ...(ranked.length > 0 && { 'priorities.yaml': `priorities:\n${ranked.join('')}` }),
    ...(actions && { 'actions.yaml': actions }),
  };
  return problemsOf(loadOver(files)).then((problems) => problems.map(({ code }) => code));
}

const THREE = `actions:
${['one', 'two', 'three']
  .map(
    (id, _, ids) => `  ${id}:
    text: { id: Satu, en: One }
    kind: help
    phase: today
    excludes: [${ids.filter((other) => other !== id).join(', ')}]
`,
  )
  .join('')}`;

test.each<{ name: string; written: Written; codes: string[] }>([
  {
    name: 'two priorities for opposite rules are a circle',
    written: {
      rules: { a: ['must: ask-consent'], b: ['must-not: ask-consent'] },
      priorities: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    },
    codes: ['E420'],
  },
  {
    name: 'under conditions of their own they are for the proofs',
    written: {
      rules: { a: ['must: ask-consent'], b: ['must-not: ask-consent'] },
      priorities: [
        ['a', 'b', '{ consent: yes }'],
        ['b', 'a', '{ plea: yes }'],
      ],
    },
    codes: [],
  },
  {
    name: 'under one condition that is also that of the rules they are a circle',
    written: {
      rules: { a: ['must: ask-consent', 'when: serious-harm'], b: ['must-not: ask-consent'] },
      priorities: [
        ['a', 'b', 'serious-harm'],
        ['b', 'a'],
      ],
    },
    codes: ['E420'],
  },
  {
    name: 'a priority between rules decides against one between principles',
    written: {
      rules: { a: ['must: report'], b: ['should-not: report', 'tags: [slow]'] },
      priorities: [
        ['a', 'b'],
        ['{ tag: slow }', '{ tag: slow }'],
      ],
    },
    codes: ['E409'],
  },
  {
    name: 'three actions that exclude each other can make a circle',
    written: {
      actions: THREE,
      rules: { a: ['must: one'], b: ['must: two'], c: ['must: three'] },
      priorities: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    },
    codes: ['E420'],
  },
  {
    name: 'a duty outranks advice, so a priority the other way closes a circle of four',
    written: {
      rules: {
        a: ['must: explain'],
        b: ['should-not: explain'],
        c: ['should: explain'],
        d: ['must-not: explain'],
      },
      priorities: [
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'a'],
      ],
    },
    codes: ['E420'],
  },
  {
    name: 'a tag lifts no advice over a duty, so nothing goes round',
    written: {
      rules: { a: ['must: explain', 'tags: [first]'], b: ['should-not: explain', 'tags: [second]'] },
      priorities: [['{ tag: second }', '{ tag: first }']],
    },
    codes: [],
  },
  {
    name: 'rules on two actions that have nothing to do with each other are not ranked',
    written: { rules: { a: ['must: explain'], b: ['must-not: ask-consent'] }, priorities: [['a', 'b']] },
    codes: ['E409'],
  },
  {
    name: 'what rests on a plea may advise against, and is preferred to advice',
    written: {
      rules: { a: ['should-not: ask-consent', 'when: begged'], b: ['should: ask-consent'] },
      priorities: [['a', 'b']],
    },
    codes: [],
  },
  {
    name: 'what rests on a plea may be a duty on an action that excludes nothing',
    written: { rules: { a: ['must: ask-consent', 'when: begged'] } },
    codes: [],
  },
  {
    name: 'a must and a must-not on what it entails may hold under different conditions',
    written: { rules: { a: ['must-not: open-the-file', 'when: { age: child }'] } },
    codes: [],
  },
  {
    name: 'an absolute rule outranks what opposes it without a circle',
    written: { rules: { a: ['must: falsify'] }, priorities: [['a', '{ principle: competence }']] },
    codes: [],
  },
])('$name', async ({ written, codes }) => {
  expect(await codesOf(written)).toEqual(codes);
});
