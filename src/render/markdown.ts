import { type Block, type Doc, type Span, spansOf, type Words } from './doc.ts';
import { clean } from './spans.ts';

/**
 * Prints a document as Markdown that has no HTML and no links of its own: what a pack or a person wrote is escaped, so
 * that it is read as the text that it is. Ends in a line break.
 */
export function markdown(doc: Doc): string {
  const parts = doc.flatMap(partsOf);
  const lines: string[] = [];
  let before: Block['kind'] = 'gap';
  for (const block of parts) {
    if (block.kind === 'gap') continue;
    if (lines.length > 0 && !(before === block.kind && isItem(block))) lines.push('');
    lines.push(...linesOf(block));
    before = block.kind;
  }
  return `${lines.join('\n')}\n`;
}

function partsOf(block: Block): readonly Block[] {
  if (block.kind === 'part') return block.blocks.flatMap(partsOf);
  return block.kind === 'sides' ? [...block.left, ...block.right] : [block];
}

function isItem({ kind }: Block): boolean {
  return kind === 'entry' || kind === 'drawn';
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'gap':
      return [];
    case 'title':
      return [`# ${inline(block.words, true)}`];
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.words, true)}`];
    case 'text':
      return [inline(block.words, false)];
    case 'lines':
      return Array.from({ length: block.count }, () => `\\_`.repeat(30));
    case 'page':
      return ['---'];
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows].map(rowLine);
    case 'part':
      return block.blocks.flatMap(linesOf);
    case 'drawn':
      return linesOf({ kind: 'entry', words: block.words });
    case 'sides':
      return [...block.left, ...block.right].flatMap(linesOf);
    case 'entry': {
      const label = block.label ? `${bold(block.label.text.replace(/:$/, ''))}: ` : '';
      const under = (block.under ?? []).flatMap((part) =>
        linesOf(part.kind === 'text' ? asEntry(part) : part),
      );
      return [`- ${label}${inline(block.words, false)}`, ...under.map((line) => `  ${line}`)];
    }
  }
}

/** A row whose cells are escaped; a row of dashes stays as it is, and parts the headings from the rows. */
function rowLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '---' ? cell : escape(cell))).join(' | ')} |`;
}

function asEntry(block: Extract<Block, { kind: 'text' }>): Block {
  return { kind: 'entry', words: block.words };
}

function inline(words: Words, isHeading: boolean): string {
  return spansOf(words)
    .filter(({ text }) => text !== '')
    .map((span) => (isStrong(span) && !isHeading ? bold(span.text) : escape(span.text)))
    .join(' ')
    .replace(/ +/g, ' ')
    .trim();
}

function isStrong({ style }: Span): boolean {
  return style === 'strong' || style === 'for' || style === 'against' || style === 'open';
}

function bold(text: string): string {
  const inner = escape(text.trim());
  return inner === '' ? '' : `**${inner}**`;
}

/** Takes from every character its power in Markdown and HTML. */
export function escape(text: string): string {
  return clean(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]{}|~#$]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+=])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/!(?=\\\[)/g, String.raw`\!`);
}
