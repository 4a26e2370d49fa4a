import { type Block, type Doc, type Span, spansOf, type Table, type Words } from './doc.ts';
import { escapeHtml, htmlHead } from './html.ts';

export interface HtmlDocOptions {
  readonly lang: string;
  /** Said at the foot of the page, a line each. */
  readonly foot?: readonly string[];
}

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}',
  'h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:1.8rem;border-bottom:1px solid}h3{font-size:1rem}',
  'ul{padding-left:1.2rem}li{margin:.3rem 0}.label{font-weight:600}',
  '.sides{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}@media(max-width:40rem){.sides{display:block}}',
  '.bar{height:.6rem;border:1px solid;margin:.15rem 0 .5rem;max-width:24rem}.bar div{height:100%;background:currentcolor;opacity:.65;print-color-adjust:exact}',
  'table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid}th{font-weight:600}',
  '.lines{border-bottom:1px solid;height:2rem}',
  'footer{margin-top:2rem;border-top:1px solid;font-size:.85rem}',
  '@media print{body{max-width:none;padding:0;font-size:10.5pt}.page{break-after:page}h2,h3{break-after:avoid}li,tr{break-inside:avoid}thead{display:table-header-group}}',
].join('');

/** Prints a document as an HTML page that stands alone: no script, nothing remote, one `h1`, all text escaped. */
export function htmlDoc(doc: Doc, { lang, foot = [] }: HtmlDocOptions): string {
  const first = doc.find(({ kind }) => kind === 'title');
  const name = first?.kind === 'title' ? plainWords(first.words) : '';
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(lang)}">`,
    ...htmlHead({ title: name, style: STYLE }),
    '<body>',
    '<main>',
    ...(first === undefined ? [] : [`<h1>${inline(spansOf((first as { words: Words }).words))}</h1>`]),
    ...blockLines(doc.filter((block) => block !== first)),
    '</main>',
    ...(foot.length === 0
      ? []
      : ['<footer>', ...foot.map((line) => `<p>${escapeHtml(line)}</p>`), '</footer>']),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockLines(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  let open = false;
  const close = (): void => {
    if (open) lines.push('</ul>');
    open = false;
  };
  for (const block of blocks) {
    if (block.kind === 'gap') continue;
    if (block.kind === 'entry' || block.kind === 'drawn') {
      if (!open) lines.push('<ul>');
      open = true;
      lines.push(...itemLines(block));
      continue;
    }
    close();
    lines.push(...otherLines(block));
  }
  close();
  return lines;
}

function otherLines(block: Exclude<Block, { kind: 'entry' | 'drawn' | 'gap' }>): string[] {
  switch (block.kind) {
    case 'title':
      return [`<h2>${inline(spansOf(block.words))}</h2>`];
    case 'heading':
      return [`<h${block.level}>${inline(spansOf(block.words))}</h${block.level}>`];
    case 'text':
      return [`<p>${inline(spansOf(block.words))}</p>`];
    case 'sides':
      return [
        '<div class="sides">',
        ...[block.left, block.right].flatMap((side) => ['<div>', ...blockLines(side), '</div>']),
        '</div>',
      ];
    case 'lines':
      return Array.from({ length: block.count }, () => '<div class="lines"></div>');
    case 'page':
      return ['<div class="page"></div>'];
    case 'table':
      return tableLines(block);
    case 'part':
      return [`<section lang="${escapeHtml(block.lang)}">`, ...blockLines(block.blocks), '</section>'];
  }
}

/** A table whose first cells name their rows. */
function tableLines({ head, rows }: Table): string[] {
  const cells = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        at === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`,
      )
      .join('');
  return [
    '<table>',
    `<thead><tr>${head.map((word) => `<th scope="col">${escapeHtml(word)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${cells(row)}</tr>`),
    '</tbody></table>',
  ];
}

function itemLines(block: Extract<Block, { kind: 'entry' | 'drawn' }>): string[] {
  if (block.kind === 'drawn') return [`<li>${inline(spansOf(block.words))}</li>`];
  const label = block.label ? `<span class="label">${escapeHtml(labelled(block.label))}</span> ` : '';
  const words = `${label}${inline(spansOf(block.words))}`;
  const under = [...barLines(block.share), ...blockLines(block.under ?? [])];
  return under.length === 0 ? [`<li>${words}</li>`] : [`<li>${words}`, ...under, '</li>'];
}

/** The bar of a share; the words beside it say the same. */
function barLines(share: number | undefined): string[] {
  if (share === undefined) return [];
  return [`<div class="bar" aria-hidden="true"><div style="width:${Math.round(100 * share)}%"></div></div>`];
}

function labelled({ text }: Span): string {
  return text.endsWith(':') ? text : `${text}:`;
}

function inline(spans: readonly Span[]): string {
  return spans
    .filter(({ text }) => text !== '')
    .map(({ text, style }) =>
      style === 'strong' ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text),
    )
    .join(' ')
    .replace(/ +/g, ' ')
    .trim();
}

function plainWords(words: Words): string {
  return spansOf(words)
    .map(({ text }) => text)
    .join(' ');
}
