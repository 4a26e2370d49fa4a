import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { newPassphrase, unlockText } from '../../src/cli/record/unlock.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { lockWith } from '../../src/records/keys/age.ts';
import { call } from '../cli/call.ts';
import { readProject, temporaryFolder } from '../support/workplace.ts';

/** What stands under a home, by the end of its path. */
function fileIn(home: string, ending: string): string {
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
  return path.join(home, files.find((file) => file.endsWith(ending)) ?? ending);
}

/** A home with a store in it, and a text beside it that is nothing. */
async function homeWithStore(): Promise<string> {
  const home = temporaryFolder();
  writeFileSync(path.join(home, 'text.json'), 'no text of a program');
  const init = ['record', 'init', '--unprotected', '--recovery', path.join(home, 'recovery.txt')];
  expect(await call(init, { cwd: home })).toMatchObject({ code: 0 });
  return home;
}

test.each([
  { code: 'E602', args: ['init', '--unprotected'] },
  { code: 'E603', args: ['list', '--identity', '{home}/none.age'] },
  { code: 'E635', args: ['list', '--identity', '{home}/text.json'] },
  { code: 'E619', args: ['verify', '--against', '{home}/text.json'] },
  { code: 'E621', args: ['add', '{home}/text.json'] },
  { code: 'E624', args: ['key', 'add', 'timbang-key:nothing'] },
  { code: 'E626', args: ['restore', '--rehearse', '--recovery', '{identity}'] },
])('record $args is refused ($code)', async ({ code, args }) => {
  const home = await homeWithStore();
  const filled = args.map((word) =>
    word.replace('{home}', home).replace('{identity}', fileIn(home, 'identity.age')),
  );
  const result = await call(['record', ...filled], { cwd: home });
  expect(result.stderr).toContain(code);
  expect(result.code).toBeGreaterThan(0);
});

test('a decision with a field that none has is refused (E622)', async () => {
  const home = await homeWithStore();
  const decision = JSON.parse(readProject('tests/records/faults/sample-decision.json')) as object;
  writeFileSync(path.join(home, 'odd.json'), JSON.stringify({ ...decision, odd: 1 }));
  const { stderr } = await call(['record', 'add', path.join(home, 'odd.json')], { cwd: home });
  expect(stderr).toContain('E622');
});

test('where nobody can be asked, nothing is waited for (E623)', async () => {
  const { stderr } = await call(['record'], { cwd: await homeWithStore() });
  expect(stderr).toContain('E623');
});

test('a journal that does not hold together is not written to (E612)', async () => {
  const home = await homeWithStore();
  const journal = fileIn(home, 'journal.jsonl');
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('"made"', '"mode"'));
  const { stderr } = await call(['record', 'list'], { cwd: home });
  expect(stderr).toContain('E612');
});

/** A shell at a terminal on which lines are typed, one after the other has been asked for. */
function typing(...lines: readonly string[]): Shell {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  lines.forEach((line, at) => setTimeout(() => stdin.write(`${line}\r`), 50 * at));
  const shell = {
    host: { stdin, stderr, env: {} },
    say: () => '',
    globals: {},
    plain: true,
    colour: () => 0,
  };
  return shell as unknown as Shell;
}

test.each([
  { name: 'a short passphrase', code: 'E627', typed: ['short'] },
  { name: 'one that was typed in two ways', code: 'E637', typed: ['four words of nothing', 'four words'] },
])('$name is refused ($code)', async ({ code, typed }) => {
  await expect(newPassphrase(typing(...typed))).rejects.toMatchObject({ problems: [{ code }] });
});

test('a file that was locked opens with its passphrase alone (E604)', async () => {
  const locked = await lockWith('four words of nothing', 'a text', 2);
  expect(await unlockText(typing('four words of nothing'), 'a.age', locked)).toBe('a text');
  await expect(unlockText(typing('four words'), 'a.age', locked)).rejects.toMatchObject({
    problems: [{ code: 'E604', saw: 'a.age' }],
  });
});

test('the beginning of several names is told of as such, with the names (E636)', async () => {
  const home = await homeWithStore();
  const decision = JSON.parse(readProject('tests/records/faults/sample-decision.json')) as object;
  for (const id of ['DR-2026-7Q2M9XPA', 'DR-2026-7Q2M9XPB']) {
    writeFileSync(path.join(home, `${id}.json`), JSON.stringify({ ...decision, id }));
    expect(await call(['record', 'add', path.join(home, `${id}.json`)], { cwd: home })).toMatchObject({
      code: 0,
    });
  }
  const { stderr, code } = await call(['record', 'show', 'DR-2026-7Q2M'], { cwd: home });
  expect(code).toBeGreaterThan(0);
  for (const word of ['E636', 'DR-2026-7Q2M9XPA', 'DR-2026-7Q2M9XPB']) expect(stderr).toContain(word);
});

test('an amendment names no action that the result does not (E638)', async () => {
  const home = await homeWithStore();
  const [sample, file] = ['tests/records/faults/sample-decision.json', path.join(home, 'change.yaml')];
  writeFileSync(path.join(home, 'decision.json'), readProject(sample));
  expect(await call(['record', 'add', path.join(home, 'decision.json')], { cwd: home })).toMatchObject({
    code: 0,
  });
  const amend = (id: string) => {
    writeFileSync(file, `because: a slip\ndecided:\n  ${id}: do\n`);
    return call(['record', 'amend', 'DR-2026', '--from', file], { cwd: home });
  };
  const { stderr } = await amend('ask-about-the-dangr');
  for (const word of ['change.yaml:3:3', 'E638', 'ask-about-the-danger']) expect(stderr).toContain(word);
  expect(await amend('ask-about-the-danger')).toMatchObject({ code: 0 });
});
