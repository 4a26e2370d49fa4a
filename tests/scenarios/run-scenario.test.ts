import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { type CompiledPack, compile } from '../../src/engine/assess.ts';
import type { ScenarioResult } from '../../src/model/scenario.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { scenarioOf } from '../../src/scenarios/read-scenario.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';
import { blocksOfPage, writePack } from '../pack/format-page.ts';

const FACTS = `
topics: [violence-at-home, a-secret]
facts: { danger-to-client: serious, learned: from-the-client, consent-to-tell: no, supervisor: yes }
`;

let compiled: CompiledPack;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'timbang-scenarios-'));
  await writePack(
    folder,
    (await blocksOfPage()).filter(({ kind }) => kind === 'file'),
  );
  compiled = compile(await loadPack(folder, { project: folder, shipped: folder }));
  return () => rm(folder, { recursive: true });
});

/** Reads and runs a scenario; what is wrong with it comes back beside what came of it. */
function play(text: string): { result: ScenarioResult; problems: readonly Problem[] } {
  const { value, problems: faults } = openDocument({ file: 'x.yaml', text, kind: 'scenario' });
  if (!value) throw new Error(faults.map(({ code, saw }) => `${code} ${saw}`).join('; '));
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const scenario = scenarioOf(value, compiled.pack, { file: 'x.yaml', report });
  return { result: runScenario(scenario, compiled), problems };
}

function failuresOf(expectation: string): ScenarioResult['tests'][number]['failures'] {
  const { result, problems } = play(`schema: timbang.scenario/1\n${FACTS}expect: ${expectation}\n`);
  expect(problems).toEqual([]);
  expect(result.tests).toHaveLength(1);
  return result.tests[0]?.failures ?? [];
}

describe('what holds', () => {
  test.each([
    '{ verdicts: { report-violence-at-home: must } }',
    '{ verdicts: { report-violence-at-home: [should, must], tell-the-family: must-not } }',
    '{ yields: [confidentiality] }',
    '{ escalates: [tell-the-supervisor] }',
    '{ cites: [article, uu-14-2019] }',
    '{ never: [tell-the-family, false-record, leave-it-at-that] }',
  ])('%s', (expectation) => {
    expect(failuresOf(expectation)).toEqual([]);
  });
});

test('what is still open holds where every word that it may come to is expected', () => {
  const open = (words: string) => {
    const facts =
      'topics: [violence-at-home, a-secret]\nfacts: { learned: from-the-client, consent-to-tell: no }';
    const expected = `expect: { verdicts: { report-violence-at-home: ${words} } }`;
    return play(`schema: timbang.scenario/1\n${facts}\n${expected}\n`).result.tests[0]?.failures.length;
  };
  expect(open('[must, must-not]')).toBe(0);
  expect(open('depends')).toBe(0);
  expect(open('must')).toBe(1);
});

interface Failing {
  readonly expectation: string;
  readonly failure: Readonly<Record<string, unknown>>;
  readonly fact: string;
}

describe('what does not hold is told with what came and the facts that it rests on', () => {
  test.each<Failing>([
    {
      expectation: '{ verdicts: { report-violence-at-home: should } }',
      failure: { kind: 'verdicts', id: 'report-violence-at-home', expected: ['should'], got: ['must'] },
      fact: 'danger-to-client',
    },
    {
      expectation: '{ yields: [justice] }',
      failure: { kind: 'yields', id: 'justice', got: ['not-engaged'] },
      fact: '',
    },
    {
      expectation: '{ never: [make-a-safety-plan] }',
      failure: { kind: 'never', id: 'make-a-safety-plan', got: ['should'] },
      fact: 'danger-to-client',
    },
    { expectation: '{ cites: [uu-23-2004] }', failure: { kind: 'cites', id: 'uu-23-2004' }, fact: '' },
  ])('$expectation', ({ expectation, failure, fact }) => {
    const [found] = failuresOf(expectation);
    expect(found).toMatchObject({ ...failure, place: { file: 'x.yaml', line: 5 } });
    if (fact !== '') expect(found?.facts).toContainEqual(expect.objectContaining({ id: fact }));
  });

  test('steps are owed in an order: one way round holds, the other does not', () => {
    const steps = ['report-to-the-authority', 'tell-the-supervisor'];
    const ways = [steps, steps.toReversed()].map((way) => failuresOf(`{ escalates: [${way.join(', ')}] }`));
    expect(ways.filter((failures) => failures.length === 0)).toHaveLength(1);
    expect(ways.flat()).toMatchObject([{ kind: 'escalates', got: expect.arrayContaining(steps) }]);
  });

  test('never also speaks of what is only possible', () => {
    const text =
      'schema: timbang.scenario/1\ntopics: [violence-at-home]\nfacts: {}\nexpect: { never: [make-a-safety-plan] }\n';
    expect(play(text).result.tests[0]?.failures).toMatchObject([
      { kind: 'never', got: expect.arrayContaining(['should']) },
    ]);
  });
});

