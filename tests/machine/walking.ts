import { blocksOfPage, writePack } from '../pack/format-page.ts';
import { openTimbang, type Terminal, type TerminalOptions } from '../support/terminal.ts';
import { temporaryFolder } from '../support/workplace.ts';

export type Lang = 'id' | 'en';

interface Words {
  readonly notice: string;
  readonly marks: string;
  readonly confirm: string;
  readonly unknown: string;
  readonly check: string;
  /** Every question of the page has an answer. */
  readonly full: string;
  readonly panel: string;
}

export const WORDS: Readonly<Record<Lang, Words>> = {
  id: {
    notice: 'Yang memutuskan tetap Anda.',
    marks: 'Apa saja yang menjadi bagian',
    confirm: 'Bagian dari masalah ini:',
    unknown: 'Belum tahu',
    check: 'Periksa jawaban Anda',
    full: 'Semua sudah dijawab.',
    panel: 'bahaya mungkin dekat',
  },
  en: {
    notice: 'You decide.',
    marks: 'What is this about?',
    confirm: 'Part of this:',
    unknown: 'Not known yet',
    check: 'Check your answers',
    full: 'All are answered.',
    panel: 'danger may be near',
  },
};

/** Opens the walkthrough with the pack of Indonesia. */
export function start(lang: Lang, args: readonly string[] = [], options: TerminalOptions = {}): Terminal {
  return openTimbang(['walk', '--lang', lang, '--pack', 'indonesia', ...args], options);
}

/** Opens it with the small pack that docs/pack-format.md shows. */
export async function startSmall(
  lang: Lang,
  args: readonly string[] = [],
  options: TerminalOptions = {},
): Promise<Terminal> {
  const folder = temporaryFolder();
  const files = (await blocksOfPage()).filter(({ kind }) => kind === 'file');
  await writePack(folder, files);
  return openTimbang(['walk', '--lang', lang, '--pack', folder, ...args], options);
}

/** Through the notice and the marks, to the first question. */
export async function begin(terminal: Terminal, lang: Lang, marks: string): Promise<void> {
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
export async function next(terminal: Terminal, before: string, lang: Lang): Promise<string> {
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
export const questionOn = (screen: string) => screen.split('\n')[2] ?? '';

/** Answers by a part of the question. */
type Table = readonly (readonly [question: string, answer: string])[];

/**
 * Answers question after question as the table says, by a part of the answer's words; what the table does not know is
 * not known yet. Returns the questions in the order in which they were asked.
 */
export async function answer(terminal: Terminal, lang: Lang, table: Table): Promise<string[]> {
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
    if (ACTIVE.test(screen)) {
      asked.push(...(await fillIn(terminal, lang, table)));
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

/** The question of several that Enter is about. */
const ACTIVE = /^> [a-z] {2}/m;

/** Answers the questions of one page by letter and number, one after the other, then goes on. */
async function fillIn(terminal: Terminal, lang: Lang, table: Table): Promise<string[]> {
  const asked: string[] = [];
  for (let screen = terminal.screen(); !screen.includes(WORDS[lang].full); screen = terminal.screen()) {
    const { letter, question, answers } = activeOn(screen);
    asked.push(question);
    const wanted = table.find(([part]) => question.includes(part))?.[1] ?? WORDS[lang].unknown;
    const number = answers.find((answer) => answer.includes(wanted))?.split(' ')[0];
    if (number === undefined) throw new Error(`no answer "${wanted}" on:\n${screen}`);
    terminal.enter(`${letter}${number}`);
    await terminal.waitFor(
      new RegExp(`^(?!> ${letter} {2}).*$[^]*^  ${letter} {2}|${WORDS[lang].full}`, 'm'),
    );
  }
  const lead = terminal.screen();
  terminal.enter();
  const end = performance.now() + 30_000;
  while (terminal.screen() === lead || !/(?::|>)$/.test(terminal.screen())) {
    if (performance.now() > end) throw new Error(`no page after:\n${lead}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return asked;
}

function activeOn(screen: string): { letter: string; question: string; answers: string[] } {
  const [, letter = '', ...rest] = /^> ([a-z]) {2}(.*(?:\n {5}[^ (].*)*)((?:\n {5}.*)*)/m.exec(screen) ?? [];
  const [question = '', below = ''] = rest;
  const answers = below.split(/\((?: |x)\) (?=\d)/).slice(1);
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  return { letter, question: flat(question), answers: answers.map(flat) };
}
