import { spawn } from 'node:child_process';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { PROGRAM, runCli } from '../support/cli.ts';
import { freshEnvironment, temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

describe('without a terminal', () => {
  test.each([[[]], [['walk']], [['walk', '--no-input']], [['walk', '--resume']]])(
    'timbang %j ends with 64 at once and names --answers',
    async (args) => {
      const { code, stdout, stderr } = await runCli(args, { timeout: 5000 });
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
      expect(stderr).toContain('E810');
      expect(stderr).toContain('--answers');
    },
  );

  test('endless input does not make it hang', async () => {
    const child = spawn(process.execPath, [PROGRAM], {
      env: freshEnvironment(temporaryFolder()),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.on('error', () => undefined);
    const pour = setInterval(() => child.stdin.write('y\n'.repeat(1000)), 5);
    const code = await new Promise((resolve) => child.on('exit', resolve));
    clearInterval(pour);
    expect(code).toBe(64);
  });

  test('the result of a case file is printed, also as JSON, and nothing else is on stdout', async () => {
    const cwd = temporaryFolder();
    const pack = await examplePack(cwd);
    await writeFiles(cwd, {
      'case.yaml': 'topics: [violence-at-home]\nfacts: { danger-to-client: serious }\n',
    });
    const answers = ['walk', '--pack', pack, '--answers', `${cwd}/case.yaml`];
    const text = await call(answers);
    expect(text.code).toBe(0);
    expect(text).toEqual(await call(['assess', '--pack', pack, `${cwd}/case.yaml`]));
    const json = await call([...answers, '--no-input', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'timbang.assessment/1' });
  });

  test('what is missing in the file is not known, and answers can be set by their ids', async () => {
    const pack = await examplePack(temporaryFolder());
    const set = await call([
      'walk',
      '--no-input',
      '--pack',
      pack,
      '--json',
      '--set',
      'client-age=17,supervisor=no',
    ]);
    const { facts } = JSON.parse(set.stdout) as {
      facts: readonly { id: string; answer: string; detail: string | null }[];
    };
    expect(facts).toContainEqual(
      expect.objectContaining({ id: 'client-age', answer: 'child', detail: '17' }),
    );
    expect(facts).toContainEqual(expect.objectContaining({ id: 'supervisor', answer: 'no' }));
  });

  test.each([
    { set: 'client-agee=17', code: 'E812', says: 'client-age' },
    { set: 'danger-to-client=serios', code: 'E813', says: 'serious' },
    { set: 'client-age', code: 'E811', says: 'FACT=ANSWER' },
  ])('--set $set is wrong use', async ({ set, code, says }) => {
    const pack = await examplePack(temporaryFolder());
    const result = await call(['walk', '--no-input', '--pack', pack, '--set', set]);
    expect(result.code).toBe(64);
    expect(result.stderr).toContain(code);
    expect(result.stderr).toContain(says);
  });

  test('a draft and a file of answers are not started from at once', async () => {
    const result = await call(['walk', '--resume', '--answers', 'case.yaml']);
    expect(result.code).toBe(64);
    expect(result.stderr).toContain('E807');
  });
});

test('no option takes the words of a case', async () => {
  const { stdout } = await call(['walk', '--help', '--lang', 'en']);
  expect(stdout).not.toMatch(/--(?:name|client|title|notes?|story|text|reason)\b/);
  expect(stdout).toContain('shell history');
});

test('drafts are listed, told as a case file that can be weighed, and removed', async () => {
  const home = temporaryFolder();
  const pack = await examplePack(home);
  // The first screen; violence at home is marked; the marks are confirmed; then input ends.
  const begun = await runCli(['--plain-stdin', '--pack', pack], { home, cwd: home, stdin: '\n1\n\n' });
  expect(begun.code).toBe(66);
  const listed = await runCli(['drafts', 'list', '--json'], { home, cwd: home });
  const { drafts } = JSON.parse(listed.stdout) as { drafts: readonly { id: string }[] };
  expect(drafts).toHaveLength(1);
  const out = `${home}/case.yaml`;
  expect((await runCli(['drafts', 'export', '--out', out], { home, cwd: home })).code).toBe(0);
  const weighed = await call(['assess', out, '--pack', pack, '--json']);
  expect(JSON.parse(weighed.stdout)).toMatchObject({
    topics: expect.arrayContaining([expect.objectContaining({ id: 'violence-at-home', state: 'marked' })]),
  });
  expect((await runCli(['drafts', 'export', 'nosuchid'], { home, cwd: home })).code).toBe(66);
  expect((await runCli(['drafts', 'wipe'], { home, cwd: home })).code).toBe(0);
  const left = await runCli(['drafts', 'list', '--json'], { home, cwd: home });
  expect(JSON.parse(left.stdout)).toMatchObject({ drafts: [] });
});

test('with --no-save nothing is kept', async () => {
  const home = temporaryFolder();
  const pack = await examplePack(home);
  await runCli(['--plain-stdin', '--no-save', '--pack', pack], { home, cwd: home, stdin: '\n1\n\n' });
  const listed = await runCli(['drafts', 'list', '--json'], { home, cwd: home });
  expect(JSON.parse(listed.stdout)).toMatchObject({ drafts: [] });
});
