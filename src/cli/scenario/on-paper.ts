import type { Doc } from '../../render/doc.ts';
import { htmlDoc } from '../../render/html-doc.ts';
import { markdown } from '../../render/markdown.ts';
import { print } from '../../render/print.ts';
import type { Sheet } from '../../scenarios/handout/sheet.ts';
import { sheetsDoc } from '../../scenarios/handout/sheets-doc.ts';
import { deliverPaper } from '../deliver-paper.ts';
import { deliver } from '../out.ts';
import type { Shell } from '../shell.ts';
import { type PaperFormat, paperFormat } from './paper-formats.ts';

interface Wishes {
  readonly format?: PaperFormat;
  readonly out?: string;
  /** Said at the foot of each page of paper. */
  readonly foot: string;
}

/** Delivers a document in the form that was asked for. */
export async function deliverDoc(shell: Shell, doc: Doc, { format, out, foot }: Wishes): Promise<void> {
  const form = paperFormat(format, out);
  switch (form) {
    case 'md':
      return deliver(shell, markdown(doc), out);
    case 'html':
      return deliver(shell, htmlDoc(doc, { lang: shell.lang, foot: [foot] }), out);
    case 'pdf':
    case 'docx':
      return deliverPaper(shell, doc, { form, out, foot });
    default:
      return deliver(shell, print(doc, shell.look('stdout')), out);
  }
}

/** Delivers sheets in the form that was asked for; each begins on a page of its own where there are pages. */
export async function deliverSheets(shell: Shell, sheets: readonly Sheet[], wishes: Wishes): Promise<void> {
  const form = paperFormat(wishes.format, wishes.out);
  const surface = form === 'text' || form === 'md' ? 'screen' : 'paper';
  await deliverDoc(shell, sheetsDoc(sheets, surface), wishes);
}
