import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DecisionRecord } from '../../src/model/record.ts';
import type { Report } from '../../src/model/report.ts';
import { openBrowser, violationsOf } from '../support/browser.ts';
import { runCli } from '../support/cli.ts';
import { readProject, temporaryFolder } from '../support/workplace.ts';

const SAID = 'Lestari (Āyu Ñgurah Dębska) bercerita ≥ 3 kali → keluarga; ☑ dicatat. Nomor 0812-3456-7890.';
const WORDS = {
  en: {
    page: '1 of',
    left: '[text not given out]',
    note: 'A redacted copy',
    result: 'The result as it was given',
  },
  id: {
    page: '1 dari',
    left: '[teks tidak disertakan]',
    note: 'Salinan yang disamarkan',
    result: 'Hasil seperti yang diberikan',
  },
} as const;

/** As many records as are asked for, with long texts in them, in a store of their own. */
async function storeOf(count: number, lang: 'id' | 'en'): Promise<string> {
  const home = temporaryFolder();
  const sample = JSON.parse(readProject('tests/records/faults/sample-decision.json')) as DecisionRecord;
  const report = JSON.parse(readProject(`tests/golden/secret.${lang}.json`)) as Report;
  const [version] = sample.versions;
  const decision = { ...version.decision, reason: `${SAID} `.repeat(12).trim() };
  const people = { ...version.people, consulted: [{ id: null, text: SAID }] };
  const files = Array.from({ length: count }, (_, at) => {
    const file = path.join(home, `${at}.json`);
    const id = `DR-2026-7Q2M9XPA${String(at).padStart(2, '0')}`;
    const versions = [{ ...version, decision, doubts: SAID, people, report }];
    writeFileSync(file, JSON.stringify({ ...sample, id, lang, versions }));
    return file;
  });
  const recovery = ['--recovery', path.join(home, 'recovery.txt')];
  for (const args of [
    ['init', '--unprotected', '--role', 'supervisor', ...recovery],
    ['add', ...files],
  ])
    expect(await runCli(['record', ...args, '--lang', lang], { home, timeout: 60_000 })).toMatchObject({
      code: 0,
    });
  return home;
}

async function exported(
  home: string,
  lang: string,
  args: { audience: string; form: string },
): Promise<string> {
  const out = path.join(home, `${args.audience}.${args.form}`);
  const wishes = ['--for', args.audience, '--format', args.form, '--out', out, '--lang', lang];
  const result = await runCli(['record', 'export', ...wishes], { home, timeout: 60_000 });
  expect(result).toMatchObject({ code: 0, stdout: '' });
  return out;
}

function textOfPdf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

function officeText(file: string): string {
  const folder = path.dirname(file);
  const profile = `-env:UserInstallation=file://${folder}/office`;
  const office = [profile, '--headless', '--convert-to', 'pdf', '--outdir', path.join(folder, 'out'), file];
  execFileSync('soffice', office, { stdio: 'ignore' });
  return textOfPdf(path.join(folder, 'out', path.basename(file).replace('.docx', '.pdf')));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe.each(['id', 'en'] as const)('copies of records (%s)', (lang) => {
  const words = WORDS[lang];
  const many = lang === 'id' ? 40 : 4;

  test('PDF and DOCX read back letter by letter for the team, and without what people wrote for others', async () => {
    const home = await storeOf(1, lang);
    for (const form of ['pdf', 'docx']) {
      const read = form === 'pdf' ? textOfPdf : officeText;
      const team = squeezed(read(await exported(home, lang, { audience: 'team', form })));
      for (const word of ['Āyu Ñgurah Dębska', '≥ 3 kali', '→', '☑', words.page, words.result])
        expect(team).toContain(word);
      expect(team).not.toContain(words.note);
      const outside = squeezed(read(await exported(home, lang, { audience: 'outside', form })));
      expect(outside).toContain(words.left);
      expect(outside).toContain(words.note);
      expect(outside).not.toMatch(/Lestari|Dębska|0812/);
    }
  });

  test('a PDF has headings, lists and its language in its structure', async () => {
    const home = await storeOf(1, lang);
    const file = await exported(home, lang, { audience: 'team', form: 'pdf' });
    const structure = execFileSync('pdfinfo', ['-struct', file], { encoding: 'utf8' });
    for (const tag of ['H1', 'H2', 'H3', 'L (block)', 'LBody']) expect(structure).toContain(tag);
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    expect(execFileSync('pdffonts', [file], { encoding: 'utf8' })).not.toMatch(/Helvetica|\bno\s+no\b/);
    expect(readFileSync(file, 'latin1')).toContain(`/Lang (${lang})`);
  });

  test('many records are one HTML page with no barrier that axe knows, and one PDF', async () => {
    const home = await storeOf(many, lang);
    const page = await exported(home, lang, { audience: 'team', form: 'html' });
    const browser = await openBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(pathToFileURL(page).href);
      expect(await tab.locator('h1').count()).toBe(1);
      expect(await tab.locator('section h2', { hasText: 'DR-2026-' }).count()).toBe(many);
      expect(await violationsOf(tab)).toEqual([]);
    } finally {
      await browser.close();
    }
    const pdf = textOfPdf(await exported(home, lang, { audience: 'outside', form: 'pdf' }));
    for (let at = 0; at < many; at += 1)
      expect(pdf).toContain(`DR-2026-7Q2M9XPA${String(at).padStart(2, '0')}`);
  }, 180_000);
});
