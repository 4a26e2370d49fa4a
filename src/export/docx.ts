import type * as Docx from 'docx';
import type { FileChild, Footer, ILevelsOptions, Paragraph } from 'docx';
import { type Block, type Doc, type Span, spansOf, type Words } from '../render/doc.ts';
import { clean } from '../render/spans.ts';
import { type PaperOptions, UNTITLED } from './paper.ts';
import { readZip, writeZip } from './zip.ts';

type DocxModule = typeof Docx;

/** Twentieths of a point, by which a level of a list is set in. */
const INDENT = 360;

/** Sets a document as DOCX with the styles of a word processor, so that headings can be walked and looks be changed. */
export async function docxOf(doc: Doc, { lang, now, foot, pageOf }: PaperOptions): Promise<Uint8Array> {
  const docx = await import('docx');
  const first = doc.find(({ kind }) => kind === 'title');
  const title = first?.kind === 'title' ? wordsOf(first.words) : UNTITLED;
  const file = new docx.Document({
    title,
    creator: 'timbang',
    lastModifiedBy: 'timbang',
    styles: { default: stylesFor(lang) },
    numbering: { config: [{ reference: 'points', levels: levels(docx) }] },
    sections: [
      {
        footers: { default: footer(docx, foot, pageOf) },
        children: childrenOf(doc, docx, 0),
      },
    ],
  });
  return stamped(await docx.Packer.toBuffer(file), now);
}

/** The looks of the built-in styles, which whoever opens the file can change. */
function stylesFor(lang: string) {
  return {
    document: {
      run: { font: 'DejaVu Sans', size: 20, language: { value: lang } },
      paragraph: { spacing: { after: 80 } },
    },
    title: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 160 } } },
    heading1: { run: { size: 34, bold: true, color: '000000' } },
    heading2: {
      run: { size: 26, bold: true, color: '000000' },
      paragraph: { spacing: { before: 240, after: 80 } },
    },
    heading3: {
      run: { size: 22, bold: true, color: '000000' },
      paragraph: { spacing: { before: 120, after: 60 } },
    },
  };
}

/** What stands at the foot of every page, with the numbers as fields that the word processor fills in. */
function footer(docx: DocxModule, foot: string, pageOf: PaperOptions['pageOf']): Footer {
  // The words around the numbers: `{1} of {2}`.
  const [before = '', between = '', after = ''] = pageOf(1, 2).split(/[12]/);
  const run = (part: object): Docx.TextRun => new docx.TextRun({ ...part, size: 16 });
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        children: [
          run({ text: `${clean(foot)}  ${before}` }),
          run({ children: [docx.PageNumber.CURRENT] }),
          run({ text: between }),
          run({ children: [docx.PageNumber.TOTAL_PAGES] }),
          run({ text: after }),
        ],
      }),
    ],
  });
}

function levels(docx: DocxModule): ILevelsOptions[] {
  return [0, 1, 2, 3, 4].map((level) => ({
    level,
    format: docx.LevelFormat.BULLET,
    text: '\u2013',
    alignment: docx.AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}

function childrenOf(blocks: readonly Block[], docx: DocxModule, level: number): FileChild[] {
  return blocks.flatMap((block, at) => {
    const onNewPage = blocks[at - 1]?.kind === 'page';
    return childOf(block, docx, { level, onNewPage });
  });
}

interface At {
  readonly level: number;
  readonly onNewPage: boolean;
}

function childOf(block: Block, docx: DocxModule, { level, onNewPage }: At): FileChild[] {
  const pageBreakBefore = onNewPage;
  switch (block.kind) {
    case 'gap':
    case 'page':
      return [];
    case 'title':
      return [paragraph(block.words, docx, { heading: docx.HeadingLevel.HEADING_1, pageBreakBefore })];
    case 'heading': {
      const heading = block.level === 2 ? docx.HeadingLevel.HEADING_2 : docx.HeadingLevel.HEADING_3;
      return [paragraph(block.words, docx, { heading, pageBreakBefore, keepNext: true })];
    }
    case 'text':
      return [paragraph(block.words, docx, { pageBreakBefore, indent: { left: INDENT * level } })];
    case 'drawn':
      return [
        paragraph(block.words, docx, { numbering: { reference: 'points', level: Math.min(level, 4) } }),
      ];
    case 'entry': {
      const label: Span[] = block.label
        ? [{ text: block.label.text.replace(/:?$/, ':'), style: 'strong' }]
        : [];
      const numbering = { reference: 'points', level: Math.min(level, 4) };
      return [
        paragraph([...label, ...spansOf(block.words)], docx, { numbering }),
        ...childrenOf(block.under ?? [], docx, level + 1),
      ];
    }
    case 'sides':
      return [...childrenOf(block.left, docx, level), ...childrenOf(block.right, docx, level)];
    case 'lines':
      return Array.from({ length: block.count }, () => ruled(docx));
  }
}

function paragraph(words: Words, docx: DocxModule, options: object): Paragraph {
  const spans = spansOf(words).filter(({ text }) => text.trim() !== '');
  const runs = spans.map(
    ({ text, style }, at) =>
      new docx.TextRun({
        text: `${at === 0 ? '' : ' '}${clean(text).trim()}`,
        ...((style === 'strong' || style === 'heading') && { bold: true }),
      }),
  );
  return new docx.Paragraph({ ...options, children: runs });
}

/** A line to write on: a tab that leads to the margin with a rule. */
function ruled(docx: DocxModule): Paragraph {
  return new docx.Paragraph({
    children: [new docx.TextRun({ children: [new docx.Tab()] })],
    spacing: { before: 160, after: 0 },
    tabStops: [
      {
        type: docx.TabStopType.RIGHT,
        position: docx.TabStopPosition.MAX,
        leader: docx.LeaderType.UNDERSCORE,
      },
    ],
  });
}

function wordsOf(words: Words): string {
  return spansOf(words)
    .map(({ text }) => clean(text))
    .join(' ');
}

/** The package stamps the clock into what it writes; the moment that was given takes its place. */
function stamped(bytes: Uint8Array, now: Date): Uint8Array {
  const moment = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const entries = readZip(bytes).map(({ name, bytes: part }) =>
    name === 'docProps/core.xml'
      ? {
          name,
          bytes: Buffer.from(
            Buffer.from(part)
              .toString('utf8')
              .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment),
          ),
        }
      : { name, bytes: part },
  );
  return writeZip(entries);
}
