import { type Block, type Doc, entry, gap, heading, text, title } from '../../render/doc.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

/** Sheets one after the other, as text or Markdown. */
export function sheetsDoc(sheets: readonly Sheet[]): Doc {
  return sheets.flatMap(({ title: words, blocks }, at): Block[] => [
    ...(at === 0 ? [title(words)] : [{ kind: 'page' } as const, gap, heading(words)]),
    ...blocks.flatMap((block) => [gap, ...blocksOf(block)]),
  ]);
}

function blocksOf(block: SheetBlock): Block[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [text(block.words)];
    case 'ask':
      return [text([{ text: block.words, style: 'strong' }])];
    case 'heading':
      return [heading(block.words, 3)];
    case 'list':
      return block.items.map((item) => entry('', item));
    case 'boxes':
      return block.items.map(({ mark, words }) =>
        entry('', mark === undefined ? `[ ] ${words}` : `[ ] ${mark}. ${words}`),
      );
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
