import { describe, expect, test } from 'vitest';
import { readEdited, readMarks, readOne, readText, tidy } from '../../src/ask/commands.ts';

const CHOICES = [
  { value: 'yes', label: 'Ya' },
  { value: 'no', label: 'Tidak' },
  { value: 'withheld', label: 'Tidak ingin menjawab' },
];

const value = (one: unknown) => ({ kind: 'value', value: one });
const command = (one: string) => ({ kind: 'command', command: one });

describe('a choice', () => {
  test.each([
    { name: 'a number', typed: '2', means: value('no') },
    { name: 'a number with blanks', typed: '  3 ', means: value('withheld') },
    { name: 'the words', typed: 'tidak', means: value('no') },
    { name: 'the beginning of one', typed: 'tidak ingin', means: value('withheld') },
    { name: 'a beginning of two', typed: 't', means: { kind: 'slip', slip: 'not-a-choice', typed: 't' } },
    { name: 'a number too high', typed: '4', means: { kind: 'slip', slip: 'not-a-choice', typed: '4' } },
    { name: 'zero', typed: '0', means: { kind: 'slip', slip: 'not-a-choice', typed: '0' } },
    { name: 'nothing', typed: '', means: { kind: 'slip', slip: 'nothing-chosen', typed: '' } },
    { name: 'a question mark', typed: '?', means: command('help') },
  ])('reads $name', ({ typed, means }) => expect(readOne(typed, CHOICES)).toEqual(means));

  test('keeps what holds on an empty line', () => expect(readOne('', CHOICES, 'no')).toEqual(value('no')));
});

test.each([
  ['back', ':back', ':kembali'],
  ['why', ':why', ':mengapa'],
  ['now', ':now', ':darurat'],
  ['hide', ':hide', ':sembunyi'],
  ['place', ':place', ':tempat'],
  ['lang', ':lang', ':bahasa'],
  ['change', ':change', ':ubah'],
  ['quit', ':quit', ':keluar'],
  ['quit-silently', ':quit!', ':keluar!'],
  ['commands', ':help', ':bantuan'],
])('%s is typed in either language, at every kind of prompt', (name, ...words) => {
  for (const word of [...words, ...words.map((one) => one.toUpperCase())]) {
    expect(readOne(word, CHOICES)).toEqual(command(name));
    expect(readMarks(word, CHOICES, [])).toEqual(command(name));
    expect(readText(word)).toEqual(command(name));
  }
});

test('a word after a colon that is no command is said, not taken as text', () => {
  expect(readText(':kembaly')).toEqual({ kind: 'slip', slip: 'unknown-command', typed: ':kembaly' });
  expect(readText(':constructor')).toEqual({ kind: 'slip', slip: 'unknown-command', typed: ':constructor' });
});

describe('marks', () => {
  test.each([
    { name: 'numbers in the order of the list', typed: '3, 1', means: value(['yes', 'withheld']) },
    { name: 'blanks between them', typed: '1 2', means: value(['yes', 'no']) },
    { name: 'none', typed: '0', means: value([]) },
    { name: 'an empty line as what is marked', typed: '', means: value(['no']) },
    {
      name: 'the first number that is none',
      typed: '1,9',
      means: { kind: 'slip', slip: 'not-a-choice', typed: '9' },
    },
  ])('reads $name', ({ typed, means }) => expect(readMarks(typed, CHOICES, ['no'])).toEqual(means));
});

describe('a text that began as another one', () => {
  test.each([
    { name: 'a command typed after it', typed: '2026-12-02:mengapa', means: command('why') },
    { name: 'a command after a blank', typed: '2026-12-02 :kembali', means: command('back') },
    { name: 'words after it', typed: '2026-12-02: pagi', means: value('2026-12-02: pagi') },
    { name: 'another text', typed: 'besok', means: value('besok') },
    { name: 'a command alone', typed: ':now', means: command('now') },
    { name: 'nothing left', typed: '', means: value('') },
  ])('reads $name', ({ typed, means }) => expect(readEdited(typed, '2026-12-02')).toEqual(means));
});

describe('a text', () => {
  test.each([
    { name: 'as it stands', typed: ' karena  aman ', means: value('karena  aman') },
    { name: 'an empty line as what is there', typed: '', means: value('lama') },
    { name: 'a hyphen as nothing', typed: '-', means: value('') },
    { name: 'a colon inside of it', typed: 'rencana: besok', means: value('rencana: besok') },
  ])('reads $name', ({ typed, means }) => expect(readText(typed, 'lama')).toEqual(means));

  test('loses what could move a terminal or turn the direction of reading', () => {
    expect(tidy('a\x1b[2Jb\u202Ec\u0000')).toBe('a [2Jb c');
  });
});
