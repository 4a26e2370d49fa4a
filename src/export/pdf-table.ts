import type { Table } from '../render/doc.ts';
import { clean } from '../render/spans.ts';
import { columnWidths } from './columns.ts';
import { bottomOf, MARGIN, makeRoom, type Setting, SIZES } from './pdf-page.ts';

const PAD = 3;
const GREY = '#999999';

/** A column of a table: where it begins and how wide it is, in points. */
interface Column {
  readonly left: number;
  readonly width: number;
}

/**
 * Sets a table with its rows and cells in the structure tree. A row stays on one page; on a new page the headings stand
 * again, for the eye alone.
 */
export function setTable(table: Table, setting: Setting): void {
  const { pdf, parent } = setting;
  const columns = columnsOf(table, setting);
  const whole = pdf.struct('Table');
  parent.add(whole);
  makeRoom(pdf, 2 * heightOf(table.head, columns, { pdf, isHead: true }) + 2 * PAD);
  setRow(table.head, columns, { ...setting, parent: whole, isHead: true });
  for (const row of table.rows) {
    if (pdf.y + heightOf(row, columns, { pdf, isHead: false }) > bottomOf(pdf)) {
      pdf.addPage();
      repeatHead(table.head, columns, pdf);
    }
    setRow(row, columns, { ...setting, parent: whole, isHead: false });
  }
  whole.end();
  pdf.x = MARGIN;
  pdf.fontSize(SIZES.text).moveDown(0.6);
}

function columnsOf(table: Table, { pdf, indent }: Setting): Column[] {
  const room = pdf.page.width - 2 * MARGIN - indent;
  pdf.font('bold').fontSize(SIZES.table);
  let left = MARGIN + indent;
  return columnWidths(table, room, (text) => pdf.widthOfString(clean(text)) + 2 * PAD + 1).map((width) => {
    const column = { left, width };
    left += width;
    return column;
  });
}

interface RowSetting extends Setting {
  readonly isHead: boolean;
}

function setRow(cells: readonly string[], columns: readonly Column[], setting: RowSetting): void {
  const { pdf, parent, isHead } = setting;
  const [top, height] = [pdf.y, heightOf(cells, columns, setting)];
  const row = pdf.struct('TR');
  parent.add(row);
  columns.forEach((column, at) => {
    const scope = isHead ? 'Column' : 'Row';
    const draw = (): void => setCell(cells[at] ?? '', { pdf, column, top, isBold: isHead || at === 0 });
    // The types of the package know nothing of the scope that it writes.
    row.add(pdf.struct(isHead || at === 0 ? 'TH' : 'TD', { scope } as object, draw));
  });
  row.end();
  rule(pdf, columns, top + height);
}

/** The headings on a further page: whoever listens has heard them. */
function repeatHead(head: readonly string[], columns: readonly Column[], pdf: PDFKit.PDFDocument): void {
  const [top, height] = [pdf.y, heightOf(head, columns, { pdf, isHead: true })];
  pdf.markContent('Artifact');
  columns.forEach((column, at) => setCell(head[at] ?? '', { pdf, column, top, isBold: true }));
  pdf.endMarkedContent();
  rule(pdf, columns, top + height);
}

interface Cell {
  readonly pdf: PDFKit.PDFDocument;
  readonly column: Column;
  readonly top: number;
  readonly isBold: boolean;
}

function setCell(words: string, { pdf, column, top, isBold }: Cell): void {
  pdf.font(isBold ? 'bold' : 'regular').fontSize(SIZES.table);
  pdf.text(clean(words), column.left, top + PAD, { width: column.width - 2 * PAD, lineGap: 1 });
}

function heightOf(
  cells: readonly string[],
  columns: readonly Column[],
  { pdf, isHead }: Pick<RowSetting, 'pdf' | 'isHead'>,
): number {
  const heights = columns.map(({ width }, at) => {
    pdf.font(isHead || at === 0 ? 'bold' : 'regular').fontSize(SIZES.table);
    return pdf.heightOfString(clean(cells[at] ?? ''), { width: width - 2 * PAD, lineGap: 1 });
  });
  return Math.max(...heights) + 2 * PAD;
}

function rule(pdf: PDFKit.PDFDocument, columns: readonly Column[], y: number): void {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return;
  pdf.markContent('Artifact');
  pdf
    .moveTo(first.left, y)
    .lineTo(last.left + last.width, y)
    .lineWidth(0.5)
    .stroke(GREY);
  pdf.endMarkedContent();
  pdf.fillColor('black').strokeColor('black');
  pdf.y = y;
}
