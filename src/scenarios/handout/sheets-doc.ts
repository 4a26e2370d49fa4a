import { type Block, type Doc, entry, gap, heading, text, title } from '../../render/doc.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

/** Where sheets are read: on paper a box is one to tick, elsewhere it is typed. */
export type Surface = 'paper' | 'screen';

/** Sheets one after the other; each begins on a page of its own where there are pages. */
export function sheetsDoc(sheets: readonly Sheet[], surface: Surface): Doc {
  return sheets.flatMap(({ title: words, blocks }, at): Block[] => [
    ...(at === 0 ? [title(words)] : [{ kind: 'page' } as const, heading(words)]),
    ...blocks.flatMap((block) => [gap, ...blocksOf(block, surface, at === 0 ? 2 : 3)]),
  ]);
}

/** @param level of headings within the sheet: the first one has the title of the document above it */
function blocksOf(block: SheetBlock, surface: Surface, level: 2 | 3): Block[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [text(block.words)];
    case 'ask':
      return [text([{ text: block.words, style: 'strong' }])];
    case 'heading':
      return [heading(block.words, level)];
    case 'list':
      return block.items.map((item) => entry('', item));
    case 'boxes':
      return boxes(block.items, surface);
    case 'lines':
      return [text([{ text: block.label, style: 'strong' }]), { kind: 'lines', count: block.count }];
    case 'choice':
      return [
        entry(
          block.mark,
          block.words,
          block.under.map(({ label, words }) => entry(label, words)),
        ),
      ];
  }
}

type Box = Extract<SheetBlock, { kind: 'boxes' }>['items'][number];

/** Short answers stand on one line of paper, so that a stage fits a page. */
function boxes(items: readonly Box[], surface: Surface): Block[] {
  const words = items.map((item) => (item.mark === undefined ? item.words : `${item.mark}. ${item.words}`));
  if (surface === 'screen') return words.map((one) => entry('', `[ ] ${one}`));
  if (items.some(({ mark }) => mark !== undefined)) return words.map((one) => text(`\u2610 ${one}`));
  return [text(words.map((one) => `\u2610\u00a0${one.replaceAll(' ', '\u00a0')}`).join(' \u2003'))];
}
