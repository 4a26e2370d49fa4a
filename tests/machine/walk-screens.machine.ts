import { spawnSync } from 'node:child_process';
import process from 'node:process';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from '../support/cli.ts';
import { freshEnvironment, temporaryFolder } from '../support/workplace.ts';
import { begin, type Lang, start, WORDS } from './walking.ts';

const SAID: Readonly<Record<Lang, Readonly<Record<'safety' | 'open' | 'rest' | 'no' | 'unknown', string>>>> =
  {
    id: {
      safety: 'Keselamatan lebih dulu',
      open: '(belum dijawab)',
      rest: 'yang lain belum tahu',
      no: 'Tidak',
      unknown: 'Belum tahu',
    },
    en: {
      safety: 'Safety first',
      open: '(not answered)',
      rest: 'the others not known yet',
      no: 'No',
      unknown: 'Not known yet',
    },
  };

describe.each(['id', 'en'] as const)('several questions on one page (%s)', (lang) => {
  const said = SAID[lang];

  test.each([
    { width: 80, env: {} },
    { width: 40, env: {} },
    { width: 200, env: {} },
    { width: 80, env: { NO_COLOR: '1' } },
  ])('with the arrows alone, $width columns, $env', async ({ width, env }) => {
    const terminal = start(lang, [], { width, env });
    await begin(terminal, lang, '7');
    const page = await terminal.waitFor(said.safety);
    expect(page.split('\n').length).toBeLessThanOrEqual(24);
    for (const line of page.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(width, 80));
    expect(page).toMatch(/^> a {2}/m);
    // Enter passes over nothing: an empty question is told, and stays.
    terminal.enter();
    await terminal.waitFor(lang === 'id' ? 'belum dijawab' : 'no answer yet');
    for (const letter of ['a', 'b', 'c']) {
      await terminal.waitFor(new RegExp(`^> ${letter} {2}`, 'm'));
      terminal.key('Right', 'Right');
      await terminal.waitFor(`(x) 2 ${said.no}`);
      if (letter !== 'c') terminal.enter();
    }
    await terminal.waitFor(WORDS[lang].full.split(' ')[0] ?? '');
    terminal.key('Escape');
    await terminal.waitFor(WORDS[lang].confirm);
    terminal.enter();
    // Esc has kept what was answered: the screening is over.
    await terminal.waitFor(/^(?![^]*(?:Keselamatan lebih dulu|Safety first))[^]*(?:Jawaban|Answer):$/);
  });

  test('in one typed line, with the rest in words; the language changes and nothing is lost', async () => {
    const terminal = start(lang);
    await begin(terminal, lang, '7');
    terminal.enter(`b ${said.no}, ${said.rest}`);
    const full = await terminal.waitFor(WORDS[lang].full);
    expect(full).not.toContain(said.open);
    expect(full.match(new RegExp(`${said.unknown}$|\\(x\\) 3 ${said.unknown}`, 'gm'))).toHaveLength(2);
    terminal.enter(':bahasa');
    const other = lang === 'id' ? 'en' : 'id';
    const again = await terminal.waitFor(SAID[other].safety);
    expect(again).toContain(WORDS[other].full);
    terminal.enter(':sembunyi');
    await terminal.waitFor(/^\n*Enter\n>$/);
    terminal.enter();
    expect(await terminal.waitFor(SAID[other].safety)).toContain(WORDS[other].full);
  });

  test('one after the other in plain text, whatever the colour', () => {
    const args = ['walk', '--plain-stdin', '--no-save', '--lang', lang, '--pack', 'indonesia'];
    const lines = ['', '7', '1', '2', '?', '3', ':back', '2', '2', '2'];
    const { stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], {
      encoding: 'utf8',
      env: freshEnvironment(temporaryFolder(), { NO_COLOR: '1' }),
      input: lines.map((line) => `${line}\n`).join(''),
    });
    expect(status).toBe(66);
    expect(stderr).not.toContain('\x1b');
    const numbers = [...stderr.matchAll(/^([123]) (?:dari|of) 3\. /gm)].map(([, number]) => number);
    // The second is answered, gone back to from the third, and said again with its answer.
    expect(numbers).toEqual(['1', '2', '3', '2', '3']);
    expect(stderr).toContain(lang === 'id' ? `Sekarang: ${said.unknown}` : `Current answer: ${said.unknown}`);
  });
});
