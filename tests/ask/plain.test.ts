import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { plainPrompter } from '../../src/ask/plain.ts';
import type { Terminal } from '../../src/ask/terminal.ts';

const QUESTION = {
  body: () => [[{ text: 'Orang-orangnya' }], [], [{ text: 'Seberapa berat bahayanya?' }]],
  choices: [
    { value: 'none', label: 'Tidak ada' },
    { value: 'serious', label: 'Serius' },
  ],
};

function session(input: string, lang = 'id') {
  const stream = new PassThrough();
  const output = new PassThrough();
  let said = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  let interrupt = () => {};
  const terminal: Terminal = {
    input: stream,
    output,
    level: 0,
    clears: false,
    onInterrupt(then) {
      interrupt = then;
      return () => {};
    },
  };
  const prompter = plainPrompter(terminal, lang);
  stream.write(input);
  return { prompter, stream, output: () => said, interrupt: () => interrupt() };
}

describe('the plain prompter', () => {
  test('numbers the choices and reads one line', async () => {
    const { prompter, output } = session('2\n');
    await expect(prompter.chooseOne(QUESTION)).resolves.toEqual({ kind: 'value', value: 'serious' });
    expect(output()).toBe(
      [
        '',
        'Orang-orangnya',
        '',
        'Seberapa berat bahayanya?',
        '',
        'Pilihan:',
        '1. Tidak ada',
        '2. Serius',
        'Jawaban (angka; :bantuan):',
        '',
      ].join('\n'),
    );
  });

  test('says what holds now in words, and keeps it on an empty line', async () => {
    const { prompter, output } = session('\n', 'en');
    await expect(prompter.chooseOne({ ...QUESTION, current: 'none' })).resolves.toEqual({
      kind: 'value',
      value: 'none',
    });
    expect(output()).toContain('Current answer: Tidak ada');
  });

  test('says what was typed and what can be, then asks again', async () => {
    const { prompter, output } = session('9\n\n1\n');
    await expect(prompter.chooseOne(QUESTION)).resolves.toEqual({ kind: 'value', value: 'none' });
    expect(output()).toContain('Anda mengetik "9". Yang dapat dipilih: angka 1 sampai 2.');
    expect(output()).toContain('Belum ada yang dipilih.');
  });

  test('draws nothing again: no escape sequence is ever written', async () => {
    const { prompter, output } = session('1\n1,2\nteks\n\n');
    await prompter.chooseOne(QUESTION);
    await prompter.markSeveral({ ...QUESTION, marked: ['none'] });
    await prompter.shortText({ body: QUESTION.body, current: 'lama' });
    await prompter.pause(QUESTION);
    expect(output()).not.toContain('\x1b');
  });

  test('loses no line of a pipe that brings all at once', async () => {
    const { prompter } = session('1\n2\n1\n');
    expect((await prompter.chooseOne(QUESTION)) && (await prompter.chooseOne(QUESTION))).toMatchObject({
      value: 'serious',
    });
    expect(await prompter.chooseOne(QUESTION)).toMatchObject({ value: 'none' });
  });

  test('does not take the end of input for an answer', async () => {
    const { prompter, stream } = session('');
    stream.end();
    await expect(prompter.chooseOne({ ...QUESTION, current: 'none' })).rejects.toMatchObject({
      name: 'InputEnded',
    });
  });

  test('is interrupted while it waits', async () => {
    const { prompter, interrupt } = session('');
    const waiting = prompter.pause(QUESTION);
    interrupt();
    await expect(waiting).rejects.toMatchObject({ name: 'Interrupted' });
  });

  test('asks again about a doubtful text, and takes it the second time', async () => {
    const { prompter, output } = session('08123456789\n08123456789\n');
    const check = (text: string) =>
      text.startsWith('08') ? { firm: false, message: 'Seperti nomor telepon.' } : undefined;
    await expect(prompter.shortText({ body: QUESTION.body, check })).resolves.toEqual({
      kind: 'value',
      value: '08123456789',
    });
    expect(output()).toContain('Seperti nomor telepon. Enter sekali lagi');
  });

  test('never takes a text that cannot be used', async () => {
    const { prompter } = session('nanti\nnanti\nbesok\n');
    const check = (text: string) =>
      text === 'nanti' ? { firm: true, message: 'Bukan tanggal.' } : undefined;
    await expect(prompter.shortText({ body: QUESTION.body, check })).resolves.toEqual({
      kind: 'value',
      value: 'besok',
    });
  });

  test('reads out only the notice when a page comes back with one', async () => {
    const { prompter, output } = session('1\n');
    await prompter.chooseOne({ ...QUESTION, notice: () => [[{ text: 'Yang dihitung: luka berat.' }]] });
    expect(output()).toContain('Yang dihitung: luka berat.');
    expect(output()).not.toContain('Seberapa berat');
  });

  test('pushes what was shown off the screen when it is to be hidden', async () => {
    const { prompter, output } = session('\n');
    await prompter.hide();
    expect(output().split('\n').length).toBeGreaterThan(50);
  });
});

