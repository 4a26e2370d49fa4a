import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { PROGRAM, runCli } from '../support/cli.ts';
import { freshEnvironment, temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

const FAILING = `schema: timbang.scenario/1
topics: [violence-at-home]
facts: { danger-to-client: serious }
expect: { verdicts: { report-violence-at-home: must-not } }
`;

describe('how the program ends', () => {
  test('0: it finished', async () => {
    expect(await runCli(['--version'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('1: a check found something', async () => {
    const cwd = await writeFiles(temporaryFolder(), { 'failing.yaml': FAILING });
    const pack = await examplePack(cwd);
    const result = await runCli(['scenario', 'test', 'failing.yaml', '--pack', pack], { cwd });
    expect(result.code).toBe(1);
  });

  test('64: wrong use, or nobody can be asked', async () => {
    expect((await runCli(['assess'])).code).toBe(64);
    expect((await runCli([])).code).toBe(64);
  });

  test('65: bad content', async () => {
    const cwd = await writeFiles(temporaryFolder(), { 'case.yaml': 'facts: [' });
    expect((await runCli(['assess', 'case.yaml'], { cwd })).code).toBe(65);
  });

  test('66: a file is missing, or input ended early', async () => {
    expect((await runCli(['assess', 'nowhere.yaml'])).code).toBe(66);
    const cwd = temporaryFolder();
    const pack = await examplePack(cwd);
    const early = await runCli(['--plain-stdin', '--pack', pack], { cwd, stdin: '\n' });
    expect(early).toMatchObject({ code: 66, stdout: '' });
  });

  test('70: a fault of ours, in one calm line without a trace or a word of the case', async () => {
    const clock = (): Date => {
      throw new TypeError('Siti told me a secret');
    };
    const result = await call(['now'], { clock });
    expect(result).toMatchObject({ code: 70, stdout: '' });
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).not.toMatch(/ at |TypeError|Siti/);
    const debugged = await call(['now'], { clock, env: { TIMBANG_DEBUG: '1' } });
    expect(debugged.stderr).toContain('TypeError');
  });

  test('73: a file cannot be created', async () => {
    const cwd = temporaryFolder();
    const pack = await examplePack(cwd);
    await writeFiles(cwd, { 'case.yaml': 'facts: {}', 'there.txt': 'mine' });
    const there = await runCli(['assess', 'case.yaml', '--pack', pack, '--out', 'there.txt'], { cwd });
    expect(there.code).toBe(73);
  });

  test('74: the result could not be written', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'help'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'ignore'],
      env: freshEnvironment(temporaryFolder()),
    });
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(74);
  });

  test('78: the configuration is at fault', async () => {
    const cwd = await writeFiles(temporaryFolder(), { 'timbang.yaml': 'lang: fr\n' });
    const result = await runCli(['rules', 'list'], { cwd });
    expect(result.code).toBe(78);
    expect(result.stderr).toMatch(/timbang\.yaml:1:7: E853/);
  });

  test('130: interrupted, the draft kept, and how to resume', async () => {
    const home = temporaryFolder();
    const pack = await examplePack(home);
    const child = spawn(process.execPath, [PROGRAM, '--plain-stdin', '--lang', 'en', '--pack', pack], {
      cwd: home,
      env: freshEnvironment(home),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => {
      const before = told;
      told += chunk.toString();
      if (!before.includes('1.') && told.includes('1.')) child.stdin.write('1\n\n');
      if (!/danger to the client/i.test(before) && /danger to the client/i.test(told)) child.kill('SIGINT');
    });
    // The first screen waits for Enter.
    child.stdin.write('\n');
    expect(await new Promise((resolve) => child.on('exit', resolve)), told).toBe(130);
    expect(told).toContain('timbang walk --resume');
    expect(told).not.toMatch(/^\s+at /m);
    const drafts = await runCli(['drafts', 'list', '--json'], { home, cwd: home });
    expect(JSON.parse(drafts.stdout)).toMatchObject({ drafts: [{ lang: 'en' }] });
  });
});

test('somebody who stops reading has what they wanted, and nothing is told', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'rules', 'list', '--json'], {
    env: freshEnvironment(temporaryFolder()),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect({ code, told }).toEqual({ code: 0, told: '' });
});
