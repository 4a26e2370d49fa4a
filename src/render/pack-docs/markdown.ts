import { escape } from '../markdown.ts';
import type { Inline, Item, Page, PageBlock, Part, Row, Site, Target } from './page.ts';

/**
 * Prints a page as Markdown. Anchors are the only HTML in it, and its links stay among its own files: whatever a pack
 * says is escaped. Ends in a line break.
 */
export function markdownPage(page: Page, site: Site): string {
  const back = page.name === 'index' ? [] : [`[${escape(site.title)}](index.md)`, ''];
  const foot = page.name === 'index' ? site.footer.flatMap((line) => ['', escape(line)]) : [];
  const blocks = page.blocks.flatMap((block) => ['', ...blockLines(block)]);
  return `${[...back, `# ${escape(page.title)}`, ...blocks, ...foot].join('\n')}\n`;
}

function blockLines(block: PageBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${anchor(block.anchor)}${escape(block.words)}`];
    case 'text':
      return [inline(block.words)];
    case 'list':
      return list(block.items, '');
    case 'rows':
      return block.rows.flatMap(rowLines);
    case 'piece':
      return [
        `### ${anchor(block.anchor)}${inline(block.title)}`,
        '',
        code(block.id),
        '',
        ...block.rows.flatMap(rowLines),
      ];
  }
}

function rowLines({ label, words, under }: Row): string[] {
  return [`- **${escape(label)}:** ${inline(words)}`.trimEnd(), ...list(under ?? [], '  ')];
}

function list(items: readonly Item[], margin: string): string[] {
  return items.flatMap(({ words, under }) => [
    `${margin}- ${inline(words)}`,
    ...list(under ?? [], `${margin}  `),
  ]);
}

function inline(words: Inline): string {
  return words.map(partMarkdown).join('').replace(/ +/g, ' ').trim();
}

function partMarkdown(part: Part): string {
  if (typeof part === 'string') return escape(part);
  if (part.kind === 'code') return code(part.text);
  const at = part.anchor === undefined ? '' : anchor(part.anchor);
  return `${at}[${escape(part.text)}](${href(part.to)})`;
}

/** Ids are kebab-case, so that nothing in one could end the span. */
function code(text: string): string {
  return `\`${text.replace(/[^A-Za-z0-9./-]/g, '')}\``;
}

function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

function href({ page, anchor: id }: Target): string {
  return id === undefined ? `${page}.md` : `${page}.md#${id}`;
}
