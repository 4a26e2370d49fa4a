import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../src/model/pack.ts';
import { readCase } from '../../src/pack/read-case.ts';
import { loadOver } from './sound.ts';

let pack: Pack;

beforeAll(async () => {
  pack = await loadOver({});
});

const STAGED = `schema: timbang.scenario/1
id: told-in-confidence
version: 1.0.0
status: draft
fictional: yes
title:
  id: Sebuah rahasia
  en: A secret
pack: sound
topics: [danger]
start: told
stages:
  - id: told
    reveal:
      id: Ia bercerita.
      en: She tells.
    facts: { harm: none, age: 15 }
    commit:
      ask:
        id: Apa yang Anda lakukan?
        en: What do you do?
      options:
        - id: ask
          label:
            id: Bertanya
            en: Ask
          facts: { consent: no }
          decided: { ask-consent: do }
          then: more
  - id: more
    reveal:
      id: Informasi baru.
      en: New information.
    facts: { harm: serious }
    commit:
      ask:
        id: Sekarang apa?
        en: And now?
      options:
        - id: leave
          label:
            id: Biarkan
            en: Leave it
          decided: { report: do-not }
          then: the-end
ends:
  - id: the-end
    text:
      id: Selesai.
      en: The end.
`;

function read(text: string, path?: string): ReturnType<typeof readCase> {
  return readCase({ file: 'case.yaml', text }, pack, path === undefined ? {} : { path });
}

test('a case file says what is known, and what is known not to be known', () => {
  const { caseFile, problems } = read(`pack: sound
title: A case
topics: [money]
screened: { danger: no }
considering: [wait]
decided: { report: do-not }
facts:
  harm: unknown
  consent: withheld
  plea: { find-out: 2026-12-01 }
  age: 17.5
`);
  expect(problems).toEqual([]);
  expect(caseFile).toEqual({
    pack: 'sound',
    title: 'A case',
    topics: new Set(['money']),
    screened: new Map([['danger', false]]),
    considering: ['wait'],
    decided: new Map([['report', 'do-not']]),
    facts: new Map<string, unknown>([
      ['harm', { kind: 'unknown' }],
      ['consent', { kind: 'withheld' }],
      ['plea', { kind: 'find-out', by: '2026-12-01' }],
      ['age', { kind: 'answer', answer: 'child', number: 17.5 }],
    ]),
  });
});

test('true and false are the words yes and no; without topics none is known', () => {
  const { caseFile } = read('{"facts": {"consent": true, "plea": "no"}}');
  expect(caseFile?.topics).toBeUndefined();
  expect([...(caseFile?.facts.values() ?? [])]).toEqual([
    { kind: 'answer', answer: 'yes' },
    { kind: 'answer', answer: 'no' },
  ]);
});

test.each([
  {
    name: 'a fact that is not there',
    text: 'facts: { harn: none }',
    code: 'E501',
    column: 10,
    nearest: 'harm',
  },
  {
    name: 'an answer that is not there',
    text: 'facts: { harm: serios }',
    code: 'E502',
    column: 16,
    nearest: 'serious',
  },
  {
    name: 'a number where there are no bands',
    text: 'facts: { harm: 3 }',
    code: 'E502',
    column: 16,
    nearest: undefined,
  },
  {
    name: 'a number below the bands',
    text: 'facts: { age: -3 }',
    code: 'E503',
    column: 15,
    nearest: undefined,
  },
  {
    name: 'a day that does not exist',
    text: 'facts: { age: { find-out: 2026-02-30 } }',
    code: 'E511',
    column: 27,
    nearest: undefined,
  },
  {
    name: 'a topic that is not there',
    text: 'topics: [mony]\nfacts: {}',
    code: 'E504',
    column: 10,
    nearest: 'money',
  },
  {
    name: 'screening where there is none',
    text: 'screened: { money: no }\nfacts: {}',
    code: 'E505',
    column: 13,
    nearest: undefined,
  },
  {
    name: 'an action that is not there',
    text: 'decided: { reprot: do }\nfacts: {}',
    code: 'E506',
    column: 12,
    nearest: 'report',
  },
])('$name is told with its place', ({ text, code, column, nearest }) => {
  const { caseFile, problems } = read(text);
  expect(caseFile).toBeUndefined();
  expect(
    problems.map((problem) => [problem.code, problem.place?.line, problem.place?.column, problem.nearest]),
  ).toEqual([[code, 1, column, nearest]]);
});

describe('a staged scenario', () => {
  test('without a path: what the first stage reveals', () => {
    const { caseFile } = read(STAGED);
    expect(caseFile?.facts.get('harm' as never)).toEqual({ kind: 'answer', answer: 'none' });
    expect(caseFile?.decided.size).toBe(0);
  });

  test('along a path later facts go before earlier ones, and options decide', () => {
    const { caseFile, problems } = read(STAGED, 'told=ask,more=leave');
    expect(problems).toEqual([]);
    expect(caseFile?.facts).toEqual(
      new Map<string, unknown>([
        ['harm', { kind: 'answer', answer: 'serious' }],
        ['age', { kind: 'answer', answer: 'child', number: 15 }],
        ['consent', { kind: 'answer', answer: 'no' }],
      ]),
    );
    expect(caseFile?.decided).toEqual(
      new Map([
        ['ask-consent', 'do'],
        ['report', 'do-not'],
      ]),
    );
  });

  test.each([
    { name: 'a stage that is not there', path: 'tolt=ask', codes: ['E508'] },
    { name: 'an option that is not there', path: 'told=aks', codes: ['E509'] },
    { name: 'a stage that no option led to', path: 'more=leave', codes: ['E510'] },
    { name: 'a part that is no stage and option', path: 'told', codes: ['E510'] },
  ])('$name is told', ({ path, codes }) => {
    expect(read(STAGED, path).problems.map(({ code }) => code)).toEqual(codes);
  });
});
