import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openBrowser, violationsOf } from '../support/browser.ts';
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

  test('as HTML pages, with the report of a group, they have no barrier that axe knows', async () => {
    const sessions = path.join(temporaryFolder(), 'class');
    const common = ['--pack', PACK, '--lang', lang];
    const lines = ['', '1', '3', 'I need to hear more', '', '1', '2', '2', '', ''];
    const play = ['scenario', 'play', STORY, ...common, '--plain-stdin', '--sessions', sessions];
    expect((await runCli(play, { stdin: lines.join('\n') + '\n' })).code).toBe(0);
    const report = path.join(temporaryFolder(), 'group.html');
    const args = [
      'scenario',
      'report',
      sessions,
      STORY,
      ...common,
      '--group',
      '--format',
      'html',
      '--out',
      report,
    ];
    expect((await runCli(args)).code).toBe(0);
    const single = path.join(temporaryFolder(), 'single.html');
    const each = ['scenario', 'report', sessions, STORY, ...common, '--with-reasons', '--format', 'html'];
    expect((await runCli([...each, '--out', single])).code).toBe(0);
    const files = [
      await written(lang, 'learner', 'html'),
      await written(lang, 'facilitator', 'html'),
      report,
      single,
    ];
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
      for (const file of files) {
        await page.goto(pathToFileURL(file).href);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
      }
    } finally {
      await browser.close();
    }
  });
});
