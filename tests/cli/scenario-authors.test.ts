import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProject, temporaryFolder } from '../support/workplace.ts';
import { call } from './call.ts';
import { STORY, scenario } from './scenario-call.ts';

/** A copy of the story with some words replaced. */
function storyWith(from: string, to: string): string {
  const file = path.join(temporaryFolder(), 'story.yaml');
  writeFileSync(file, readProject('tests/support/stories/a-secret-told.yaml').replace(from, to));
  return file;
}

describe('timbang scenario new', () => {
  test.each(['staged', 'flat'])(
    'writes a %s scenario that checks and tests clean, and its schema',
    async (kind) => {
      const folder = temporaryFolder();
      const file = path.join(folder, 'mine.yaml');
      const made = await call(scenario('new', file, '--no-input', '--kind', kind, '--topic', 'danger'));
      expect(made).toMatchObject({ code: 0, stdout: '' });
      const text = readFileSync(file, 'utf8');
      expect(text).toMatch(/^# yaml-language-server: \$schema=.\/scenario.schema.json\n# \$schema: /);
      const schema = JSON.parse(readFileSync(path.join(folder, 'scenario.schema.json'), 'utf8')) as object;
      expect(schema).toHaveProperty('definitions.known-facts');
      expect(await call(scenario('check', file, '--strict'))).toMatchObject({ code: 0, stderr: '' });
      expect(await call(scenario('test', file))).toMatchObject({ code: 0, stderr: '' });
    },
  );

  test('asks line by line where it is told to, and takes the answers', async () => {
    const file = path.join(temporaryFolder(), 'mine.yaml');
    const stdin = 'Rahasia\nA secret\n1\n3\n1\n';
    const made = await call(scenario('new', file, '--plain-stdin'), { stdin });
    expect(made.code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('  id: "Rahasia"\n  en: "A secret"\n');
    expect(text).toContain('level: supervisor');
    expect(text).toContain('topics: [danger]');
  });

  test('back leads to the question before, and leaving writes nothing', async () => {
    const file = path.join(temporaryFolder(), 'mine.yaml');
    const stdin = 'Rahasia\n:back\nLain\n:help\n:quit\n';
    expect(await call(scenario('new', file, '--plain-stdin'), { stdin })).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(() => readFileSync(file)).toThrow('ENOENT');
    expect((await call(scenario('new', file, '--plain-stdin'), { stdin: 'Rahasia\n' })).code).toBe(66);
  });

  test('overwrites nothing, asks nobody without a terminal, and knows its topics', async () => {
    const file = storyWith('', '');
    expect((await call(scenario('new', file, '--no-input'))).code).toBe(73);
    const other = path.join(path.dirname(file), 'other.yaml');
    expect((await call(scenario('new', other))).code).toBe(64);
    const topic = await call(scenario('new', other, '--no-input', '--topic', 'dangre'));
    expect(topic.code).toBe(65);
    expect(topic.stderr).toContain('danger');
  });
});

describe('timbang scenario check', () => {
  test('a sound story ends with 0, a broken one with 1 and its place', async () => {
    expect(await call(scenario('check', STORY))).toMatchObject({ code: 0, stderr: '' });
    const broken = await call(scenario('check', storyWith('then: end-late', 'then: end-lat')));
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/story\.yaml:99:17: E513/);
    expect(broken.stdout).toContain('Did you mean end-late?');
  });

  test('one that cannot be judged ends with 65', async () => {
    const result = await call(scenario('check', storyWith('harm: serious', 'harm: serius')));
    expect(result.code).toBe(65);
    expect(result.stderr).toContain('E502');
  });

  test('a missing translation is told in a draft, and refused with --strict', async () => {
    const file = storyWith('            en: Wait\n', '');
    const draft = await call(scenario('check', file, '--json'));
    expect(draft.code).toBe(0);
    expect(JSON.parse(draft.stdout)).toMatchObject({
      schema: 'timbang.scenario-check/1',
      files: [{ findings: [{ weight: 'warning', code: 'E518' }] }],
    });
    expect((await call(scenario('check', file, '--strict'))).code).toBe(1);
  });
});

describe('timbang scenario walk', () => {
  const always = (law: string) => storyWith('tests:\n', `walk:\n  always:\n    - ${law}\ntests:\n`);

  test('says how often everything was reached, the same for the same seed', async () => {
    const first = await call(scenario('walk', STORY, '--runs', '50', '--seed', '3'));
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(await call(scenario('walk', STORY, '--runs', '50', '--seed', '3'))).toEqual(first);
    expect((await call(scenario('walk', STORY, '--runs', '50', '--seed', '4'))).stdout).not.toBe(
      first.stdout,
    );
  });

  test('a law that is broken ends with 1, and is told as a test to paste', async () => {
    const file = always('{ whenever: { harm: serious }, then: { verdict: { report: should } } }');
    const result = await call(scenario('walk', file));
    expect(result.code).toBe(1);
    expect(result.stdout).toContain(
      '  - name: law 1 holds here\n    path: { told: listen }\n    expect:\n      verdicts: { report: should }\n',
    );
    expect(JSON.parse((await call(scenario('walk', file, '--json'))).stdout)).toMatchObject({
      files: [{ complete: true, laws: [{ holds: false, path: { told: 'listen' } }] }],
    });
  });

  test('what is no number of walks is refused (E834), and a flat scenario has no ways (E831)', async () => {
    expect((await call(scenario('walk', STORY, '--runs', 'many'))).code).toBe(64);
    const flat = path.join(temporaryFolder(), 'flat.yaml');
    writeFileSync(flat, 'facts: {}\nschema: timbang.scenario/1\nexpect: { never: [report] }\n');
    const result = await call(scenario('walk', flat));
    expect(result.code).toBe(65);
    expect(result.stderr).toContain('E831');
  });
});

describe('timbang scenario coverage', () => {
  test('is told for the story and for the pack', async () => {
    const result = await call(scenario('coverage', STORY));
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toMatch(/Choices +4 of 5 \(80 %\)/);
    expect(result.stdout).toMatch(/Rules +4 of 5 \(80 %\)/);
  });

  test('less than a story or the command asks for ends with 1', async () => {
    const file = storyWith('tests:\n', 'coverage: { options: 90 }\ntests:\n');
    expect((await call(scenario('coverage', file))).code).toBe(1);
    expect((await call(scenario('coverage', STORY, '--rules', '80'))).code).toBe(0);
    expect((await call(scenario('coverage', STORY, '--rules', '81'))).code).toBe(1);
    expect((await call(scenario('coverage', STORY, '--rules', '101'))).code).toBe(64);
  });
});

describe('timbang scenario graph', () => {
  test.each([
    { format: 'list', first: 'Stage told: What do you do first?' },
    { format: 'mermaid', first: 'flowchart TD' },
    { format: 'dot', first: 'digraph story {' },
  ])('$format', async ({ format, first }) => {
    const { code, stdout } = await call(scenario('graph', STORY, '--format', format));
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(first);
    expect(stdout).toContain('Promise to keep quiet');
  });

  test('nothing in a story can leave its label', async () => {
    const file = storyWith('en: Listen', String.raw`en: "a\"]; n1 --> n2 %% \\"`);
    const mermaid = await call(scenario('graph', file, '--format', 'mermaid'));
    expect(mermaid.stdout).toContain('n1 -->|"a#34;#93;; n1 --#62; n2 %% #92;"| n2');
    const dot = await call(scenario('graph', file, '--format', 'dot'));
    expect(dot.stdout).toContain(String.raw`n1 -> n2 [label="a\"]; n1 --> n2 %% \\"];`);
  });
});

describe('timbang scenario strings', () => {
  test('goes out and comes back, and only what changed is changed', async () => {
    const file = storyWith('', '');
    const before = readFileSync(file, 'utf8');
    const sheet = path.join(path.dirname(file), 'texts.csv');
    expect((await call(scenario('strings', file, '--csv', '--bom', '--out', sheet))).code).toBe(0);
    const rows = readFileSync(sheet, 'utf8');
    expect(rows.startsWith('\ufeffkey,id,en,note\r\n')).toBe(true);
    writeFileSync(sheet, rows.replace('This is practice.', 'Practice it is.'));
    const back = await call(scenario('strings', file, '--from', sheet, '--write'));
    expect(back).toMatchObject({ code: 0, stdout: '' });
    expect(back.stderr).toContain('Texts changed: 1.');
    expect(readFileSync(file, 'utf8')).toBe(before.replace('This is practice.', 'Practice it is.'));
  });
});

describe('timbang scenario test', () => {
  test('takes cases from a sheet, for a story and for a flat scenario', async () => {
    const folder = temporaryFolder();
    const cases = path.join(folder, 'cases.csv');
    writeFileSync(
      cases,
      'name;path;end;verdicts;departs\nreported;told=listen news=report;end-safe;report=must;\nlate;told=promise news=wait;end-safe;;report\n',
    );
    const staged = await call(scenario('test', STORY, '--cases', cases));
    expect(staged.code).toBe(1);
    expect(staged.stdout.replace(/\s+/g, ' ')).toContain(
      'cases.csv:3:29: end: expected end-safe, got end-late',
    );
    const flat = path.join(folder, 'flat.yaml');
    writeFileSync(
      flat,
      'schema: timbang.scenario/1\ntopics: [danger]\nfacts: {}\nexpect: { never: [falsify] }\n',
    );
    writeFileSync(
      cases,
      'name,fact.harm,verdicts\nserious,serious,report=must\nnone,none,report=must-not|should-not\n',
    );
    const result = await call(scenario('test', flat, '--cases', cases));
    expect(result).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Tests: 2, files: 1.') as string,
    });
    writeFileSync(cases, 'name,fact.harm,verdicts\nserious,serius,report=mustt\n');
    const wrong = await call(scenario('test', flat, '--cases', cases));
    expect(wrong.code).toBe(65);
    expect(wrong.stderr).toMatch(/cases\.csv:2:\d+: E203/);
    expect((await call(scenario('test', STORY, flat, '--cases', cases))).stderr).toContain('E836');
  });

  test.each([
    { args: ['--grep', '^waiting'], tests: 1 },
    { args: ['--grep', 'secret-told'], tests: 2 },
    { args: ['--level', 'novice'], tests: 2 },
    { args: ['--level', 'supervisor'], tests: 0 },
    { args: ['--principle', 'confidentiality'], tests: 2 },
    { args: ['--principle', 'justice'], tests: 0 },
  ])('$args leaves $tests', async ({ args, tests }) => {
    const { stdout } = await call(scenario('test', STORY, '--json', ...args));
    expect(JSON.parse(stdout)).toMatchObject({ tests });
  });

  test('what is no pattern is refused (E835)', async () => {
    const result = await call(scenario('test', STORY, '--grep', '('));
    expect(result.code).toBe(64);
    expect(result.stderr).toContain('E835');
  });
});
