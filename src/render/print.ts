import type { Doc } from './doc.ts';
import { layout } from './layout.ts';
import { plainLayout } from './plain.ts';
import { type Level, painter } from './spans.ts';

/** How a document is put on a terminal. */
export interface Look {
  /** Cells of a line; used between 20 and 120. */
  readonly width: number;
  readonly style: { readonly level: Level };
  /** Append-only words for screen readers and dumb terminals. */
  readonly plain: boolean;
}

/** Prints a document as lines for a terminal: wrapped, cleaned and coloured; none ends in a space. */
export function printLines(doc: Doc, { width, style, plain }: Look): string[] {
  const lines = plain ? plainLayout(doc, width) : layout(doc, width);
  return lines.map(painter(style.level));
}

/** The same as one text that ends in a line break. */
export function print(doc: Doc, look: Look): string {
  return `${printLines(doc, look).join('\n')}\n`;
}