const STAGED = `schema: timbang.scenario/1
id: staged
version: 1.0.0
status: draft
fictional: true
locales: [id, en]
title:
  id: Contoh
  en: Example
about: { reviewed: not-yet }
pack: example
topics: [violence-at-home]
start: told
stages:
  - id: told
    reveal:
      id: Klien bercerita.
      en: The client tells.
    facts: { danger-to-client: possible, supervisor: yes }
    commit:
      ask:
        id: Lalu?
        en: And then?
      pick: one
      options:
        - id: ask-more
          label:
            id: Bertanya
            en: Ask
          facts: { danger-to-client: serious }
          then: more
        - id: stop
          label:
            id: Berhenti
            en: Stop
          then: end-late
  - id: more
    reveal:
      id: Bahayanya serius.
      en: The danger is serious.
    commit:
      ask:
        id: Lalu?
        en: And then?
      pick: one
      options:
        - id: report
          label:
            id: Melapor
            en: Report
          decided: { report-violence-at-home: do }
          then: end-safe
        - id: wait
          label:
            id: Menunggu
            en: Wait
          decided: { report-violence-at-home: do-not }
          then: end-late
ends:
  - id: end-safe
    text:
      id: Aman.
      en: Safe.
  - id: end-late
    text:
      id: Terlambat.
      en: Late.
`;

describe('a staged scenario', () => {
  test('gathers facts and decisions along each path, and knows where it ends', () => {
    const { result, problems } = play(`${STAGED}tests:
  - name: reported
    path: { told: ask-more, more: report }
    expect: { end: end-safe, verdicts: { report-violence-at-home: must } }
  - name: not reported
    path: { told: ask-more, more: wait }
    expect: { end: end-late, departs: [report-violence-at-home] }
  - name: half way
    path: { told: ask-more }
    expect: { verdicts: { report-violence-at-home: must } }
  - name: nothing asked
    path: { told: stop }
    expect: { end: end-late, verdicts: { report-violence-at-home: silent } }
`);
    expect(problems).toEqual([]);
    expect(result.tests.map(({ name, failures }) => ({ name, failures }))).toEqual(
      ['reported', 'not reported', 'half way', 'nothing asked'].map((name) => ({ name, failures: [] })),
    );
  });

  test('a path that ends elsewhere fails', () => {
    const { result } = play(`${STAGED}tests:
  - name: reported
    path: { told: ask-more, more: wait }
    expect: { end: end-safe, departs: [write-it-down] }
`);
    expect(result.tests[0]?.failures).toMatchObject([
      { kind: 'departs', id: 'write-it-down' },
      { kind: 'end', expected: ['end-safe'], got: ['end-late'] },
    ]);
  });

  test.each([
    { path: '{ tld: ask-more }', code: 'E508' },
    { path: '{ told: ask-moer }', code: 'E509' },
    { path: '{ told: stop, more: report }', code: 'E510' },
  ])('a path $path cannot be followed: $code, at the test that names it', ({ path: written, code }) => {
    const { problems } = play(
      `${STAGED}tests:\n  - name: slip\n    path: ${written}\n    expect: { end: end-late }\n`,
    );
    const line = STAGED.split('\n').length + 1;
    expect(problems).toMatchObject([{ code, place: { file: 'x.yaml', line } }]);
  });

  test('an end that is not among the ends is a problem and no failure', () => {
    const { problems } = play(
      `${STAGED}tests:\n  - name: slip\n    path: { told: stop }\n    expect: { end: end-lat }\n`,
    );
    expect(problems).toMatchObject([{ code: 'E512', nearest: 'end-late' }]);
  });
});

test.each([
  ['{ verdicts: { report-violence: must } }', 'E506'],
  ['{ never: [report-violence] }', 'E506'],
  ['{ escalates: [tell-the-superviser] }', 'E308'],
  ['{ cites: [artcle] }', 'E311'],
])('%s names what the pack does not have: %s', (expectation, code) => {
  const { problems } = play(`schema: timbang.scenario/1\n${FACTS}expect: ${expectation}\n`);
  expect(problems).toMatchObject([{ code, place: { line: 5 } }]);
});
