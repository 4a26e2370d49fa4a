import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readProject } from '../support/workplace.ts';
import { call } from './call.ts';

test.each(['bash', 'zsh', 'fish'])(
  'the completion of %s knows commands, verbs, options and values',
  async (shell) => {
    const { code, stdout } = await call(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['assess', 'darurat', 'rules', 'show', 'exit-on', 'junit'])
      expect(stdout).toContain(word);
  },
);

/** What bash offers after some words, by running the script in it. */
async function offered(words: readonly string[]): Promise<string[]> {
  const { stdout } = await call(['completion', 'bash']);
  const script = `${stdout}\nCOMP_WORDS=(timbang ${words.map((word) => `'${word}'`).join(' ')})\nCOMP_CWORD=${words.length}\n_timbang\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`;
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
}

test.each([
  { words: ['as'], offers: ['assess'] },
  { words: ['rules', 'sh'], offers: ['show'] },
  { words: ['--lang', 'en', 'rules', 'sc'], offers: ['schema'] },
  { words: ['assess', '--format', ''], offers: ['text', 'md', 'json'] },
  { words: ['rules', 'docs', '--format', ''], offers: ['html', 'md'] },
  { words: ['scenario', 'test', '--reporter', 'j'], offers: ['junit', 'json'] },
  { words: ['assess', '--exit'], offers: ['--exit-on'] },
])('bash offers $offers after timbang $words', async ({ words, offers }) => {
  expect(await offered(words)).toEqual(offers);
});

test('the manual page is what the commands say', () => {
  const check = (): string =>
    execFileSync(process.execPath, ['scripts/man.mjs', '--check'], { encoding: 'utf8', cwd: process.cwd() });
  expect(check).not.toThrow();
  expect(readProject('man/timbang.1')).toContain('.SS rules show [piece]');
});
