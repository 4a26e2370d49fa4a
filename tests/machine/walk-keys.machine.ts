import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { blocksOfPage, writePack } from '../pack/format-page.ts';
import { PROGRAM } from '../support/cli.ts';
import { openTerminal } from '../support/terminal.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { answer, begin, next, questionOn, startSmall } from './walking.ts';

const langs = ['id', 'en'] as const;

describe('keys and commands at a prompt', () => {
  test('Esc goes back, and the answer stays and is said in words', async () => {
    const terminal = await startSmall('en');
    await begin(terminal, 'en', '2');
    const first = questionOn(terminal.screen());
    terminal.enter('2');
    await next(terminal, first, 'en');
    terminal.key('Escape');
    const again = await terminal.waitFor(first);
    expect(again).toContain('> 2  No');
    expect(again).toContain('Current answer: No.');
  });

  test('Esc in a text keeps what was half typed', async () => {
    const terminal = await startSmall('en');
    await begin(terminal, 'en', '2');
    await answer(terminal, 'en', []);
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
    const terminal = await startSmall('id');
    await begin(terminal, 'id', '1');
    const question = questionOn(terminal.screen());
    terminal.enter(':sembunyi');
    await terminal.waitFor(/^\n*Enter\n>$/);
    expect(terminal.history()).not.toContain(question);
    terminal.enter();
    await terminal.waitFor(question);
  });

  test('Ctrl-X twice hides as well', async () => {
    const terminal = await startSmall('id');
    await begin(terminal, 'id', '1');
    terminal.key('C-x', 'C-x');
    await terminal.waitFor(/^\n*Enter\n>$/);
  });

  test(':why says in at most four lines what hangs on the answer, ? what counts, :now whom to call', async () => {
    const terminal = await startSmall('en');
    await begin(terminal, 'en', '1 2');
    const question = questionOn(terminal.screen());
    const before = terminal.screen().split('\n').length;
    terminal.enter(':why');
    const why = await terminal.waitFor('This answer decides:');
    expect(why.split('\n').length - before).toBeLessThanOrEqual(5);
    terminal.enter('?');
    await terminal.waitFor(/^(?![\s\S]*This answer decides:)[\s\S]*Answer:$/);
    terminal.enter(':now');
    expect(await terminal.waitFor('Afterwards you are back')).toContain('129');
    terminal.enter();
    await terminal.waitFor(question);
  });

  test(':lang changes the language in place', async () => {
    const terminal = await startSmall('id');
    await begin(terminal, 'id', '2');
    terminal.enter(':bahasa');
    await terminal.waitFor('Safety first');
  });
});

describe('when it is interrupted', () => {
  const draftsIn = (home: string) => path.join(home, '.local', 'state', 'timbang', 'drafts');

  test('Ctrl-C keeps the draft, says in one line how to go on, and ends with 130', async () => {
    const home = temporaryFolder();
    const terminal = await startSmall('en', [], { home });
    await begin(terminal, 'en', '2');
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
    const again = await startSmall('en', ['--resume', id], { home });
    await again.waitFor('Answers so far: 3');
    again.enter();
    await again.waitFor(second);
  });

  test('kill -9 loses nothing that was answered', async () => {
    const home = temporaryFolder();
    const terminal = await startSmall('id', [], { home });
    await begin(terminal, 'id', '2');
    const first = questionOn(terminal.screen());
    terminal.enter('2');
    const second = questionOn(await next(terminal, first, 'id'));
    process.kill(terminal.pid(), 'SIGKILL');
    await terminal.exitCode();
    expect(readdirSync(draftsIn(home))).toHaveLength(1);
    const again = await startSmall('id', ['--resume'], { home });
    await again.waitFor('Anda melanjutkan: 3 jawaban');
    again.enter();
    await again.waitFor(second);
  });

  test('Ctrl-Z leaves nothing of the case in sight, and what goes on is drawn again', async () => {
    const files = (await blocksOfPage()).filter(({ kind }) => kind === 'file');
    const folder = temporaryFolder();
    await writePack(folder, files);
    const terminal = openTerminal(['bash', '--norc', '-i'], { env: { PS1: '$ ' } });
    await terminal.waitFor('$');
    terminal.enter(`${process.execPath} ${PROGRAM} walk --lang en --no-save --pack ${folder}`);
    await begin(terminal, 'en', '2');
    terminal.key('C-z');
    expect(await terminal.waitFor('Stopped')).not.toContain('Safety first');
    terminal.enter('fg');
    await terminal.waitFor('Safety first');
    terminal.enter('2');
    await terminal.waitFor('How did you learn it?');
  });

  test('Ctrl-Z where no shell minds jobs changes nothing', async () => {
    const terminal = await startSmall('en', ['--no-save']);
    await begin(terminal, 'en', '2');
    terminal.key('C-z');
    await new Promise((resolve) => setTimeout(resolve, 400));
    terminal.enter('2');
    await terminal.waitFor('How did you learn it?');
  });

  test('SIGTERM gives the terminal back as it was', async () => {
    const terminal = await startSmall('en', ['--no-save']);
    await begin(terminal, 'en', '2');
    process.kill(terminal.pid(), 'SIGTERM');
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.history()).not.toContain('Safety first');
  });

  test('Ctrl-D is the end of input, and no success', async () => {
    const home = temporaryFolder();
    const terminal = await startSmall('en', ['--no-save'], { home });
    await begin(terminal, 'en', '2');
    terminal.key('C-d');
    expect(await terminal.exitCode()).toBe(66);
    expect(existsSync(draftsIn(home))).toBe(false);
  });
});

describe('in a terminal of 40 columns', () => {
  test.each(langs)('no line is longer and no word is cut (%s)', async (lang) => {
    const terminal = await startSmall(lang, [], { width: 40, height: 30 });
    await begin(terminal, lang, '1 2');
    for (let page = 0; page < 2; page += 1) {
      const screen = terminal.screen();
      for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
      const question = questionOn(screen);
      terminal.enter('2');
      await next(terminal, question, lang);
    }
  });

  test('the page is laid out anew when the terminal is resized', async () => {
    const terminal = await startSmall('en', [], { width: 80, height: 24 });
    await begin(terminal, 'en', '1 2');
    const wide = terminal.screen();
    terminal.resize(40, 24);
    const narrow = await terminal.waitFor(/:why it is\n?[\s\S]*asked/);
    expect(narrow.split('\n').length).toBeGreaterThan(wide.split('\n').length);
    expect(narrow.split('Answer:')).toHaveLength(2);
    terminal.resize(80, 24);
    await terminal.waitFor(wide);
  });

  test('a text that is longer than a line can be written and mended', async () => {
    const terminal = await startSmall('en', [], { width: 40, height: 24 });
    await begin(terminal, 'en', '2');
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
