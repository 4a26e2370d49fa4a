import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { bundledFile } from '../../scripts/bundled.mjs';
import { writeAtomic } from '../../src/files/write.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { problemOf } from './problem-of.ts';

const ON_WINDOWS = process.platform === 'win32';

function fileIn(folder: string, text?: string): string {
  const file = path.join(folder, 'result.md');
  if (text !== undefined) writeFileSync(file, text);
  return file;
}

describe('writing', () => {
  test.each([
    { name: 'text', bytes: 'hasil: é\n' },
    { name: 'nothing', bytes: '' },
    { name: 'more than one call of the system takes', bytes: 'x'.repeat(8 * 1024 * 1024) },
  ])('$name leaves that file and no other', async ({ bytes }) => {
    const folder = temporaryFolder();
    await writeAtomic(fileIn(folder), bytes);
    expect(readFileSync(fileIn(folder), 'utf8') === bytes).toBe(true);
    expect(readdirSync(folder)).toEqual(['result.md']);
  });

  test.skipIf(ON_WINDOWS)('is for the owner alone unless told otherwise', async () => {
    const folder = temporaryFolder();
    await writeAtomic(path.join(folder, 'own'), 'x');
    await writeAtomic(path.join(folder, 'shared'), 'x', { mode: 0o644 });
    expect(statSync(path.join(folder, 'own')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'shared')).mode & 0o777).toBe(0o644 & ~process.umask());
  });

  test.skipIf(ON_WINDOWS)('over a file that all could read leaves it to the owner', async () => {
    const file = fileIn(temporaryFolder(), 'old');
    chmodSync(file, 0o666);
    await writeAtomic(file, 'new', { overwrite: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test('over a file leaves its other names alone', async () => {
    const folder = temporaryFolder();
    const other = path.join(folder, 'other.md');
    const file = fileIn(folder, 'old');
    linkSync(file, other);
    await writeAtomic(file, 'new', { overwrite: true });
    expect(readFileSync(other, 'utf8')).toBe('old');
  });

  test('one name many times at once lets exactly one through', async () => {
    const file = fileIn(temporaryFolder());
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => writeAtomic(file, `${index}`)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(path.dirname(file))).toEqual(['result.md']);
  });
});

describe('what is refused', () => {
  test('a file that is there: it is kept', async () => {
    const file = fileIn(temporaryFolder(), 'old');
    expect(await problemOf(writeAtomic(file, 'new'))).toEqual({ code: 'E706', saw: file });
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  test.each([{ overwrite: true }, { overwrite: false }])('a symbolic link (%o)', async (options) => {
    const folder = temporaryFolder();
    const victim = path.join(folder, 'victim');
    writeFileSync(victim, 'old');
    symlinkSync(victim, fileIn(folder));
    expect(await problemOf(writeAtomic(fileIn(folder), 'new', options))).toMatchObject({ code: 'E707' });
    expect(readFileSync(victim, 'utf8')).toBe('old');
    expect(readlinkSync(fileIn(folder))).toBe(victim);
  });

  test('a symbolic link to nothing', async () => {
    const folder = temporaryFolder();
    symlinkSync(path.join(folder, 'elsewhere'), fileIn(folder));
    expect(await problemOf(writeAtomic(fileIn(folder), 'new'))).toMatchObject({ code: 'E707' });
    expect(readdirSync(folder)).toEqual(['result.md']);
  });

  test('a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(fileIn(folder));
    expect(await problemOf(writeAtomic(fileIn(folder), 'new', { overwrite: true }))).toMatchObject({
      code: 'E707',
    });
    expect(lstatSync(fileIn(folder)).isDirectory()).toBe(true);
  });

  test('a folder that is missing', async () => {
    const file = path.join(temporaryFolder(), 'none', 'result.md');
    expect(await problemOf(writeAtomic(file, 'new'))).toEqual({
      code: 'E708',
      saw: file,
      values: { reason: 'ENOENT' },
    });
  });

  test('a file below a file', async () => {
    const file = path.join(fileIn(temporaryFolder(), 'old'), 'result.md');
    expect(await problemOf(writeAtomic(file, 'new'))).toMatchObject({
      code: 'E708',
      values: { reason: 'ENOTDIR' },
    });
  });

  test('a name that is free for a draft and too long for the file: nothing is left', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'x'.repeat(300));
    expect(await problemOf(writeAtomic(file, 'new'))).toMatchObject({ code: 'E708' });
    expect(readdirSync(folder)).toEqual([]);
  });

  // The shell lets no file grow over 64 KB, as a full disk would.
  test.skipIf(ON_WINDOWS)(
    'a disk that is full: what was there is kept, and nothing else is left',
    async () => {
      const folder = temporaryFolder();
      const child = await bundledFile('tests/files/write-child.ts', temporaryFolder());
      const file = fileIn(folder, 'old');
      const { stdout } = spawnSync(
        'sh',
        ['-c', 'trap "" XFSZ; ulimit -f 128; exec "$@"', 'sh', process.execPath, child, file],
        { encoding: 'utf8' },
      );
      expect(JSON.parse(stdout)).toEqual([{ code: 'E709', saw: file, values: { reason: 'EFBIG' } }]);
      expect(readFileSync(file, 'utf8')).toBe('old');
      expect(readdirSync(folder)).toEqual(['result.md']);
    },
  );
});
