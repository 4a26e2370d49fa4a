import { type Span, spansOf, type Words } from '../render/doc.ts';
import { clean } from '../render/spans.ts';

/** Points, as everywhere in a PDF. */
export const MARGIN = 56;
export const SIZES = { title: 17, heading: 13, small: 11, text: 10, table: 8, foot: 8 } as const;
export const INDENT = 14;
/** Room that the foot of a page takes above its margin. */
const FOOT = 14;

/** What is being set: the document, where its structure grows, and how far in the words stand. */
export interface Setting {
  readonly pdf: PDFKit.PDFDocument;
  readonly parent: PDFKit.PDFStructureElement;
  readonly indent: number;
}

/** Where the words of a page end. */
export function bottomOf({ page }: PDFKit.PDFDocument): number {
  return page.height - MARGIN - FOOT;
}

/** Goes to a new page where so many points are not left; never inside of what is tagged, which would not be closed. */
export function makeRoom(pdf: PDFKit.PDFDocument, points: number): boolean {
  if (pdf.y <= bottomOf(pdf) - points) return false;
  pdf.addPage();
  return true;
}

/** Words as one text, e.g. of a title. */
export function wordsOf(words: Words): string {
  return spansOf(words)
    .map(({ text }: Span) => clean(text))
    .join(' ');
}
