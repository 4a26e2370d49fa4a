import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fonts, PaperOptions } from '../export/paper.ts';
import type { Lang } from '../model/text.ts';
import { InputError } from '../problems/input-error.ts';
import type { Doc } from '../render/doc.ts';
import { clean } from '../render/spans.ts';
import { sayIn } from '../text/say.ts';
import type { Shell } from './shell.ts';
import { VERSION } from './version.ts';

/** Forms that are bytes and no text: they go into a file, or through a pipe. */
export type PaperForm = 'pdf' | 'docx';

export interface PaperWishes {
  readonly form: PaperForm;
  readonly out: string | undefined;
  /** Said at the foot of each page; left out: the program and its version. */
  readonly foot?: string;
}

/**
 * Sets a document on pages and delivers it. E822: neither a file was named nor does a pipe await it. E7xx: the file is
 * there already, or cannot be written.
 */
export async function deliverPaper(shell: Shell, doc: Doc, { form, out, foot }: PaperWishes): Promise<void> {
  if (out === undefined && shell.host.stdout.isTTY) throw new InputError([{ code: 'E822', saw: form }]);
  const bytes = await setOnPaper(shell, doc, { form, ...(foot !== undefined && { foot }) });
  if (out === undefined) return void shell.host.stdout.write(bytes);
  const { writeAtomic } = await import('../files/write.ts');
  await writeAtomic(out, bytes);
  shell.tell(shell.say('cli.written', { file: clean(out) }));
}

/**
 * Sets a document on pages: the bytes of a PDF or DOCX, in the language of the shell unless another is named. Dated with
 * the day that the shell takes for today.
 */
export async function setOnPaper(
  shell: Shell,
  doc: Doc,
  { form, foot, lang = shell.lang }: Pick<PaperWishes, 'form' | 'foot'> & { readonly lang?: Lang },
): Promise<Uint8Array> {
  const say = sayIn(lang);
  const options: PaperOptions = {
    lang,
    now: new Date(`${shell.today()}T00:00:00Z`),
    foot: foot ?? `timbang ${VERSION}`,
    pageOf: (page, of) => say('cli.page-of', { page, of }),
  };
  if (form === 'docx') {
    const { docxOf } = await import('../export/docx.ts');
    return docxOf(doc, options);
  }
  const { pdfOf } = await import('../export/pdf.ts');
  return pdfOf(doc, await fontsIn(shell.places.fonts), options);
}

async function fontsIn(folder: string): Promise<Fonts> {
  const [regular, bold] = await Promise.all(
    ['regular', 'bold'].map((face) => readFile(path.join(folder, `${face}.ttf`))),
  );
  return { regular, bold } as Fonts;
}
