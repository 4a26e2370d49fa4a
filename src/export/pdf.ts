import { type Block, type Doc, type Span, spansOf, type Words } from '../render/doc.ts';
import { clean } from '../render/spans.ts';
import { type Fonts, type PaperOptions, UNTITLED } from './paper.ts';
import { setBar } from './pdf-bar.ts';
import { INDENT, MARGIN, makeRoom, type Setting, SIZES, wordsOf } from './pdf-page.ts';
import { setTable } from './pdf-table.ts';

/** Height of a line to write on. */
const RULE = 24;
/** Points that have to be left for a heading and what begins under it. */
const WITH_HEADING = 66;

/**
 * Sets a document as PDF on A4: headings, paragraphs, lists, tables and bars in its structure tree, its language and that
 * of each part named, both faces embedded, its sections as bookmarks. The same document, options and fonts give the same bytes. It claims no conformance that nobody has checked.
 */
export async function pdfOf(doc: Doc, fonts: Fonts, options: PaperOptions): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const first = doc.find(({ kind }) => kind === 'title');
  const title = first?.kind === 'title' ? wordsOf(first.words) : UNTITLED;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 14 },
    bufferPages: true,
    tagged: true,
    lang: options.lang,
    displayTitle: true,
    pdfVersion: '1.7',
    // The standard faces know no letters beyond Latin 1, and would replace them silently.
    font: null as never,
    info: {
      Title: title,
      Creator: 'timbang',
      Producer: 'timbang',
      CreationDate: options.now,
      ModDate: options.now,
    },
  });
  pdf.registerFont('regular', Buffer.from(fonts.regular));
  pdf.registerFont('bold', Buffer.from(fonts.bold));
  const bytes = collected(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  setBlocks(doc, { pdf, parent: root, indent: 0 });
  root.end();
  feet(pdf, options);
  pdf.end();
  return bytes;
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** Sets blocks one under the other; entries that follow each other are one list. */
function setBlocks(blocks: readonly Block[], setting: Setting): void {
  const { pdf, parent } = setting;
  let list: PDFKit.PDFStructureElement | undefined;
  const close = (): void => {
    if (list) list.end();
    if (list) pdf.moveDown(0.4);
    list = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'gap') continue;
    if (block.kind === 'entry' || block.kind === 'drawn') {
      if (!list) {
        list = pdf.struct('L');
        parent.add(list);
      }
      setItem(block, { ...setting, parent: list });
      continue;
    }
    close();
    setOther(block, setting);
  }
  close();
}

function setOther(block: Exclude<Block, { kind: 'entry' | 'drawn' | 'gap' }>, setting: Setting): void {
  const { pdf } = setting;
  switch (block.kind) {
    case 'title':
      setLine('H1', block.words, { ...setting, size: SIZES.title, bold: true });
      pdf.moveDown(0.6);
      return;
    case 'heading':
      setHeading(block, setting);
      return;
    case 'text':
      setLine('P', block.words, { ...setting, size: SIZES.text });
      pdf.moveDown(0.4);
      return;
    case 'sides':
      setBlocks(block.left, setting);
      setBlocks(block.right, setting);
      return;
    case 'lines':
      setRules(block.count, setting);
      return;
    case 'table':
      setTable(block, setting);
      return;
    case 'part':
      setPart(block, setting);
      return;
    case 'page':
      if (pdf.y > MARGIN) pdf.addPage();
  }
}

/** What is in a language of its own: a section of the structure that says so. */
function setPart({ lang, blocks }: Extract<Block, { kind: 'part' }>, setting: Setting): void {
  const part = setting.pdf.struct('Sect', { lang });
  setting.parent.add(part);
  setBlocks(blocks, { ...setting, parent: part });
  part.end();
}

function setHeading({ words, level }: Extract<Block, { kind: 'heading' }>, setting: Setting): void {
  const { pdf } = setting;
  // A heading never stands alone at the foot of a page.
  if (!makeRoom(pdf, WITH_HEADING) && pdf.y > MARGIN) pdf.moveDown(level === 2 ? 0.7 : 0.3);
  if (level === 2) pdf.outline.addItem(wordsOf(words));
  const size = level === 2 ? SIZES.heading : SIZES.small;
  setLine(level === 2 ? 'H2' : 'H3', words, { ...setting, size, bold: true });
  pdf.moveDown(0.3);
}

