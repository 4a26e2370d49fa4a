import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, violationsOf } from '../support/browser.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/workplace.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** The pages of the pack for Indonesia, as a reader has them: `file:` addresses by name. */
async function pagesIn(lang: string): Promise<Map<string, string>> {
  const folder = temporaryFolder();
  const out = path.join(folder, 'pages');
  const { code } = await runCli([
    'rules',
    'docs',
    'indonesia',
    '--out',
    out,
    '--format',
    'html',
    '--lang',
    lang,
  ]);
  expect(code).toBe(0);
  return new Map(readdirSync(out).map((name) => [name, pathToFileURL(path.join(out, name)).href]));
}

test.each([
  { lang: 'id', width: 1280, colorScheme: 'light' },
  { lang: 'en', width: 400, colorScheme: 'dark' },
] as const)(
  'no page has a barrier that axe knows, and none is wider than the window ($lang, $width, $colorScheme)',
  async ({ lang, width, colorScheme }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const pages = await pagesIn(lang);
    for (const [name, address] of pages) {
      await page.goto(address);
      expect(await violationsOf(page), name).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
    }
    expect(pages.size).toBeGreaterThan(15);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await context.close();
  },
  300_000,
);

test('the field narrows the register down by keyboard, and says how many are left', async () => {
  const page = await browser.newPage();
  await page.goto((await pagesIn('en')).get('register.html') ?? '');
  const all = await page.locator('main > ul > li').count();
  const id = (await page.locator('main > ul > li code').nth(20).textContent()) ?? '';
  await page.getByLabel('Find a piece by its words').fill(id.replaceAll('-', '- ').toUpperCase());
  const left = page.locator('main > ul > li:visible');
  const count = await left.count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(all);
  expect((await left.allTextContents()).filter((text) => text.includes(id))).not.toEqual([]);
  expect(await page.getByRole('status').textContent()).toBe(`Found: ${count}`);
  await page.getByLabel('Find a piece by its words').fill('');
  expect(await left.count()).toBe(all);
  await page.close();
});

test('without scripts everything is there, and nothing that does not work', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto((await pagesIn('id')).get('register.html') ?? '');
  expect(await page.locator('main > ul > li').count()).toBeGreaterThan(500);
  expect(await page.locator('input').count()).toBe(0);
  await context.close();
});
