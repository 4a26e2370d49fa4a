import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTimbang, type Terminal } from '../support/terminal.ts';
import { ROOT, temporaryFolder } from '../support/workplace.ts';

const STORY = path.join(ROOT, 'tests/support/stories/a-secret-told.yaml');
const PACK = path.join(ROOT, 'tests/support/packs/sound');

const WORDS = {
  en: {
    notes: 'This story speaks of',
    first: 'What do you do first?',
    kept: 'Kept: ',
    apart: 'WHERE YOU AND TIMBANG PART',
  },
  id: {
    notes: 'Cerita ini menyinggung',
    first: 'Apa langkah pertama Anda?',
    kept: 'Tersimpan: ',
    apart: 'DI MANA ANDA DAN TIMBANG BERBEDA',
  },
} as const;

function play(lang: 'id' | 'en', sessions: string, more: readonly string[] = []): Terminal {
  const args = ['scenario', 'play', STORY, '--pack', PACK, '--lang', lang, '--sessions', sessions, ...more];
  return openTimbang(args, { width: 80, height: 24 });
}

/** Lets the screen change: what is typed too early would answer the page before. */
async function enter(terminal: Terminal, text: string, then: string | RegExp): Promise<string> {
  terminal.enter(text);
  return terminal.waitFor(then);
}

describe.each(['id', 'en'] as const)('a learner in a real terminal (%s)', (lang) => {
  const words = WORDS[lang];

  test.each([
    { name: 'rich', more: [] },
    { name: 'plain', more: ['--plain'] },
  ])('$name: from the notes to how the way is weighed, no line wider than the terminal', async ({ more }) => {
    const sessions = path.join(temporaryFolder(), 'class');
    const terminal = play(lang, sessions, more);
    await terminal.waitFor(words.notes);
    await enter(terminal, '', words.first);
    await enter(terminal, '1', /1\.? +(A guess|Menebak)/);
    await enter(terminal, '3', /(Why did you choose|Mengapa Anda memilih)/);
    await enter(terminal, 'I need to hear more', /(Listening gives time|Mendengarkan memberi waktu)/);
    await enter(terminal, '', /(Much worse|Jauh lebih buruk)/);
    await enter(terminal, '1', /(What now\?|Sekarang apa\?)/);
    await enter(terminal, '2', /1\.? +(A guess|Menebak)/);
    await enter(terminal, '2', /(in hospital|dirawat)/);
    terminal.enter('');
    // What is read out is longer than the screen: its beginning has scrolled off.
    await terminal.waitFor(new RegExp(`${words.apart}|:now shows|menampilkan nomornya`, 'i'));
    const weighed = `${terminal.history()}\n${terminal.screen()}`;
    expect(weighed.toUpperCase()).toContain(words.apart);
    for (const line of weighed.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (let page = 0; page < 6; page += 1) {
      terminal.enter('');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.screen()).toContain(words.kept);
  });
});

test('Ctrl-C keeps the session, ends with 130 and says how to go on; nothing of the story stays on the screen', async () => {
  const sessions = path.join(temporaryFolder(), 'class');
  const terminal = play('en', sessions);
  await terminal.waitFor('This story speaks of');
  await enter(terminal, '', 'What do you do first?');
  await enter(terminal, '1', 'A guess');
  terminal.key('C-c');
  expect(await terminal.exitCode()).toBe(130);
  const left = terminal.history();
  expect(left).toContain('--resume');
  expect(left).not.toContain('A client tells a story');
  expect(left).not.toMatch(/^\s+at /m);
  const [name = ''] = readdirSync(sessions);
  expect(JSON.parse(readFileSync(path.join(sessions, name), 'utf8'))).toMatchObject({
    path: { told: 'listen' },
  });
  const again = play('en', sessions, ['--resume']);
  await again.waitFor('Stages answered so far: 1.');
  await enter(again, '', 'How sure are you?');
  again.key('Escape');
  expect(await again.waitFor('What do you do first?')).toContain('> 1  Listen');
  again.kill();
});
