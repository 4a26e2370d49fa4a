import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/workplace.ts';
import { answer, begin, type Lang, start, WORDS } from './walking.ts';

const VIOLENCE: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  id: [
    ['Adakah anak yang keselamatannya', 'Tidak'],
    ['Adakah orang yang terancam', 'Tidak'],
    ['Dari mana Anda mengetahui', 'Dari klien sendiri'],
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
    ['How sure are you', 'can be believed'],
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
    await begin(terminal, lang, '1 7');
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
    await begin(terminal, lang, '15');
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
    // What else may stand in the record is offered; Enter alone adds nothing.
    await terminal.waitFor(lang === 'id' ? 'Apa lagi' : 'What else should stand');
    terminal.enter();
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
