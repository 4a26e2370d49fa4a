import type * as Docx from 'docx';
import type { FileChild, Footer, ILevelsOptions, Paragraph } from 'docx';
import { type Block, type Doc, type Span, spansOf, type Words } from '../render/doc.ts';
import { clean } from '../render/spans.ts';
import { barOf, tableOf } from './docx-parts.ts';
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
        children: childrenOf(doc, docx, { level: 0, lang: undefined }),
      },
    ],
  });
  return stamped(await docx.Packer.toBuffer(file), now);
}

/** The looks of the built-in styles, which whoever opens the file can change. */
function stylesFor(lang: string) {
  return {
    document: {
      run: { font: 'DejaVu Sans', size: 20, language: { value: regional(lang) } },
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

/** A language as word processors name it: with the country whose spelling is meant. */
function regional(lang: string): string {
  return { id: 'id-ID', en: 'en-GB' }[lang] ?? lang;
}

/** Where blocks stand: how deep in lists, and in which language, where it is not that of the document. */
interface Place {
  readonly level: number;
  readonly lang: string | undefined;
}

interface At extends Place {
  readonly onNewPage: boolean;
}

function childrenOf(blocks: readonly Block[], docx: DocxModule, place: Place): FileChild[] {
  return blocks.flatMap((block, at) => {
    const onNewPage = blocks[at - 1]?.kind === 'page';
    return childOf(block, docx, { ...place, onNewPage });
  });
}

function childOf(block: Block, docx: DocxModule, at: At): FileChild[] {
  const { level, lang, onNewPage: pageBreakBefore } = at;
  const paragraph = (words: Words, options: object): Paragraph =>
    paragraphOf(words, docx, { ...options, lang });
  switch (block.kind) {
    case 'gap':
    case 'page':
      return [];
    case 'table':
      return [tableOf(block, docx, lang), new docx.Paragraph({ children: [] })];
    case 'part': {
      const [first, ...rest] = block.blocks;
      const inside = { level, lang: regional(block.lang) };
      // A part that begins on a new page does so with its first block.
      return first
        ? [
            ...childOf(first, docx, { ...inside, onNewPage: pageBreakBefore }),
            ...childrenOf(rest, docx, inside),
          ]
        : [];
    }
    case 'title':
      return [paragraph(block.words, { heading: docx.HeadingLevel.HEADING_1, pageBreakBefore })];
    case 'heading': {
      const heading = block.level === 2 ? docx.HeadingLevel.HEADING_2 : docx.HeadingLevel.HEADING_3;
      return [paragraph(block.words, { heading, pageBreakBefore, keepNext: true })];
    }
    case 'text':
      return [paragraph(block.words, { pageBreakBefore, indent: { left: INDENT * level } })];
    case 'drawn':
      return [paragraph(block.words, { numbering: { reference: 'points', level: Math.min(level, 4) } })];
    case 'entry': {
      const label: Span[] = block.label
        ? [{ text: block.label.text.replace(/:?$/, ':'), style: 'strong' }]
        : [];
      const numbering = { reference: 'points', level: Math.min(level, 4) };
      return [
        paragraph([...label, ...spansOf(block.words)], { numbering }),
        ...(block.share === undefined ? [] : [barOf(block, docx, INDENT * (level + 1))]),
        ...childrenOf(block.under ?? [], docx, { level: level + 1, lang }),
      ];
    }
    case 'sides':
      return [block.left, block.right].flatMap((side) => childrenOf(side, docx, { level, lang }));
    case 'lines':
      return Array.from({ length: block.count }, () => ruled(docx));
  }
}

interface ParagraphOptions {
  readonly lang: string | undefined;
}

function paragraphOf(words: Words, docx: DocxModule, { lang, ...options }: ParagraphOptions): Paragraph {
  const spans = spansOf(words).filter(({ text }) => text.trim() !== '');
  const runs = spans.map(
    ({ text, style }, at) =>
      new docx.TextRun({
        text: `${at === 0 ? '' : ' '}${clean(text).trim()}`,
        ...(lang !== undefined && { language: { value: lang } }),
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
