import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { escapeHtml } from '../../src/render/html.ts';
import { FILTER_HASH, FILTER_SCRIPT } from '../../src/render/pack-docs/filter-script.ts';
import { anchorOf } from '../../src/render/pack-docs/page.ts';
import { packDocs } from '../../src/render/pack-docs.ts';
import { loadOver } from '../pack/sound.ts';
import { UNSAFE } from '../support/hostile.ts';
import { ROOT } from '../support/workplace.ts';

const SHIPPED = ['base', 'indonesia'];
const LANGS = ['id', 'en'];
const CASES = SHIPPED.flatMap((pack) => LANGS.map((lang) => ({ pack, lang })));

const loaded = new Map<string, Promise<Pack>>();

function shipped(id: string): Promise<Pack> {
  const pack = loaded.get(id) ?? loadPack(id, { project: ROOT, shipped: path.join(ROOT, 'rules') });
  loaded.set(id, pack);
  return pack;
}

function docsOf(pack: Pack, lang: string): Map<string, string> {
  return packDocs({ pack, lang, formats: ['html', 'md'], toolVersion: '0.0.0' });
}

const written = new Map<string, Map<string, string>>();

/** The pages of a shipped pack, written once for all that is looked at in them. */
async function pagesOf(id: string, lang: string): Promise<Map<string, string>> {
  const pages = written.get(`${id} ${lang}`) ?? docsOf(await shipped(id), lang);
  written.set(`${id} ${lang}`, pages);
  return pages;
}

function htmlOf(pages: ReadonlyMap<string, string>): [string, string][] {
  return [...pages].filter(([name]) => name.endsWith('.html'));
}

function idsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
}

/** Everything that has an id in a pack, as the anchor under which it must stand. */
function anchorsOf(pack: Pack): string[] {
  const of = (prefix: string, ids: Iterable<string>): string[] => [...ids].map((id) => anchorOf(prefix, id));
  return [
    ...of('rule', pack.rules.keys()),
    ...of('rule', new Set([...pack.rules.values()].map(({ name }) => name))),
    ...of('priority', pack.priorities.keys()),
    ...of('step', pack.steps.keys()),
    ...of('role', pack.roles.keys()),
    ...of('contact', pack.contacts.keys()),
    ...of('topic', pack.topics.keys()),
    ...of('fact', pack.facts.keys()),
    ...of('action', pack.actions.keys()),
    ...of('group', pack.groups.keys()),
    ...of('note', pack.notes.keys()),
    ...of('conduct', pack.conduct.keys()),
    ...of('dilemma', pack.dilemmas.keys()),
    ...of('constraint', pack.constraints.keys()),
    ...of('property', pack.properties.keys()),
    ...of('source', pack.sources.keys()),
  ];
}

describe.each(CASES)('$pack in $lang', ({ pack: id, lang }) => {
  test('every piece stands on some page, in both formats', async () => {
    const pack = await shipped(id);
    const docs = await pagesOf(id, lang);
    for (const format of ['html', 'md']) {
      const pages = [...docs].filter(([name]) => name.endsWith(`.${format}`));
      const there = new Set(pages.flatMap(([, text]) => idsIn(text.replaceAll('<a id=', '<a  id='))));
      expect(anchorsOf(pack).filter((anchor) => !there.has(anchor))).toEqual([]);
    }
  });

  test('every reason, ask, act and place of a source is told in its words', async () => {
    const pack = await shipped(id);
    const html = htmlOf(await pagesOf(id, lang))
      .map(([, text]) => text)
      .join('\n');
    const texts = [
      ...[...pack.rules.values()].map(({ because }) => because),
      ...[...pack.priorities.values()].map(({ because }) => because),
      ...[...pack.steps.values()].flatMap(({ text, tell, because }) => [text, tell, because]),
      ...[...pack.facts.values()].flatMap(({ ask, answers }) => [ask, ...answers.map(({ text }) => text)]),
      ...[...pack.actions.values()].map(({ text }) => text),
      ...[...pack.notes.values()].map(({ text }) => text),
      ...[...pack.sources.values()].flatMap(({ title, places }) => [
        title,
        ...[...places.values()].map(({ text }) => text),
      ]),
      ...pack.changes.map(({ reason }) => reason),
    ].map((text) => escapeHtml(text[lang] ?? ''));
    expect(texts.filter((text) => text === '' || !html.includes(text))).toEqual([]);
  });

  test('ids are unique in a page, and every link leads to a place that is there', async () => {
    const docs = await pagesOf(id, lang);
    const anchors = new Map([...docs].map(([name, text]) => [name, new Set(idsIn(text))]));
    for (const [name, html] of htmlOf(docs)) {
      const ids = idsIn(html);
      expect(
        ids.filter((one, at) => ids.indexOf(one) !== at),
        name,
      ).toEqual([]);
    }
    for (const [name, text] of docs) {
      const links = [...text.matchAll(/ href="([^"]*)"|\]\(([^)\s]*)\)/g)].map(
        (one) => one[1] ?? one[2] ?? '',
      );
      expect(links.length, name).toBeGreaterThan(0);
      const lost = links.filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = anchors.get(file === '' ? name : file);
        return target === undefined || (anchor !== undefined && !target.has(anchor));
      });
      expect(lost, name).toEqual([]);
    }
  });

  test('a page has its language, one h1, its landmarks and nothing from elsewhere', async () => {
    for (const [name, html] of htmlOf(await pagesOf(id, lang))) {
      expect(html, name).toContain(`<html lang="${lang}">`);
      expect(html.match(/<h1>/g), name).toHaveLength(1);
      expect(html.match(/<main /g), name).toHaveLength(1);
      expect(html, name).toMatch(/<nav [^>]*aria-label=/);
      expect(html, name).toContain("content=\"default-src 'none'; style-src 'unsafe-inline';");
      expect(html, name).not.toMatch(/ src=|@import|url\(|<link|<iframe|<form/);
      expect(html.replace(FILTER_SCRIPT, ''), name).not.toMatch(/<script>[^<]|https?:\/\/[^<]*"/);
    }
  });

  test('no placeholder is left standing', async () => {
    for (const [name, text] of await pagesOf(id, lang))
      expect(
        text.replace(/<style>[^<]*<\/style>|data-found="[^"]*"|<script>.*<\/script>/gs, ''),
        name,
      ).not.toMatch(/\{[a-z-]+\}|undefined/);
  });
});

