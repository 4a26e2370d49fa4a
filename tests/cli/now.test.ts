import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

test('the numbers of the pack in force, each with the month in which it was last seen', async () => {
  const pack = await examplePack(temporaryFolder());
  const { code, stdout, stderr } = await call(['now', '--pack', pack, '--lang', 'en'], { now: '2026-02-01' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('129, WA 08111-129-129');
  expect(stdout).toContain('01/2026');
});

test('under 12 lines that fit a small screen', async () => {
  const { stdout } = await call(['darurat']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(12);
  for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(80);
});

test('darurat is the same as now', async () => {
  expect(await call(['darurat'])).toEqual(await call(['now']));
});

test.each([
  { name: 'a configuration that cannot be read', files: { 'timbang.yaml': 'lang: [' } },
  { name: 'a configuration with an unknown language', files: { 'timbang.yaml': 'lang: fr' } },
  { name: 'a configuration that names a pack that is not there', files: { 'timbang.yaml': 'pack: nowhere' } },
])('works with $name', async ({ files }) => {
  const cwd = await writeFiles(temporaryFolder(), files);
  const { code, stdout } = await call(['now'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('110');
});

test.each([
  ['TIMBANG_LANG', { TIMBANG_LANG: 'fr' }, []],
  ['--lang', {}, ['--lang', 'fr']],
])('works in a language of ours when %s names another', async (_, env, args) => {
  const { code, stdout } = await call(['now', ...args], { env });
  expect(code).toBe(0);
  expect(stdout).toContain('110');
});

test('works with a pack that is broken: says so, and gives the numbers that come with the program', async () => {
  const folder = temporaryFolder();
  const pack = await examplePack(folder);
  await rm(path.join(pack, 'sources.yaml'));
  const { code, stdout, stderr } = await call(['now', '--pack', pack, '--lang', 'en']);
  expect(code).toBe(0);
  expect(stdout).toContain('110');
  expect(stderr).toContain('timbang rules check');
});

test('works without a home, an environment or anything on stdin', async () => {
  const nothing = { HOME: undefined, XDG_CONFIG_HOME: undefined, XDG_STATE_HOME: undefined };
  const { code, stdout } = await runCli(['now'], { env: { ...nothing, XDG_DATA_HOME: undefined } });
  expect(code).toBe(0);
  expect(stdout).toContain('110');
});