describe('several questions in plain text', () => {
  const answers = [
    { value: 'yes', label: 'Ya' },
    { value: 'no', label: 'Tidak' },
  ];
  const form = (
    given = new Map<string, string>(),
    heard: (given: ReadonlyMap<string, string>) => void = () => {},
  ) => ({
    body: QUESTION.body,
    items: [
      { value: 'signal', label: 'Adakah sinyal?', answers },
      { value: 'service', label: 'Adakah layanan?', answers },
    ],
    given,
    others: [{ value: 'no', label: 'yang lain: tidak' }],
    heard,
  });

  test('are read out and answered one after the other, each with its number', async () => {
    const { prompter, output } = session('2\nya\n');
    await expect(prompter.fillIn(form())).resolves.toEqual({
      kind: 'value',
      value: new Map([
        ['signal', 'no'],
        ['service', 'yes'],
      ]),
    });
    expect(output()).toBe(
      [
        '',
        'Orang-orangnya',
        '',
        'Seberapa berat bahayanya?',
        '',
        '2 pertanyaan yang berkaitan, satu per satu.',
        '',
        '1 dari 2. Adakah sinyal?',
        '',
        'Pilihan:',
        '1. Ya',
        '2. Tidak',
        'Jawaban (angka; ? penjelasan, :bantuan):',
        '',
        '2 dari 2. Adakah layanan?',
        '',
        'Pilihan:',
        '1. Ya',
        '2. Tidak',
        'Jawaban (angka; ? penjelasan, :bantuan):',
        '',
      ].join('\n'),
    );
  });

  test('take no answer for a question that was not read out', async () => {
    const { prompter, output } = session('yang lain tidak\n1\n1\n');
    await prompter.fillIn(form());
    expect(output()).toContain('Anda mengetik "yang lain tidak".');
  });

  test('go back to the one before, whose answer is said; from the first, back leaves the page', async () => {
    const { prompter, output } = session('2\n:kembali\n\n1\n:kembali\n');
    await prompter.fillIn(form());
    expect(output()).toContain('Sekarang: Tidak');
    await expect(prompter.fillIn(form())).resolves.toMatchObject({ command: 'back', at: 'signal' });
  });

  test('say which one a command is about, and tell every answer at once', async () => {
    const heard: number[] = [];
    const { prompter } = session('1\n?\n');
    const reply = await prompter.fillIn(form(new Map(), ({ size }) => void heard.push(size)));
    expect(reply).toMatchObject({ kind: 'command', command: 'help', at: 'service' });
    expect(heard).toEqual([1]);
  });

  test('after a notice only the one that it is about is asked again', async () => {
    const { prompter, output } = session('1\n');
    await prompter.fillIn({
      ...form(new Map([['signal', 'no']])),
      at: 'service',
      notice: () => [[{ text: 'Yang dihitung: puskesmas.' }]],
    });
    expect(output()).toBe(
      ['', 'Yang dihitung: puskesmas.', '', 'Jawaban (angka; ? penjelasan, :bantuan):', ''].join('\n'),
    );
  });
});
