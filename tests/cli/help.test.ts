import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const COMMANDS = [
  [],
  ['walk'],
  ['now'],
  ['assess'],
  ['explain'],
  ['scenario'],
  ['scenario', 'test'],
  ['rules'],
  ['rules', 'list'],
  ['rules', 'show'],
  ['rules', 'schema'],
  ['rules', 'check'],
  ['drafts'],
  ['drafts', 'list'],
  ['drafts', 'export'],
  ['drafts', 'wipe'],
  ['config'],
  ['config', 'explain'],
  ['config', 'paths'],
  ['completion'],
  ['help'],
];

describe.each(['id', 'en'])('help in %s', (lang) => {
  test.each(COMMANDS.map((command) => ({ command, name: `timbang ${command.join(' ')}` })))(
    '$name fits 80 columns and opens with examples',
    async ({ command }) => {
      const { code, stdout, stderr } = await call([...command, '--help', '--lang', lang]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
      expect(stdout.match(/\$ timbang/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
      expect(stdout.indexOf('$ timbang')).toBeLessThan(stdout.indexOf('--help'));
      expect(await call(['help', ...command, '--lang', lang])).toEqual({
        code,
        stdout,
        stderr,
      });
    },
  );

  test.each(['exit-codes', 'privacy', 'crisis', 'accessibility', 'E502', 'e801'])(
    'help %s',
    async (topic) => {
      const { code, stdout } = await call(['help', topic], { env: { TIMBANG_LANG: lang } });
      expect(code).toBe(0);
      expect(stdout.trim().split('\n').length).toBeGreaterThan(1);
      for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
    },
  );

  test('none of the library’s own English is left', async () => {
    const { stdout } = await call(['help'], { env: { TIMBANG_LANG: lang } });
    expect(stdout).not.toMatch(/Usage: |display help|output the version/);
    expect(stdout.startsWith(lang === 'id' ? 'Menimbang' : 'Weighs')).toBe(true);
  });
});

test('the version is one line', async () => {
  const { code, stdout } = await call(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each(['-h', '--help', 'help'])('timbang %s ends with 0', async (word) => {
  expect((await call([word])).code).toBe(0);
});
