import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

let folder = '';
let pack = '';
beforeEach(async () => {
  folder = temporaryFolder();
  pack = await examplePack(folder);
  await writeFiles(folder, {
    'case.yaml': 'topics: [violence-at-home]\nfacts: { danger-to-client: none, supervisor: yes }\n',
  });
});

const whatIf = (args: readonly string[]) => call(['whatif', `${folder}/case.yaml`, '--pack', pack, ...args]);

test('tells what another answer changes, in both languages', async () => {
  const english = await whatIf(['--set', 'danger-to-client=serious', '--lang', 'en']);
  expect(english).toMatchObject({ code: 0, stderr: '' });
  const words = english.stdout.replaceAll(/\s+/g, ' ');
  expect(words).toContain('Report the violence to the competent authority: before nothing said, after must.');
  const indonesian = await whatIf(['--set', 'danger-to-client=serious', '--lang', 'id']);
  expect(indonesian.stdout).toContain('sebelumnya');
  expect(indonesian.stdout).not.toContain('before');
});

test('searches for the answers that give an action a verdict, and gives both as JSON', async () => {
  const { code, stdout } = await whatIf([
    ...['--set', 'supervisor=no', '--toward', 'report-violence-at-home=must', '--json'],
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'timbang.what-if/1',
    set: { supervisor: 'no' },
    toward: [
      {
        action: 'report-violence-at-home',
        to: 'must',
        now: 'silent',
        ways: [{ kind: 'given', set: { 'danger-to-client': 'serious' } }],
        more: false,
      },
    ],
  });
});

test.each([
  [['--set', 'no-such-fact=yes'], 'E812'],
  [['--set', 'danger-to-client=enormous'], 'E813'],
  [['--toward', 'no-such-action=must'], 'E814'],
  [['--toward', 'report-violence-at-home=perhaps'], 'E805'],
  [['--toward', 'report-violence-at-home'], 'E811'],
  [['--set', 'danger-to-client=none', '--json', '--format', 'text'], 'E807'],
  [[], 'E803'],
])('%j is wrong use: %s', async (args, code) => {
  const result = await whatIf(args);
  expect(result).toMatchObject({ code: 64, stdout: '' });
  expect(result.stderr).toContain(code);
});
