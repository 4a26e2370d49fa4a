import type { Doc } from '../../render/doc.ts';
import { markdown } from '../../render/markdown.ts';
import { print } from '../../render/print.ts';
import type { Sheet } from '../../scenarios/handout/sheet.ts';
import { sheetsDoc } from '../../scenarios/handout/sheets-doc.ts';
import { deliver } from '../out.ts';
import type { Shell } from '../shell.ts';
import { type PaperFormat, paperFormat } from './paper-formats.ts';

interface Wishes {
  readonly format?: PaperFormat;
  readonly out?: string;
}

/** Delivers a document in the form that was asked for. */
export async function deliverDoc(shell: Shell, doc: Doc, { format, out }: Wishes): Promise<void> {
  const form = paperFormat(format, out);
  await deliver(shell, form === 'md' ? markdown(doc) : print(doc, shell.look('stdout')), out);
}

/** Delivers sheets in the form that was asked for; each begins on a page of its own where there are pages. */
export async function deliverSheets(shell: Shell, sheets: readonly Sheet[], wishes: Wishes): Promise<void> {
  await deliverDoc(shell, sheetsDoc(sheets), wishes);
}
