import type * as Docx from 'docx';
import { type Block, spansOf, type Table } from '../render/doc.ts';
import { clean } from '../render/spans.ts';
import { columnWidths } from './columns.ts';

type DocxModule = typeof Docx;

/** Twentieths of a point between the margins of a page. */
const ROOM = 9026;
/** About the width of a letter in the small type of tables. */
const LETTER = 122;
const PAD = 60;
const RULE = { style: 'single', size: 4, color: '999999' } as const;
const NONE = { style: 'none', size: 0, color: 'auto' } as const;

/** A table whose headings stand again on every page; a row stays on one page. */
export function tableOf(table: Table, docx: DocxModule, lang: string | undefined): Docx.Table {
  const widths = columnWidths(table, ROOM, ({ length }) => length * LETTER + 2 * PAD).map(Math.round);
  const cell = (words: string, at: number, bold: boolean): Docx.TableCell =>
    new docx.TableCell({
      width: { size: widths[at] ?? 0, type: docx.WidthType.DXA },
      margins: { top: 40, bottom: 40, left: PAD, right: PAD },
      children: [
        new docx.Paragraph({
          spacing: { after: 0 },
          children: [
            new docx.TextRun({
              text: clean(words),
              size: 16,
              bold,
              ...(lang !== undefined && { language: { value: lang } }),
            }),
          ],
        }),
      ],
    });
  const row = (cells: readonly string[], isHead: boolean): Docx.TableRow =>
    new docx.TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map((words, at) => cell(words, at, isHead || at === 0)),
    });
  return new docx.Table({
    columnWidths: widths,
    width: { size: ROOM, type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: RULE,
      insideHorizontal: RULE,
      insideVertical: NONE,
    },
    rows: [row(table.head, true), ...table.rows.map((cells) => row(cells, false))],
  });
}

/** One dark and one light pixel as PNG, which a word processor stretches to a bar. */
const PIXELS = {
  dark: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGMIBQAAVwBWP0MfTAAAAABJRU5ErkJggg==',
  light: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4CwAA3wDeKXlwtgAAAABJRU5ErkJggg==',
} as const;
/** Pixels of a bar. */
const BAR = { width: 360, height: 9 } as const;

/** A share of a whole as a bar; what it shows stands in its alternative text. */
export function barOf(
  { share = 0, words }: Extract<Block, { kind: 'entry' }>,
  docx: DocxModule,
  indent: number,
): Docx.Paragraph {
  const filled = Math.round(BAR.width * share);
  const alt = `${spansOf(words)
    .map(({ text }) => clean(text))
    .join(' ')}: ${Math.round(100 * share)} %`;
  const piece = (shade: keyof typeof PIXELS, width: number): Docx.ImageRun[] => {
    const name = shade === 'dark' || filled === 0 ? alt : '';
    if (width === 0) return [];
    return [
      new docx.ImageRun({
        type: 'png',
        data: Buffer.from(PIXELS[shade], 'base64'),
        transformation: { width, height: BAR.height },
        altText: { id: shade, name: shade, title: name, description: name },
      }),
    ];
  };
  return new docx.Paragraph({
    indent: { left: indent },
    children: [...piece('dark', filled), ...piece('light', BAR.width - filled)],
  });
}
