import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

test('rules docs writes a site and Markdown into a new folder, and says so', async () => {
  const cwd = temporaryFolder();
  const pack = await examplePack(cwd);
  const { code, stdout, stderr } = await call(['rules', 'docs', pack, '--out', 'new/pages', '--lang', 'en'], {
    cwd,
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  const names = await readdir(path.join(cwd, 'new', 'pages'));
  expect(stderr).toBe(`Pages written to new/pages: ${names.length}.\n`);
  for (const name of [
    'index',
    'principle-confidentiality',
    'priorities',
    'escalation',
    'sources',
    'register',
  ])
    expect(names).toEqual(expect.arrayContaining([`${name}.html`, `${name}.md`]));
  const page = await readFile(path.join(cwd, 'new', 'pages', 'principle-confidentiality.html'), 'utf8');
  expect(page).toContain('You should do this: ');
  expect(page).toContain('Consent opens the way without a breach of trust.');
});

test('--format writes one form only, and the pages may be read by others', async () => {
  const cwd = temporaryFolder();
  const pack = await examplePack(cwd);
  await call(['rules', 'docs', pack, '--out', 'pages', '--format', 'md'], { cwd });
  const names = await readdir(path.join(cwd, 'pages'));
  expect(names.filter((name) => !name.endsWith('.md'))).toEqual([]);
  const { mode } = await stat(path.join(cwd, 'pages', 'index.md'));
  expect(mode & 0o400).toBe(0o400);
  expect(mode & 0o111).toBe(0);
});

test('E710: a folder that is not empty is left as it is; --force replaces pages and nothing else', async () => {
  const cwd = temporaryFolder();
  const pack = await examplePack(cwd);
  const docs = ['rules', 'docs', pack, '--out', 'pages', '--lang', 'en'];
  await call(docs, { cwd });
  const [own, index] = ['own.txt', 'index.html'].map((name) => path.join(cwd, 'pages', name)) as [
    string,
    string,
  ];
  await writeFile(own, 'mine');
  await writeFile(index, 'older');
  const refused = await call(docs, { cwd });
  expect(refused.code).toBe(73);
  expect(refused.stderr).toContain('E710');
  expect(await readFile(index, 'utf8')).toBe('older');
  const forced = await call([...docs, '--force'], { cwd });
  expect(forced.code).toBe(0);
  expect(await readFile(index, 'utf8')).toContain('<!doctype html>');
  expect(await readFile(own, 'utf8')).toBe('mine');
});

test('E708: where a file stands no folder is made', async () => {
  const cwd = temporaryFolder();
  const pack = await examplePack(cwd);
  await writeFile(path.join(cwd, 'pages'), 'a file');
  const { code, stderr } = await call(['rules', 'docs', pack, '--out', 'pages', '--force'], { cwd });
  expect(code).toBe(73);
  expect(stderr).toContain('E708');
});

test('E803: without --out it says what is missing, and a pack with problems leaves no folder behind', async () => {
  const cwd = temporaryFolder();
  const { code, stderr } = await call(['rules', 'docs', '--lang', 'en'], { cwd });
  expect(code).toBe(64);
  expect(stderr).toContain('E803: timbang rules docs needs --out');
  const absent = await call(['rules', 'docs', './no-such-pack', '--out', 'pages'], { cwd });
  expect(absent.code).toBe(66);
  expect(await readdir(cwd)).not.toContain('pages');
});
