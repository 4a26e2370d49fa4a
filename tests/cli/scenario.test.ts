import { mkdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

const head = (id: string): string => `schema: timbang.scenario/1\nid: ${id}\ntopics: [violence-at-home]\n`;
const HOLDS = `${head('reported')}facts: { danger-to-client: serious }\nexpect: { verdicts: { report-violence-at-home: must } }\n`;
const FAILS = `${head('kept-quiet')}facts: { danger-to-client: serious }\nexpect: { never: [report-violence-at-home] }\n`;
const BROKEN = `${head('broken')}facts: { danger-to-client: serios }\nexpect: { never: [leave-it-at-that] }\n`;

async function folderOf(files: Readonly<Record<string, string>>): Promise<{ cwd: string; pack: string }> {
  const cwd = await writeFiles(temporaryFolder(), files);
  return { cwd, pack: await examplePack(cwd) };
}

describe('timbang scenario test', () => {
  test('runs the files and folders that are named, and says in one line that all held', async () => {
    const { cwd, pack } = await folderOf({
      'a/one.yaml': HOLDS,
      'a/b/two.yml': HOLDS,
      'a/notes.txt': 'none',
    });
    const result = await call(['scenario', 'test', `${cwd}/a`, '--pack', pack, '--lang', 'en']);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toMatch(/^Tests: 2, files: 2\./);
  });

  test('a failing one ends with 1 and is told with its line, what came, and the facts', async () => {
    const { cwd, pack } = await folderOf({ 'a/holds.yaml': HOLDS, 'a/fails.yaml': FAILS });
    const result = await call([
      'scenario',
      'test',
      `${cwd}/a`,
      '--pack',
      pack,
      '--filter',
      'kept',
      '--lang',
      'en',
    ]);
    expect(result.code).toBe(1);
    const told = result.stdout.replaceAll(/\s+/g, ' ');
    expect(told).toContain('fails.yaml:5:');
    expect(told).toContain('must');
    expect(told).toContain('danger-to-client: serious');
  });

  test('one that cannot be judged ends with 65, and the others are run all the same', async () => {
    const { cwd, pack } = await folderOf({ 'broken.yaml': BROKEN, 'fails.yaml': FAILS, 'holds.yaml': HOLDS });
    const files = ['broken', 'fails', 'holds'].map((name) => `${cwd}/${name}.yaml`);
    const result = await call(['scenario', 'test', ...files, '--pack', pack, '--json']);
    expect(result.code).toBe(65);
    expect(result.stderr).toMatch(/broken\.yaml:4:28: E502/);
    expect(JSON.parse(result.stdout)).toMatchObject({ tests: 2, failed: 1 });
  });

  test.each([
    { reporter: 'tap', says: 'not ok' },
    { reporter: 'junit', says: '<failure' },
    { reporter: 'json', says: '"failed": 1' },
  ])('--reporter $reporter is for programs', async ({ reporter, says }) => {
    const { cwd, pack } = await folderOf({ 'fails.yaml': FAILS });
    const args = ['scenario', 'test', `${cwd}/fails.yaml`, '--pack', pack, '--reporter', reporter];
    const result = await call(args);
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(result.stdout).toContain(says);
    expect(await call([...args, '--now', '2031-01-01'])).toEqual(result);
  });

  test('without arguments it runs the scenarios of the pack in force', async () => {
    const { cwd, pack } = await folderOf({ 'example/scenarios/holds.yaml': HOLDS });
    const result = await runCli(['scenario', 'test', '--pack', pack], { cwd });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('1');
  });

  test('a folder without scenarios, and a name without a file, end with 66', async () => {
    const { cwd, pack } = await folderOf({});
    await mkdir(`${cwd}/empty`);
    const empty = await call(['scenario', 'test', `${cwd}/empty`, '--pack', pack]);
    expect(empty.code).toBe(66);
    expect(empty.stderr).toContain('E819');
    const none = await call(['scenario', 'test', `${cwd}/nowhere`, '--pack', pack]);
    expect(none.code).toBe(66);
    expect(none.stderr).toContain('E701');
  });
});
