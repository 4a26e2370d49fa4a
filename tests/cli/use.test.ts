import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

interface Misuse {
  readonly name: string;
  readonly args: readonly string[];
  readonly code: string;
  readonly says?: string;
}

const misuses: readonly Misuse[] = [
  { name: 'a command with a slip of the keyboard', args: ['ases'], code: 'E801', says: 'assess' },
  { name: 'a word that is near no command', args: ['zzzzzzzz'], code: 'E801' },
  { name: 'a verb with a slip of the keyboard', args: ['rules', 'shwo'], code: 'E801', says: 'show' },
  {
    name: 'an option with a slip of the keyboard',
    args: ['assess', '--fromat', 'md', 'x'],
    code: 'E802',
    says: '--format',
  },
  { name: 'an argument that is missing', args: ['assess'], code: 'E803' },
  { name: 'an option without its value', args: ['assess', 'x.yaml', '--format'], code: 'E804' },
  {
    name: 'a value that is not among the choices',
    args: ['assess', 'x', '--format', 'jsno'],
    code: 'E805',
    says: 'json',
  },
  {
    name: 'an argument that is not among the choices',
    args: ['completion', 'bsh'],
    code: 'E805',
    says: 'bash',
  },
  {
    name: 'a language that is not spoken',
    args: ['rules', 'list', '--lang', 'fr'],
    code: 'E805',
    says: 'id',
  },
  { name: 'an argument too many', args: ['now', 'here'], code: 'E806' },
  { name: 'two formats at once', args: ['assess', 'x', '--json', '--format', 'md'], code: 'E807' },
  {
    name: 'a topic of help that is not there',
    args: ['help', 'exit-code'],
    code: 'E809',
    says: 'exit-codes',
  },
  { name: 'a date that is not in the calendar', args: ['now', '--now', '2026-02-30'], code: 'E821' },
];

describe.each(['id', 'en'])('wrong use in %s', (lang) => {
  test.each(misuses)('$name: 64, told on stderr', async ({ args, code, says }) => {
    const result = await call(args, { env: { TIMBANG_LANG: lang } });
    expect(result.stderr).toContain(code);
    if (says) expect(result.stderr).toContain(says);
    expect(result.code).toBe(64);
    expect(result.stdout).toBe('');
  });
});

test('a group of commands without a verb prints its help on stderr and ends with 64', async () => {
  const result = await call(['rules']);
  expect(result).toMatchObject({ code: 64, stdout: '' });
  expect(result.stderr).toContain('$ timbang rules show');
  expect(result.stderr).toContain('E808');
});

test('the words differ between the languages, the code does not', async () => {
  const [id, en] = await Promise.all(['id', 'en'].map((lang) => call(['ases', '--lang', lang])));
  expect(id?.stderr).not.toBe(en?.stderr);
  expect(id?.stderr.match(/E\d+/g)).toEqual(en?.stderr.match(/E\d+/g));
});
