import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { openTimbang, type Terminal, type TerminalOptions } from '../support/terminal.ts';
import { temporaryFolder } from '../support/workplace.ts';

type Lang = 'id' | 'en';

interface Words {
  readonly notice: string;
  readonly marks: string;
  readonly confirm: string;
  readonly unknown: string;
  readonly check: string;
  readonly panel: string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  id: {
    notice: 'Yang memutuskan tetap Anda.',
    marks: 'Apa saja yang menjadi bagian',
    confirm: 'Bagian dari masalah ini:',
    unknown: 'Belum tahu',
    check: 'Periksa jawaban Anda',
    panel: 'bahaya mungkin dekat',
  },
  en: {
    notice: 'You decide.',
    marks: 'What is this about?',
    confirm: 'Part of this:',
    unknown: 'Not known yet',
    check: 'Check your answers',
    panel: 'danger may be near',
  },
};

function start(lang: Lang, args: readonly string[] = [], options: TerminalOptions = {}): Terminal {
  return openTimbang(['walk', '--lang', lang, '--pack', 'indonesia', ...args], options);
}

/** Through the notice and the marks, to the first question. */
async function begin(terminal: Terminal, lang: Lang, marks: string): Promise<void> {
  await terminal.waitFor(/>$/);
  // A notice that is longer than the terminal takes Enter once more for its second page.
  while (!terminal.screen().includes(WORDS[lang].marks)) {
    terminal.enter();
    await terminal.waitFor(/(?:>|:)$/);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  terminal.enter(marks);
  await terminal.waitFor('[x]');
  terminal.enter();
  const confirmed = questionOn(await terminal.waitFor(WORDS[lang].confirm));
  terminal.enter();
  await next(terminal, confirmed, lang);
}

/** Waits for a page on which nothing is typed yet and whose question is another one than before. */
async function next(terminal: Terminal, before: string, lang: Lang): Promise<string> {
  const end = performance.now() + 30_000;
  for (;;) {
    const screen = terminal.screen();
    const ready = screen.endsWith(lang === 'id' ? 'Jawaban:' : 'Answer:') || screen.endsWith('>');
    if (ready && questionOn(screen) !== before) return screen;
    if (performance.now() > end) throw new Error(`no page after "${before}":\n${screen}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The bold line of a question: the third. */
const questionOn = (screen: string) => screen.split('\n')[2] ?? '';

/**
 * Answers question after question as the table says, by a part of the answer's words; what the table does not know is
 * not known yet. Returns the questions in the order in which they were asked.
 */
async function answer(
  terminal: Terminal,
  lang: Lang,
  table: readonly (readonly [question: string, answer: string])[],
): Promise<string[]> {
  const asked: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const screen = terminal.screen();
    if (screen.includes(WORDS[lang].check)) return asked;
    if (screen.includes(WORDS[lang].panel)) {
      asked.push('panel');
      terminal.enter();
      await next(terminal, questionOn(screen), lang);
      continue;
    }
    const question = questionOn(screen);
    asked.push(question);
    const wanted = table.find(([part]) => question.includes(part))?.[1] ?? WORDS[lang].unknown;
    const choice = screen.split('\n').find((line) => /^[> ] +\d+ {2}/.test(line) && line.includes(wanted));
    const number = /\d+/.exec(choice ?? '')?.[0];
    if (number === undefined) throw new Error(`no answer "${wanted}" on:\n${screen}`);
    terminal.enter(number);
    await next(terminal, question, lang);
  }
  throw new Error(`the questions do not end:\n${asked.join('\n')}`);
}

const VIOLENCE: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  id: [
    ['Adakah anak yang keselamatannya', 'Tidak'],
    ['Adakah orang yang terancam', 'Tidak'],
    ['Dari mana Anda mengetahuinya', 'Dari klien sendiri'],
    ['Berapa usia klien', '18 sampai 59'],
    ['Seberapa berat bahaya bagi klien', 'bahaya serius'],
    ['Seberapa dekat bahaya', 'Sekarang'],
    ['Seberapa yakin Anda', 'dapat dipercaya'],
    ['Apakah klien memohon', 'Ya'],
  ],
  en: [
    ['Is there a child who may not be safe', 'No'],
    ['Is anyone threatened', 'No'],
    ['How did you learn', 'From the client'],
    ['How old is the client', '18 to 59'],
    ['How serious is the danger to the client', 'serious danger'],
    ['How near is the danger', 'Now'],
    ['How sure are you', 'credible'],
    ['beg you to keep it secret', 'Yes'],
  ],
};

const BRIBE: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  id: [
    ['Adakah anak yang keselamatannya', 'Tidak'],
    ['Adakah orang yang terancam', 'Tidak'],
    ['mungkin disakiti di rumah', 'Tidak'],
    ['tawaran itu', 'dilayani'],
  ],
  en: [
    ['Is there a child who may not be safe', 'No'],
    ['Is anyone threatened', 'No'],
    ['Might someone in that home', 'No'],
    ['What is the offer for', 'served sooner'],
  ],
};

const langs = ['id', 'en'] as const;

describe.each(langs)('a whole case on a real terminal of 80 by 24 (%s)', (lang) => {
  test('violence at home told in secret: numbers first, the panel once, the result on one screen', async () => {
    const terminal = start(lang);
    const notice = await terminal.waitFor(WORDS[lang].notice);
    expect(notice).toContain('129');
    await begin(terminal, lang, '1 4');
    const asked = await answer(terminal, lang, VIOLENCE[lang]);
    expect(asked.filter((one) => one === 'panel')).toHaveLength(1);
    expect(new Set(asked).size).toBe(asked.length);
    terminal.enter();
    const result = await terminal.waitFor(lang === 'id' ? '6 Putuskan' : '6 Decide');
    expect(result.split('\n').length).toBeLessThanOrEqual(24);
    expect(result.split('\n')[0]).toContain(lang === 'id' ? 'sekarang' : 'now');
    expect(result).toContain(lang === 'id' ? 'SIAPA YANG DIBERI TAHU' : 'WHO TO TELL');
    for (const line of result.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('an offered bribe, decided and saved; nothing of it is left to scroll back to', async () => {
    const folder = temporaryFolder();
    const terminal = start(lang, [], { cwd: folder });
    await begin(terminal, lang, '6');
    await answer(terminal, lang, BRIBE[lang]);
    terminal.enter();
    await terminal.waitFor(lang === 'id' ? '6 Putuskan' : '6 Decide');
    terminal.enter('6');
    await terminal.waitFor(lang === 'id' ? 'Apa yang akan Anda lakukan?' : 'What will you do?');
    terminal.enter();
    await terminal.waitFor(lang === 'id' ? 'Mengapa Anda memutuskan begini?' : 'Why do you decide so?');
    terminal.enter('aturan lembaga');
    for (const question of lang === 'id'
      ? ['terkena dampak', 'perlu didengar', 'diberi tahu?']
      : ['affected', 'to be heard', 'not be told']) {
      await terminal.waitFor(question);
      terminal.enter();
    }
    await terminal.waitFor(lang === 'id' ? 'Kapan Anda melihat' : 'When will you look');
    terminal.enter();
    await terminal.waitFor('(Markdown)');
    terminal.enter('1');
    await terminal.waitFor('.md');
    terminal.key('C-u');
    terminal.enter('keputusan.md');
    expect(await terminal.exitCode()).toBe(0);
    expect(readFileSync(path.join(folder, 'keputusan.md'), 'utf8')).toContain('aturan lembaga');
    const left = terminal.history();
    expect(left).toContain('keputusan.md');
    expect(left).not.toContain('aturan lembaga');
    expect(left).not.toContain(WORDS[lang].check);
  });
});

describe('keys and commands at a prompt', () => {
  test('Esc goes back, and the answer stays and is said in words', async () => {
    const terminal = start('en');
    await begin(terminal, 'en', '6');
    const first = questionOn(terminal.screen());
    terminal.enter('2');
    await next(terminal, first, 'en');
    terminal.key('Escape');
    const again = await terminal.waitFor(first);
    expect(again).toContain('> 2  No');
    expect(again).toContain('Current answer: No.');
  });

  test('Esc in a text keeps what was half typed', async () => {
    const terminal = start('en');
    await begin(terminal, 'en', '6');
    await answer(terminal, 'en', BRIBE.en);
    terminal.enter();
    await terminal.waitFor('6 Decide');
    terminal.enter('6');
    await terminal.waitFor('What will you do?');
    terminal.enter();
    await terminal.waitFor('Why do you decide so?');
    terminal.type('half of a rea');
    terminal.key('Escape');
    await terminal.waitFor('What will you do?');
    terminal.enter();
    expect(await terminal.waitFor('Why do you decide so?')).toContain('Answer: half of a rea');
  });

  test(':hide clears the screen and what has scrolled off it', async () => {
    const terminal = start('id');
    await begin(terminal, 'id', '1');
    const question = questionOn(terminal.screen());
    terminal.enter(':sembunyi');
    await terminal.waitFor(/^\n*Enter\n>$/);
    expect(terminal.history()).not.toContain(question);
    terminal.enter();
    await terminal.waitFor(question);
  });

  test('Ctrl-X twice hides as well', async () => {
    const terminal = start('id');
    await begin(terminal, 'id', '1');
    terminal.key('C-x', 'C-x');
    await terminal.waitFor(/^\n*Enter\n>$/);
  });

  test(':why says in at most four lines what hangs on the answer, ? what counts, :now whom to call', async () => {
    const terminal = start('en');
    await begin(terminal, 'en', '1 4');
    const question = questionOn(terminal.screen());
    const before = terminal.screen().split('\n').length;
    terminal.enter(':why');
    const why = await terminal.waitFor('This answer decides:');
    expect(why.split('\n').length - before).toBeLessThanOrEqual(5);
    terminal.enter('?');
    await terminal.waitFor(/^(?![\s\S]*This answer decides:)[\s\S]*Answer:$/);
    terminal.enter(':now');
    expect(await terminal.waitFor('Afterwards you are back')).toContain('110');
    terminal.enter();
    await terminal.waitFor(question);
  });

  test(':lang changes the language in place', async () => {
    const terminal = start('id');
    await begin(terminal, 'id', '6');
    terminal.enter(':bahasa');
    await terminal.waitFor('Safety first');
  });
});

describe('when it is interrupted', () => {
  const draftsIn = (home: string) => path.join(home, '.local', 'state', 'timbang', 'drafts');

  test('Ctrl-C keeps the draft, says in one line how to go on, and ends with 130', async () => {
    const home = temporaryFolder();
    const terminal = start('en', [], { home });
    await begin(terminal, 'en', '6');
    const first = questionOn(terminal.screen());
    terminal.enter('2');
    const second = questionOn(await next(terminal, first, 'en'));
    terminal.key('C-c');
    expect(await terminal.exitCode()).toBe(130);
    const said = terminal
      .history()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('Pane is dead'));
    expect(said).toEqual([
      expect.stringMatching(/^The draft is kept\. Go on with: timbang walk --resume [a-z0-9]{8}$/),
    ]);
    const id = /--resume (\S+)/.exec(said[0] ?? '')?.[1] ?? '';
    const again = start('en', ['--resume', id], { home });
    await again.waitFor('You go on: 3 answers');
    again.enter();
    await again.waitFor(second);
  });

  test('kill -9 loses nothing that was answered', async () => {
    const home = temporaryFolder();
    const terminal = start('id', [], { home });
    await begin(terminal, 'id', '6');
    const first = questionOn(terminal.screen());
    terminal.enter('2');
    const second = questionOn(await next(terminal, first, 'id'));
    process.kill(terminal.pid(), 'SIGKILL');
    await terminal.exitCode();
    expect(readdirSync(draftsIn(home))).toHaveLength(1);
    const again = start('id', ['--resume'], { home });
    await again.waitFor('Anda melanjutkan: 3 jawaban');
    again.enter();
    await again.waitFor(second);
  });

  test('SIGTERM gives the terminal back as it was', async () => {
    const terminal = start('en', ['--no-save']);
    await begin(terminal, 'en', '6');
    process.kill(terminal.pid(), 'SIGTERM');
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.history()).not.toContain('Safety first');
  });

  test('Ctrl-D is the end of input, and no success', async () => {
    const home = temporaryFolder();
    const terminal = start('en', ['--no-save'], { home });
    await begin(terminal, 'en', '6');
    terminal.key('C-d');
    expect(await terminal.exitCode()).toBe(66);
    expect(existsSync(draftsIn(home))).toBe(false);
  });
});

describe('in a terminal of 40 columns', () => {
  test.each(langs)('no line is longer and no word is cut (%s)', async (lang) => {
    const terminal = start(lang, [], { width: 40, height: 30 });
    await begin(terminal, lang, '1 4');
    for (let page = 0; page < 4; page += 1) {
      const screen = terminal.screen();
      for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
      const question = questionOn(screen);
      terminal.enter('2');
      await next(terminal, question, lang);
    }
  });

  test('the page is laid out anew when the terminal is resized', async () => {
    const terminal = start('en', [], { width: 80, height: 24 });
    await begin(terminal, 'en', '1 4');
    const wide = terminal.screen();
    terminal.resize(40, 24);
    const narrow = await terminal.waitFor(/:why it is\n?[\s\S]*asked/);
    expect(narrow.split('\n').length).toBeGreaterThan(wide.split('\n').length);
    expect(narrow.split('Answer:')).toHaveLength(2);
    terminal.resize(80, 24);
    await terminal.waitFor(wide);
  });

  test('a text that is longer than a line can be written and mended', async () => {
    const terminal = start('en', [], { width: 40, height: 24 });
    await begin(terminal, 'en', '6');
    terminal.enter(':change');
    await terminal.waitFor('Check your answers');
    terminal.enter('2');
    await terminal.waitFor('6 Decide');
    terminal.enter('6');
    await terminal.waitFor('What will you do?');
    terminal.enter();
    await terminal.waitFor('Why do you decide so?');
    terminal.type('one two three four five six seven eight nine ten eleven');
    await terminal.waitFor('eleven');
    terminal.key('BSpace', 'BSpace', 'BSpace', 'BSpace', 'BSpace', 'BSpace');
    terminal.type('twelve');
    const screen = await terminal.waitFor('twelve');
    expect(screen.replace(/\n/g, ' ').replace(/ +/g, ' ')).not.toContain('eleven');
    expect(screen.split('Answer:')).toHaveLength(2);
  });
});
