import { escapeHtml, htmlHead } from '../html.ts';
import { FILTER_HASH, FILTER_SCRIPT } from './filter-script.ts';
import type { Inline, Item, Page, PageBlock, Part, Piece, Row, Site, Target } from './page.ts';
import { STYLE } from './style.ts';

/**
 * Prints a page as HTML that stands alone: nothing remote, no script but the one that narrows lists down, and that one
 * known to the browser by its hash. Whatever a pack says is escaped.
 */
export function htmlPage(page: Page, site: Site): string {
  const title = page.name === 'index' ? site.title : `${page.title} · ${site.title}`;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(site.lang)}">`,
    ...htmlHead({ title, style: STYLE, ...(page.filter && { script: FILTER_HASH }) }),
    '<body>',
    `<a class="skip" href="#content">${escapeHtml(site.words.skip)}</a>`,
    ...header(page, site),
    '<div class="columns">',
    ...navigation(page, site),
    '<main id="content" tabindex="-1">',
    `<h1>${escapeHtml(page.title)}</h1>`,
    ...onThisPage(page, site),
    ...filterPlace(page),
    ...page.blocks.flatMap((block) => blockLines(block, levelOf(page))),
    '</main>',
    '</div>',
    '<footer>',
    ...site.footer.map((line) => `<p>${escapeHtml(line)}</p>`),
    '</footer>',
    ...(page.filter ? [`<script>${FILTER_SCRIPT}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function header(page: Page, site: Site): string[] {
  const name = escapeHtml(site.title);
  return page.name === 'index' ? [] : ['<header>', `<p><a href="index.html">${name}</a></p>`, '</header>'];
}

function navigation(page: Page, site: Site): string[] {
  const links = site.pages.map(({ name, title }) => {
    const current = name === page.name ? ' aria-current="page"' : '';
    const text = name === 'index' ? site.words.contents : title;
    return `<li><a href="${escapeHtml(name)}.html"${current}>${escapeHtml(text)}</a></li>`;
  });
  // The index holds the same list with a line on each: on a narrow window once is enough.
  const twice = page.name === 'index' ? ' class="twice"' : '';
  const label = escapeHtml(site.words.contents);
  return [`<nav${twice} aria-label="${label}">`, '<ul>', ...links, '</ul>', '</nav>'];
}

/** Leads to the parts of a long page. */
function onThisPage(page: Page, { words }: Site): string[] {
  const headings = page.blocks.filter((block) => block.kind === 'heading');
  if (headings.length < 3 || page.name === 'index') return [];
  const links = headings.map(
    (one) => `<li><a href="#${escapeHtml(one.anchor)}">${escapeHtml(one.words)}</a></li>`,
  );
  const label = escapeHtml(words.onThisPage);
  return [`<nav class="parts" aria-label="${label}">`, '<ul>', ...links, '</ul>', '</nav>'];
}

function filterPlace({ filter }: Page): string[] {
  if (!filter) return [];
  return [
    `<div id="filter" data-label="${escapeHtml(filter.label)}" data-found="${escapeHtml(filter.found)}"></div>`,
  ];
}

/** Level of the headings of pieces: no level is left out. */
function levelOf({ blocks }: Page): 2 | 3 {
  return blocks.some(({ kind }) => kind === 'heading') ? 3 : 2;
}

function blockLines(block: PageBlock, level: 2 | 3): string[] {
  switch (block.kind) {
    case 'heading':
      return [`<h2 id="${escapeHtml(block.anchor)}">${escapeHtml(block.words)}</h2>`];
    case 'text':
      return [`<p>${inline(block.words)}</p>`];
    case 'list':
      return list(block.items);
    case 'rows':
      return rowLines(block.rows);
    case 'piece':
      return pieceLines(block, level);
  }
}

function pieceLines(piece: Piece, level: 2 | 3): string[] {
  return [
    `<section class="piece" id="${escapeHtml(piece.anchor)}">`,
    `<h${level}>${inline(piece.title)}</h${level}>`,
    `<p class="id"><code>${escapeHtml(piece.id)}</code></p>`,
    ...rowLines(piece.rows),
    '</section>',
  ];
}

function rowLines(rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ label, words, under }) => [
    `<div><dt>${escapeHtml(label)}</dt>`,
    `<dd>${inline(words)}`,
    ...(under ? list(under) : []),
    '</dd></div>',
  ]);
  return ['<dl>', ...lines, '</dl>'];
}

function list(items: readonly Item[]): string[] {
  const lines = items.flatMap(({ words, under }) =>
    under ? [`<li>${inline(words)}`, ...list(under), '</li>'] : [`<li>${inline(words)}</li>`],
  );
  return ['<ul>', ...lines, '</ul>'];
}

function inline(words: Inline): string {
  return words.map(partHtml).join('');
}

function partHtml(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (part.kind === 'code') return `<code>${escapeHtml(part.text)}</code>`;
  const id = part.anchor === undefined ? '' : ` id="${escapeHtml(part.anchor)}"`;
  return `<a${id} href="${escapeHtml(href(part.to))}">${escapeHtml(part.text)}</a>`;
}

function href({ page, anchor }: Target): string {
  return anchor === undefined ? `${page}.html` : `${page}.html#${anchor}`;
}
