import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { type CallOptions, type CallResult, call, examplePack } from './call.ts';

const SERIOUS = 'topics: [violence-at-home]\nfacts: { danger-to-client: serious }\n';
const NOT_KNOWN = 'facts: {}\n';
const MISSPELT = 'facts:\n  danger-to-clinet: serious\n';

interface Told {
  readonly schema: string;
  readonly toolVersion: string;
  readonly pack: { readonly id: string };
  readonly lang: string;
  readonly headline: string;
  readonly actions: readonly { readonly id: string; readonly verdict: string }[];
}

let folder = '';
let pack = '';

/** Assesses files of one folder by the pack of the page on the format. */
async function assess(args: readonly string[], options: CallOptions = {}): Promise<CallResult> {
  const files = args.map((arg) => (arg.endsWith('.yaml') ? `${folder}/${arg}` : arg));
  return call(['assess', '--pack', pack, ...files], options);
}

function json(text: string): Told {
  return JSON.parse(text) as Told;
}

describe('timbang assess', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'timbang-assess-'));
    pack = await examplePack(folder);
    await writeFiles(folder, {
      'serious.yaml': SERIOUS,
      'a case.yaml': SERIOUS,
      'not-known.yaml': NOT_KNOWN,
      'misspelt.yaml': MISSPELT,
      'danger.json.yaml': '{"facts": {"danger-to-client": "none"}}',
    });
    return () => rm(folder, { recursive: true });
  });

  test('prints one object for one file, with the contract in it', async () => {
    const { code, stdout, stderr } = await assess(['serious.yaml', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(json(stdout)).toMatchObject({
      schema: 'timbang.assessment/1',
      toolVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      pack: { id: 'example' },
      lang: 'id',
    });
    expect(json(stdout).actions).toContainEqual(
      expect.objectContaining({ id: 'report-violence-at-home', verdict: 'must' }),
    );
  });

  test('prints an array for several; a bad one is told and the others go on', async () => {
    const result = await assess(['serious.yaml', 'misspelt.yaml', 'not-known.yaml', '--format', 'json']);
    expect(result.code).toBe(65);
    expect(result.stderr).toMatch(/misspelt\.yaml:2:3: E501/);
    expect(result.stderr).toContain('danger-to-client');
    expect(JSON.parse(result.stdout)).toHaveLength(2);
  });

  test('names the files where there are several', async () => {
    const { stdout } = await assess(['serious.yaml', 'not-known.yaml', '--lang', 'en']);
    expect(stdout).toContain(`File: ${folder}/serious.yaml`);
    expect(stdout).toContain(`File: ${folder}/not-known.yaml`);
  });

  test('the highest code counts, and nothing is printed when nothing could be weighed', async () => {
    const result = await assess(['misspelt.yaml', 'not-there.yaml']);
    expect(result).toMatchObject({ code: 66, stdout: '' });
    expect(result.stderr).toContain('E701');
  });

  test('reads standard input, and names with spaces', async () => {
    const [fromFile, fromStdin] = await Promise.all([
      assess(['a case.yaml', '--json']),
      assess(['-', '--json'], { stdin: SERIOUS }),
    ]);
    expect(fromFile.code).toBe(0);
    expect(fromStdin).toEqual(fromFile);
  });

  test('takes what follows -- for a file, whatever it looks like', async () => {
    const cwd = temporaryFolder();
    await writeFiles(cwd, { '--json': SERIOUS });
    const { code, stdout } = await runCli(['assess', '--pack', pack, '--lang', 'en', '--', '--json'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Report the violence');
  });

  test('what is not in the file counts as not known', async () => {
    const { stdout } = await assess(['not-known.yaml', '--json']);
    expect(json(stdout).actions.map(({ verdict }) => verdict)).toContain('depends');
  });

  test('the same input gives the same bytes on another day, and a date only where it is asked for', async () => {
    const today = await assess(['serious.yaml'], { now: '2026-11-25' });
    expect(await assess(['serious.yaml'], { now: '2031-01-01' })).toEqual(today);
    expect((await assess(['serious.yaml', '--now', '2031-01-01'])).stdout).not.toBe(today.stdout);
    const dated = await assess(['serious.yaml', '--json', '--now', '2031-01-01']);
    expect(dated).toEqual(await assess(['serious.yaml', '--json']));
  });

  test('speaks both languages of the pack', async () => {
    const [id, en] = await Promise.all(['id', 'en'].map((lang) => assess(['serious.yaml', '--lang', lang])));
    expect(id?.stdout).toContain('Laporkan kekerasan itu');
    expect(en?.stdout).toContain('Report the violence');
  });

  test('writes to a file that is not there yet, readable by its owner alone', async () => {
    const out = `${temporaryFolder()}/result.md`;
    const first = await assess(['serious.yaml', '--format', 'md', '--out', out]);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    const written = await readFile(out, 'utf8');
    expect(written).toBe((await assess(['serious.yaml', '--format', 'md'])).stdout);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const second = await assess(['not-known.yaml', '--out', out]);
    expect(second.code).toBe(73);
    expect(second.stderr).toContain('E706');
    expect(await readFile(out, 'utf8')).toBe(written);
  });

  test.each([
    { on: 'report-violence-at-home=must', code: 1 },
    { on: 'report-violence-at-home=should', code: 0 },
    { on: 'tell-the-family=silent', code: 1 },
    { on: 'depends', code: 0 },
    { on: 'contested', code: 0 },
    { on: 'report-violence-at-hme=must', code: 64 },
    { on: 'report-violence-at-home=msut', code: 64 },
    { on: 'report-violence-at-home', code: 64 },
  ])('--exit-on $on ends with $code', async ({ on, code }) => {
    expect((await assess(['serious.yaml', '--exit-on', on])).code).toBe(code);
  });

  test('--exit-on depends ends with 1 where a verdict hangs on what is not known', async () => {
    expect((await assess(['not-known.yaml', '--exit-on', 'depends'])).code).toBe(1);
  });

  test('the pack of --pack goes before that of the file, which goes before the one in force', async () => {
    const named = await writeFiles(temporaryFolder(), { 'named.yaml': `pack: ${pack}\n${SERIOUS}` });
    const byFile = await call(['assess', `${named}/named.yaml`, '--json'], {
      env: { TIMBANG_PACK: 'nowhere' },
    });
    expect(json(byFile.stdout).pack.id).toBe('example');
    const other = await call(['assess', `${named}/named.yaml`, '--json', '--pack', './nowhere']);
    expect(other.code).toBe(66);
    expect(other.stderr).toContain('E330');
  });

  test('--schema prints the schema of what it prints', async () => {
    const { code, stdout } = await call(['assess', '--schema']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  test('explain tells why of one action, also of one that nothing speaks of', async () => {
    const file = `${folder}/serious.yaml`;
    const why = await call([
      'explain',
      file,
      '--pack',
      pack,
      '--lang',
      'en',
      '--action',
      'report-violence-at-home',
    ]);
    expect(why.stdout).toContain("Someone's safety is threatened.");
    const silent = await call(['explain', file, '--pack', pack, '--action', 'false-record', '--json']);
    expect(JSON.parse(silent.stdout)).toMatchObject([{ id: 'false-record' }]);
    const none = await call(['explain', file, '--pack', pack, '--action', 'flase-record']);
    expect(none.code).toBe(64);
    expect(none.stderr).toContain('false-record');
  });
});
