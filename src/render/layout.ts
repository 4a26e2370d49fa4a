import { type Block, type Doc, type Span, spansOf, type Words } from './doc.ts';
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
  const column = labelColumn(blocks, width);
  const lines: Line[] = [];
  for (const block of blocks) {
    if (block.kind === 'gap' && lines.at(-1)?.length === 0) continue;
    lines.push(...blockAt(block, width, { column, depth }));
  }
  return lines;
}

/** Cells of the column of labels: as wide as the widest label that a third of the line can hold. */
function labelColumn(blocks: readonly Block[], width: number): number {
  const widths = blocks.map((block) =>
    block.kind === 'entry' && block.label ? cellsOf(block.label.text) : 0,
  );
  const fitting = widths.filter((cells) => cells <= Math.floor(width / 3.5));
  const widest = Math.max(0, ...fitting);
  return widest === 0 ? 0 : widest + 2;
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
    case 'sides':
      return width < ROOM_FOR_SIDES
        ? [...blocksAt(block.left, width, 0), [], ...blocksAt(block.right, width, 0)]
        : beside(block.left, block.right, width);
  }
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

function entryAt(
  block: Extract<Block, { kind: 'entry' }>,
  width: number,
  { column, depth }: Setting,
): Line[] {
  const margin = depth === 0 ? INDENT : 0;
  const { label } = block;
  const labelCells = label ? cellsOf(label.text) : 0;
  const fits = labelCells + 2 <= column || labelCells === 0;
  // A label that is too long for the column has a line of its own; what it labels begins on the next one.
  const start = margin + (fits ? column : INDENT);
  const body = wrapWords(block.words, Math.max(10, width - start));
  const under = blocksAt(block.under ?? [], Math.max(10, width - start), depth + 1);
  const first: Line[] = fits
    ? [[pad(margin), ...(label ? [label] : []), pad(column - labelCells), ...(body[0] ?? [])]]
    : [
        ...wrapWords([label ?? { text: '' }], width - margin).map((line) => [pad(margin), ...line]),
        [pad(start), ...(body[0] ?? [])],
      ];
  const rest = [...body.slice(1), ...under].map(
    (line): Line => (line.length === 0 ? [] : [pad(start), ...line]),
  );
  return [...first, ...rest];
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