test('the browser runs the script that narrows lists down and no other: the hash is that of the script', () => {
  expect(createHash('sha256').update(FILTER_SCRIPT).digest('base64')).toBe(FILTER_HASH);
});

test('what an overlay replaced or switched off stands there with its reason', async () => {
  const pack = await loadOver({
    'more.yaml': `actions:
  explain:
    replaces: { id: Alasan mengganti., en: The reason to replace. }
    text: { id: Ceritakan, en: Tell the family whom the client names }
    kind: help
    phase: today
`,
  });
  const changes = docsOf(pack, 'en').get('changes.md') ?? '';
  expect(changes).toContain('Replaced by the pack over: [explain](actions.md#action-explain)');
  expect(changes).toContain('- **Because:** The reason to replace.');
});

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<%= 7*7 %> {action} {source}',
  '\u001b[31m\u202eevil\u0000\u0007',
  '[x](javascript:alert(1)) ![i](http://example.org/i.png) `code` | a',
  '<!-- --><style>*{display:none}</style>',
];

test.each(HOSTILE)('hostile words in a pack are words on the page: %j', async (words) => {
  const pack = hostilePack(await shipped('indonesia'), words);
  for (const [name, text] of docsOf(pack, 'en')) {
    expect(text, name).not.toMatch(UNSAFE);
    const elements = text.replace(FILTER_SCRIPT, '').match(/<\/?[a-z]+\d?/gi) ?? [];
    const allowed = name.endsWith('.md')
      ? ['<a', '</a']
      : 'html head meta title style body a div nav ul li main h1 h2 h3 p section code dl dt dd header footer script'
          .split(' ')
          .flatMap((tag) => [`<${tag}`, `</${tag}`]);
    expect(
      [...new Set(elements)].filter((tag) => !allowed.includes(tag)),
      name,
    ).toEqual([]);
    expect(text.replace(FILTER_SCRIPT, ''), name).not.toMatch(/<[^>]* on[a-z]+=/i);
    expect(text.match(/<script/g)?.length ?? 0, name).toBe(name === 'register.html' ? 1 : 0);
    expect(text.match(/<style/g)?.length ?? 0, name).toBe(name.endsWith('.html') ? 1 : 0);
    if (name.endsWith('.md')) expect(text, name).not.toMatch(/(?<!\\)\]\((?:javascript|http)/);
  }
});

/** The pack with every text of every piece replaced. */
function hostilePack(pack: Pack, words: string): Pack {
  const texts = (value: unknown): unknown => {
    if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, texts(inner)]));
    if (Array.isArray(value)) return value.map(texts);
    if (typeof value !== 'object' || value === null) return value;
    if ('en' in value) return { id: words, en: words };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]));
  };
  return texts(pack) as Pack;
}
