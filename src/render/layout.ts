import { type Block, type Doc, type Span, spansOf, tableEntries, type Words } from './doc.ts';
import { cellsOf, type Line, wrapWords } from './spans.ts';

const INDENT = 2;
/** Below this many columns two sides stand one under the other. */
const ROOM_FOR_SIDES = 70;

/** Cells of a line: a terminal narrower than 20 or a line longer than 120 is not read. */
export function widthWithin(columns: number): number {
  return Math.max(20, Math.min(120, columns));
}

/** Lays a document out for a width: words wrapped, labels in a column, what follows a label hanging under its words. */
export function layout(doc: Doc, columns: number): Line[] {
  return blocksAt(doc, widthWithin(columns), 0);
}

function blocksAt(blocks: readonly Block[], width: number, depth: number): Line[] {
  const lines: Line[] = [];
  let column = 0;
  blocks.forEach((block, at) => {
    if (block.kind === 'gap' && lines.at(-1)?.length === 0) return;
    if (block.kind === 'entry' && !follows(at, blocks)) column = labelColumn(runFrom(at, blocks), width);
    lines.push(...blockAt(block, width, { column, depth }));
  });
  return lines;
}

/** Whether a block belongs to the list before it; a gap does not end a list. */
function follows(at: number, blocks: readonly Block[]): boolean {
  const before = blocks.slice(0, at).findLast(({ kind }) => kind !== 'gap');
  return before?.kind === 'entry';
}

/** A list from its first entry on: its labels share a column. */
function runFrom(start: number, blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block, at) => at >= start && block.kind !== 'entry' && block.kind !== 'gap');
  return blocks.slice(start, end < 0 ? blocks.length : end);
}

/** Short labels of different lists stand in one column. */
const LEAST_COLUMN = 10;

/** Cells of the column of labels: as wide as the widest label that a third of the line can hold. */
function labelColumn(blocks: readonly Block[], width: number): number {
  const widths = blocks.map((block) =>
    block.kind === 'entry' && block.label ? cellsOf(block.label.text) : 0,
  );
  const fitting = widths.filter((cells) => cells <= Math.floor(width / 3.5));
  const widest = Math.max(0, ...fitting);
  return widest === 0
    ? 0
    : Math.min(Math.max(widest + 2, LEAST_COLUMN), Math.max(widest + 2, Math.floor(width / 4)));
}

interface Setting {
  readonly column: number;
  readonly depth: number;
}

function blockAt(block: Block, width: number, setting: Setting): Line[] {
  switch (block.kind) {
    case 'gap':
      return [[]];
    case 'title':
      return wrapWords(styled(block.words, 'strong'), width);
    case 'heading':
      return wrapWords(headingWords(block.words, block.level), width);
    case 'text':
      return wrapWords(block.words, width);
    case 'entry':
      return entryAt(block, width, setting);
    case 'drawn':
      return drawn(block, width);
    case 'lines':
      return Array.from({ length: block.count }, () => [{ text: '_'.repeat(Math.min(60, width)) }]);
    case 'page':
      return [[]];
    case 'table':
      return blocksAt(tableEntries(block), width, 0);
    case 'part':
      return blocksAt(block.blocks, width, setting.depth);
    case 'sides':
      return width < ROOM_FOR_SIDES
        ? [...blocksAt(block.left, width, 0), [], ...blocksAt(block.right, width, 0)]
        : beside(block.left, block.right, width);
  }
}

/** The picture where it fits on one line, and the words where it does not. */
function drawn({ picture, words }: Extract<Block, { kind: 'drawn' }>, width: number): Line[] {
  const spaced = picture.flatMap((span, at) => (at === 0 ? [span] : [pad(2), span]));
  const cells = spaced.reduce((sum, { text }) => sum + cellsOf(text), INDENT);
  return cells <= width
    ? [[pad(INDENT), ...spaced]]
    : wrapWords(words, width - INDENT).map((line): Line => [pad(INDENT), ...line]);
}

function headingWords(words: Words, level: 2 | 3): Words {
  const spans = spansOf(words);
  return styled(
    level === 2 ? spans.map((span) => ({ ...span, text: span.text.toUpperCase() })) : spans,
    'heading',
  );
}

function styled(words: Words, style: NonNullable<Span['style']>): Span[] {
  return spansOf(words).map((span) => ({ style, ...span }));
}

type Entry = Extract<Block, { kind: 'entry' }>;

function entryAt(block: Entry, width: number, setting: Setting): Line[] {
  return setting.depth === 0
    ? topEntry(block, width, setting.column)
    : nestedEntry(block, width, setting.depth);
}

/** An entry of an outer list: its label stands in the column of labels. */
function topEntry(block: Entry, width: number, column: number): Line[] {
  const { label } = block;
  const labelCells = label ? cellsOf(label.text) : 0;
  const fits = labelCells + 2 <= column || labelCells === 0;
  // A label that is too long for the column has a line of its own; what it labels begins on the next one.
  const start = INDENT + (fits ? column : INDENT);
  const body = wrapWords(block.words, Math.max(10, width - start));
  const bar: Line[] = block.share === undefined ? [] : [[{ text: barOf(block.share) }]];
  const under = [...bar, ...blocksAt(block.under ?? [], Math.max(10, width - start), 1)];
  const first: Line[] = fits
    ? [[pad(INDENT), ...(label ? [label] : []), pad(column - labelCells), ...(body[0] ?? [])]]
    : [
        ...wrapWords([label ?? { text: '' }], width - INDENT).map((line): Line => [pad(INDENT), ...line]),
        [pad(start), ...(body[0] ?? [])],
      ];
  return [...first, ...indented([...body.slice(1), ...under], start)];
}

/** An entry under another: its label leads its words, and what goes on hangs by two cells. */
function nestedEntry(block: Entry, width: number, depth: number): Line[] {
  const label: Span[] = block.label ? [{ ...block.label, text: `${block.label.text}:` }] : [];
  const room = Math.max(10, width - INDENT);
  const body = wrapWords([...label, ...spansOf(block.words)], room);
  const under = blocksAt(block.under ?? [], room, depth + 1);
  return [...body.slice(0, 1), ...indented([...body.slice(1), ...under], INDENT)];
}

function indented(lines: readonly Line[], cells: number): Line[] {
  return lines.map((line): Line => (line.length === 0 ? [] : [pad(cells), ...line]));
}

/** Two sides in columns, each wrapped to its half. */
function beside(left: readonly Block[], right: readonly Block[], width: number): Line[] {
  const half = Math.floor((width - 3) / 2);
  const first = blocksAt(left, half, 0);
  const second = blocksAt(right, half, 0);
  return Array.from({ length: Math.max(first.length, second.length) }, (_, row) => {
    const one = first[row] ?? [];
    const other = second[row] ?? [];
    const cells = one.reduce((sum, span) => sum + cellsOf(span.text), 0);
    return other.length === 0 ? one : [...one, pad(Math.max(1, half + 3 - cells)), ...other];
  });
}

function pad(cells: number): Span {
  return { text: ' '.repeat(Math.max(0, cells)) };
}

/** Cells of a bar. */
const BAR = 20;

/** A share of a whole as a bar of signs that every terminal has. */
function barOf(share: number): string {
  const filled = Math.round(BAR * share);
  return `${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}`;
}
