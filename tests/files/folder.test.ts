import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/files/folder.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { problemOf } from './problem-of.ts';

test('a folder is made with those above it, and an empty one is taken as it is', async () => {
  const folder = path.join(temporaryFolder(), 'a', 'b');
  await makeFolder(folder, { used: false });
  await makeFolder(folder, { used: false });
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('E710: one that holds something is refused, hidden files too, unless it may be used', async () => {
  const folder = temporaryFolder();
  await writeFile(path.join(folder, '.hidden'), '');
  expect(await problemOf(makeFolder(folder, { used: false }))).toMatchObject({ code: 'E710', saw: folder });
  await expect(makeFolder(folder, { used: true })).resolves.toBeUndefined();
});

test('E708: where a file stands, or on the way to it, no folder is made', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'file');
  await writeFile(file, 'kept');
  for (const at of [file, path.join(file, 'below')])
    expect(await problemOf(makeFolder(at, { used: true }))).toMatchObject({ code: 'E708', saw: at });
});
