import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { ROOT, temporaryFolder } from '../support/workplace.ts';

const STORY = path.join(ROOT, 'tests/support/stories/a-secret-told.yaml');
const PACK = path.join(ROOT, 'tests/support/packs/sound');

async function written(lang: string, reader: string, form: string): Promise<string> {
  const out = path.join(temporaryFolder(), `sheet.${form}`);
  const args = ['scenario', 'handout', STORY, '--pack', PACK, '--lang', lang, '--for', reader, '--out', out];
  expect(await runCli(args)).toMatchObject({ code: 0, stdout: '' });
  return out;
}

/** What a reader finds on each page of a PDF. */
function pagesOf(file: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

const WORDS = {
  en: {
    ask: 'What do you do first?',
    box: '\u2610 A. Listen',
    later: ['Listening gives time', 'That night she is safe'],
  },
  id: {
    ask: 'Apa langkah pertama Anda?',
    box: '\u2610 A. Mendengarkan',
    later: ['Mendengarkan memberi waktu', 'Malam itu ia aman'],
  },
} as const;

describe.each(['id', 'en'] as const)('sheets on paper (%s)', (lang) => {
  const words = WORDS[lang];

  test("the learner's PDF has a page for each stage, with boxes, and nothing of what follows", async () => {
    const pages = pagesOf(await written(lang, 'learner', 'pdf'));
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain(words.ask);
    expect(pages[1]).toContain(words.box);
    for (const later of words.later) expect(pages.join()).not.toContain(later);
  });

  test("the facilitator's PDF holds what follows", async () => {
    const text = pagesOf(await written(lang, 'facilitator', 'pdf')).join();
    for (const later of words.later) expect(text).toContain(later);
  });

  test('the DOCX opens in a word processor with the same pages', async () => {
    const file = await written(lang, 'learner', 'docx');
    const folder = path.dirname(file);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/office`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ],
      {
        stdio: 'ignore',
      },
    );
    const pages = pagesOf(file.replace('.docx', '.pdf'));
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain(words.box);
  });
});
