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
  { words: ['assess', '--format', ''], offers: ['text', 'md', 'html', 'json'] },
  { words: ['rules', 'docs', '--format', ''], offers: ['html', 'md'] },
  { words: ['scenario', 'test', '--reporter', 'j'], offers: ['junit', 'json'] },
  { words: ['assess', '--exit'], offers: ['--exit-on'] },
])('bash offers $offers after timbang $words', async ({ words, offers }) => {
  expect(await offered(words)).toEqual(offers);
});

test.each([
  { kind: 'actions', word: 'report-violence-to-the-authority' },
  { kind: 'answers', word: 'danger-to-client=serious' },
  { kind: 'packs', word: 'example-agency' },
  { kind: 'pieces', word: 'priorities' },
  { kind: 'topics', word: 'exit-codes' },
])('the ids of the pack in force can be completed: $kind', async ({ kind, word }) => {
  const { code, stdout } = await call(['completion', 'values', kind]);
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n')).toContain(word);
});

test('bash asks the program for the ids of actions', async () => {
  const { stdout } = await call(['completion', 'bash']);
  const script = `timbang() { [ "$*" = 'completion values actions' ] && printf 'report-it\\nrefuse\\n'; }
${stdout}
COMP_WORDS=(timbang explain case.yaml --action re); COMP_CWORD=4; _timbang; printf '%s\\n' "\${COMPREPLY[@]}"`;
  expect(execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' })).toBe('report-it\nrefuse\n');
});

test('the manual page is what the commands say', () => {
  const check = (): string =>
    execFileSync(process.execPath, ['scripts/man.mjs', '--check'], { encoding: 'utf8', cwd: process.cwd() });
  expect(check).not.toThrow();
  expect(readProject('man/timbang.1')).toContain('.SS rules show [piece]');
});