interface LineSetting extends Setting {
  readonly size: number;
  readonly bold?: boolean;
}

function setLine(tag: string, words: Words, { pdf, parent, indent, size, bold }: LineSetting): void {
  makeRoom(pdf, 1.4 * size);
  parent.add(pdf.struct(tag, {}, () => setSpans(pdf, spansOf(words), { indent, size, bold: bold === true })));
}

/** A point of a list with what belongs under it, which hangs by an indent. */
function setItem(block: Extract<Block, { kind: 'entry' | 'drawn' }>, setting: Setting): void {
  const { pdf, parent, indent } = setting;
  const label: Span[] =
    block.kind === 'entry' && block.label
      ? [{ text: block.label.text.replace(/:?$/, ':'), style: 'strong' }]
      : [];
  makeRoom(pdf, (block.kind === 'entry' && block.share !== undefined ? 3 : 1.4) * SIZES.text);
  const item = pdf.struct('LI');
  parent.add(item);
  item.add(
    pdf.struct('LBody', {}, () =>
      setSpans(pdf, [...label, ...spansOf(block.words)], {
        indent: indent + INDENT,
        size: SIZES.text,
        bullet: true,
      }),
    ),
  );
  pdf.moveDown(0.15);
  const inside = { ...setting, parent: item, indent: indent + INDENT };
  if (block.kind === 'entry' && block.share !== undefined) setBar(block.share, wordsOf(block.words), inside);
  if (block.kind === 'entry' && block.under) setBlocks(block.under, inside);
  item.end();
}

interface SpanSetting {
  readonly indent: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly bullet?: boolean;
}

function setSpans(
  pdf: PDFKit.PDFDocument,
  spans: readonly Span[],
  { indent, size, bold, bullet }: SpanSetting,
): void {
  const shown = spans
    .map(({ text, style }) => ({ text: clean(text).trim(), style }))
    .filter(({ text }) => text !== '');
  const left = MARGIN + indent;
  const width = pdf.page.width - MARGIN - left;
  if (bullet) {
    const { y } = pdf;
    pdf
      .font('regular')
      .fontSize(size)
      .text('\u2013', left - INDENT, y, { lineBreak: false });
    pdf.y = y;
  }
  pdf.x = left;
  const { y } = pdf;
  shown.forEach(({ text, style }, at) => {
    const last = at === shown.length - 1;
    const face = bold || style === 'strong' || style === 'heading' ? 'bold' : 'regular';
    pdf.font(face).fontSize(size);
    const options = { width, lineGap: 2, continued: !last };
    if (at === 0) pdf.text(last ? text : `${text} `, left, y, options);
    else pdf.text(last ? text : `${text} `, options);
  });
}

/** Lines to write on by hand; they are no content for whoever listens. */
function setRules(count: number, { pdf, indent }: Setting): void {
  for (let at = 0; at < count; at += 1) {
    makeRoom(pdf, RULE);
    const y = pdf.y + RULE;
    pdf.markContent('Artifact');
    pdf
      .moveTo(MARGIN + indent, y)
      .lineTo(pdf.page.width - MARGIN, y)
      .lineWidth(0.5)
      .stroke('#777777');
    pdf.endMarkedContent();
    pdf.y = y;
  }
  pdf.moveDown(0.8);
  pdf.fillColor('black');
}

/** What stands at the foot of every page, outside of what is read out. */
function feet(pdf: PDFKit.PDFDocument, { foot, pageOf }: PaperOptions): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at);
    const y = pdf.page.height - MARGIN;
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' } as never);
    pdf.font('regular').fontSize(SIZES.foot).fillColor('#555555');
    const width = pdf.page.width - 2 * MARGIN;
    pdf.text(clean(foot), MARGIN, y, { width: width - 90, lineBreak: false, ellipsis: true });
    pdf.text(pageOf(at - start + 1, count), MARGIN, y, { width, align: 'right', lineBreak: false });
    pdf.endMarkedContent();
  }
}
