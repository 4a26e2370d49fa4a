import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { ROOT, readProject, temporaryFolder, writeFiles } from '../support/workplace.ts';

/** Runs `bin/timbang.js` out of another folder, with the `dist/` given. */
async function runBin(dist: Readonly<Record<string, string>>): Promise<{ code: number; stderr: string }> {
  const folder = await writeFiles(temporaryFolder(), { 'package.json': '{ "type": "module" }', ...dist });
  await cp(path.join(ROOT, 'bin'), path.join(folder, 'bin'), { recursive: true });
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/timbang.js'], { cwd: folder }, (error, _, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stderr });
    });
  });
}

test('a program that was not built says how to build it, in both languages', async () => {
  const { code, stderr } = await runBin({});
  expect(code).toBe(70);
  expect(stderr).toBe('timbang: belum dibangun. Jalankan: npm ci\ntimbang: not built yet. Run: npm ci\n');
});

test('a fault inside the program is not taken for a missing build', async () => {
  const { code, stderr } = await runBin({
    'dist/main.js': "throw new Error('inside');",
    'dist/package.json': '{ "type": "commonjs" }',
  });
  expect(code).not.toBe(70);
  expect(stderr).toContain('inside');
});

test('a part of the program that is missing is not taken for a missing build either', async () => {
  const { code, stderr } = await runBin({
    'dist/main.js': "require('./gone.js');",
    'dist/package.json': '{ "type": "commonjs" }',
  });
  expect(code).not.toBe(70);
  expect(stderr).toContain('gone.js');
});

test('the version is that of package.json, alone on its line', async () => {
  const { version } = JSON.parse(readProject('package.json')) as { version: string };
  expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
});
