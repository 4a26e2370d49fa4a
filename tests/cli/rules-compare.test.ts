import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DecisionRecord } from '../../src/model/record.ts';
import type { Report } from '../../src/model/report.ts';
import { sampleRecord } from '../records/sample.ts';
import { ROOT, temporaryFolder } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

let folder = '';
let first = '';
let second = '';
beforeEach(async () => {
  folder = temporaryFolder();
  first = await examplePack(`${folder}/old`);
  second = await examplePack(`${folder}/new`);
});

/** Makes the second pack report violence at home as advice only. */
async function weaken(): Promise<void> {
  const file = `${second}/principles/nonmaleficence.yaml`;
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('must: report-violence-at-home', 'should: report-violence-at-home'));
}

async function fits(name: string, text: string): Promise<void> {
  const schema = JSON.parse(await readFile(`${ROOT}/schemas/${name}.schema.json`, 'utf8')) as object;
  const ajv = new Ajv({ strict: false });
  expect(ajv.validate(schema, JSON.parse(text)), JSON.stringify(ajv.errors)).toBe(true);
}

describe('timbang rules diff', () => {
  test('no difference: proved, in both languages, and 0 whatever is asked', async () => {
    const english = await call(['rules', 'diff', first, second, '--lang', 'en', '--exit-on', 'differs']);
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(english.stdout).toContain('No dilemma is decided otherwise.');
    const indonesian = await call(['rules', 'diff', first, second, '--lang', 'id']);
    expect(indonesian.stdout).toContain('Tidak ada dilema yang diputuskan berbeda.');
  });

  test('a difference: before and after, the dilemma in words and as a case file that both weigh so', async () => {
    await weaken();
    const { code, stdout } = await call(['rules', 'diff', first, second, '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toContain('Before must, after should.');
    expect(stdout).toContain('rules, in both and changed: 1. protect-from-violence');
    const asked = await call(['rules', 'diff', first, second, '--json', '--exit-on', 'differs']);
    expect(asked.code).toBe(1);
    await fits('pack-diff', asked.stdout);
    const { actions } = JSON.parse(asked.stdout) as {
      actions: readonly { id: string; outcome: string; changes: readonly Record<string, string>[] }[];
    };
    const [change] = actions.find(({ id }) => id === 'report-violence-at-home')?.changes ?? [];
    for (const [pack, key, word] of [
      [first, 'firstCase', 'must'],
      [second, 'secondCase', 'should'],
    ] as const) {
      await writeFile(`${folder}/witness.yaml`, change?.[key] ?? '');
      const told = await call([
        'assess',
        '--pack',
        pack,
        `${folder}/witness.yaml`,
        '--exit-on',
        `report-violence-at-home=${word}`,
      ]);
      expect(told.code, key).toBe(1);
    }
  });

  test('as Markdown, into a file that is not written over', async () => {
    await weaken();
    const args = ['rules', 'diff', first, second, '--format', 'md', '--out', `${folder}/diff.md`];
    expect((await call([...args, '--lang', 'en'])).code).toBe(0);
    const written = await readFile(`${folder}/diff.md`, 'utf8');
    expect(written).toMatch(/^# .* compared with /);
    expect(written).toContain('- Before must, after should.');
    expect((await call(args)).code).toBe(73);
  });

  test('a pack that is not there: 66 or its code, and nothing is compared', async () => {
    const { code, stdout } = await call(['rules', 'diff', first, `${folder}/nowhere`]);
    expect(stdout).toBe('');
    expect(code).toBeGreaterThan(1);
  });
});

describe('timbang rules impact', () => {
  const CASE = 'topics: [violence-at-home]\nfacts: { danger-to-client: serious }\n';

  test('verdicts and steps before and after; a bad file does not stop the others', async () => {
    await weaken();
    await writeFile(`${folder}/case.yaml`, CASE);
    const files = [`${folder}/case.yaml`, `${folder}/none.yaml`];
    const { code, stdout, stderr } = await call(['rules', 'impact', first, second, ...files, '--lang', 'en']);
    expect(code).toBe(66);
    expect(stderr).toContain('none.yaml');
    expect(stdout).toContain('Looked at: 1. Decided otherwise: 1.');
    expect(stdout).toContain('before must, after should');
    const same = await call(['rules', 'impact', first, first, files[0] ?? '', '--exit-on', 'differs']);
    expect(same.code).toBe(0);
  });

  test('as JSON after the published schema; 1 where it was asked for', async () => {
    await weaken();
    await writeFile(`${folder}/case.yaml`, CASE);
    const { code, stdout } = await call([
      'rules',
      'impact',
      first,
      second,
      `${folder}/case.yaml`,
      '--json',
      '--exit-on',
      'differs',
    ]);
    expect(code).toBe(1);
    await fits('impact', stdout);
  });

  test('a decision that was saved as JSON is read as the answers that it holds', async () => {
    await weaken();
    await writeFile(`${folder}/case.yaml`, CASE);
    const { stdout: report } = await call(['assess', '--pack', first, `${folder}/case.yaml`, '--json']);
    const decision = decisionOf(JSON.parse(report) as Report);
    await writeFile(`${folder}/decision.json`, JSON.stringify(decision));
    const told = await call(['rules', 'impact', first, second, `${folder}/decision.json`, '--json']);
    expect(told).toMatchObject({ code: 0, stderr: '' });
    const { files } = JSON.parse(told.stdout) as { files: readonly { actions: readonly object[] }[] };
    expect(files[0]?.actions).toContainEqual(
      expect.objectContaining({ id: 'report-violence-at-home', before: 'must', after: 'should' }),
    );
  });

  test('records in a store: which are decided otherwise, and which decisions would now depart; it is journaled', async () => {
    await weaken();
    await writeFile(`${folder}/case.yaml`, CASE);
    const { stdout: report } = await call(['assess', '--pack', second, `${folder}/case.yaml`, '--json']);
    const decision = decisionOf(JSON.parse(report) as Report);
    await writeFile(`${folder}/record.json`, JSON.stringify(decision));
    const key = ['--store', `${folder}/store`, '--identity', `${folder}/key.txt`];
    const record = (...args: readonly string[]) => call(['record', ...args, ...key, '--lang', 'en']);
    const recovery = ['--recovery', `${folder}/recovery.txt`];
    expect(await record('init', '--unprotected', ...recovery)).toMatchObject({ code: 0 });
    expect(await record('add', `${folder}/record.json`)).toMatchObject({ code: 0 });
    const told = await call(['rules', 'impact', second, first, '--records', ...key, '--lang', 'en']);
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toContain('Looked at: 1. Decided otherwise: 1.');
    expect(told.stdout).toContain(decision.id);
    expect(told.stdout).toContain('before should, after must');
    expect(told.stdout).toContain('What was decided would now depart from a duty');
    expect((await record('log', '--kind', 'viewed')).stdout).toContain(decision.id);
    const nothing = await call([
      'rules',
      'impact',
      second,
      first,
      '--records',
      ...key,
      '--since',
      '2030-01-01',
    ]);
    expect(nothing.stdout).toContain('0');
    const both = await call(['rules', 'impact', second, first, `${folder}/case.yaml`, '--records']);
    expect(both.stderr).toContain('E807');
    expect((await call(['rules', 'impact', second, first])).stderr).toContain('E803');
  });
});

/** A decision as it is saved, in which the report was not followed. */
function decisionOf(report: Report): DecisionRecord {
  const record = sampleRecord();
  const [version] = record.versions;
  const [sample] = version.decision.actions;
  const id = 'report-violence-at-home';
  const action = { ...(sample as NonNullable<typeof sample>), id, decided: 'do-not' as const };
  return {
    ...record,
    versions: [
      {
        ...version,
        case: { topics: ['violence-at-home'], facts: { 'danger-to-client': 'serious' } },
        known: {},
        decision: { ...version.decision, actions: [action] },
        report,
      },
    ],
  };
}

describe('timbang rules mutate', () => {
  const SCENARIO = `schema: timbang.scenario/1
topics: [violence-at-home]
facts: { danger-to-client: serious }
expect: { verdicts: { report-violence-at-home: must } }
`;

  test('a scenario that is given notices what it expects; the rest is told with a dilemma', async () => {
    await writeFile(`${folder}/scenario.yaml`, SCENARIO);
    const args = ['rules', 'mutate', first, '--cases', `${folder}/scenario.yaml`];
    const { code, stdout } = await call([...args, '--json']);
    expect(code).toBe(0);
    await fits('mutation', stdout);
    const { results } = JSON.parse(stdout) as {
      results: readonly { kind: string; piece: string; fate: string; by: string | null }[];
    };
    const fate = (kind: string, piece: string) =>
      results.find((one) => one.kind === kind && one.piece === piece);
    expect(fate('grade', 'protect-from-violence')).toMatchObject({
      fate: 'killed',
      by: `${folder}/scenario.yaml`,
    });
    expect(fate('rule', 'plan-for-safety')?.fate).toBe('survived');
    const told = await call([...args, '--lang', 'en']);
    expect(told.stdout).toContain('rule left out: plan-for-safety');
    expect(told.stdout).toContain('As a case file:');
  });

  test('scenarios of another pack notice as far as this pack knows what they speak of', async () => {
    await writeFile(`${folder}/known.yaml`, `${SCENARIO}pack: some-other\n`);
    await writeFile(
      `${folder}/strange.yaml`,
      `${SCENARIO.replace('danger-to', 'danger-for')}pack: some-other\n`,
    );
    await writeFile(`${folder}/mistaken.yaml`, SCENARIO.replace('danger-to', 'danger-for'));
    const probes = async (...names: readonly string[]) => {
      const cases = names.flatMap((name) => ['--cases', `${folder}/${name}.yaml`]);
      const { code, stdout } = await call(['rules', 'mutate', first, '--sample', '1', ...cases, '--json']);
      return code === 0 ? (JSON.parse(stdout) as { probes: number }).probes : code;
    };
    expect(await probes('known', 'strange')).toBe(1);
    expect(await probes('known', 'mistaken')).toBe(65);
  });

  test('an overlay is watched by the scenarios of the pack below it too', async () => {
    const packs = `${folder}/timbang/packs`;
    const below = await examplePack(packs);
    await mkdir(`${below}/scenarios`);
    await writeFile(`${below}/scenarios/one.yaml`, SCENARIO);
    await mkdir(`${packs}/above`);
    const header = await readFile(`${below}/pack.yaml`, 'utf8');
    await writeFile(
      `${packs}/above/pack.yaml`,
      header.replace('id: example', 'id: above').replace(/^# extends: \S+/m, 'extends: example'),
    );
    const args = ['rules', 'mutate', 'above', '--sample', '1', '--json'];
    const { stdout, stderr } = await call(args, { env: { XDG_DATA_HOME: folder } });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ probes: 1 });
  });

  test('a sample is drawn by its seed; a seed that is no number: 64', async () => {
    const draw = (seed: string) =>
      call(['rules', 'mutate', first, '--sample', '4', '--seed', seed, '--json']);
    const [one, again] = [await draw('3'), await draw('3')];
    expect(one.stdout).toBe(again.stdout);
    expect(JSON.parse(one.stdout)).toMatchObject({ seed: 3 });
    expect((await draw('some')).code).toBe(64);
  });
});
