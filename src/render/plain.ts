import { type Block, type Doc, type Span, spansOf, tableEntries, type Words } from './doc.ts';
import { widthWithin } from './layout.ts';
import { type Line, wrapWords } from './spans.ts';

/**
 * Lays a document out for a listener: sections are numbered so that they can be searched for, what has a label is said
 * as *label: value*, nothing stands beside anything else, and nothing is drawn.
 */
export function plainLayout(doc: Doc, columns: number): Line[] {
  const width = widthWithin(columns);
  const lines: Line[] = [];
  let number = 0;
  for (const block of doc.flatMap(unfold)) {
    if (block.kind === 'gap') {
      if (lines.length > 0 && lines.at(-1)?.length !== 0) lines.push([]);
      continue;
    }
    if (block.kind === 'heading' && block.level === 2) number += 1;
    const prefix: Span[] = block.kind === 'heading' && block.level === 2 ? [{ text: `${number}.` }] : [];
    lines.push(...wrapWords([...prefix, ...spansOf(block.words)], width));
  }
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

type Said = Extract<Block, { kind: 'title' | 'heading' | 'text' | 'gap' }>;

/** Turns lists and sides into lines that follow each other; a line with something under it is set apart. */
function unfold(block: Block): Said[] {
  switch (block.kind) {
    case 'sides':
      return [...block.left.flatMap(unfold), { kind: 'gap' }, ...block.right.flatMap(unfold)];
    case 'entry': {
      const under = (block.under ?? []).flatMap(unfold).filter(({ kind }) => kind !== 'gap');
      const own: Said = { kind: 'text', words: labelled(block.label, block.words) };
      return under.length === 0 ? [own] : [{ kind: 'gap' }, own, ...under, { kind: 'gap' }];
    }
    case 'lines':
      return Array.from({ length: block.count }, (): Said => ({ kind: 'text', words: '_'.repeat(60) }));
    case 'page':
      return [{ kind: 'gap' }];
    case 'drawn':
      return [{ kind: 'text', words: block.words }];
    case 'table':
      return tableEntries(block).flatMap(unfold);
    case 'part':
      return block.blocks.flatMap(unfold);
    default:
      return [block];
  }
}

function labelled(label: Span | undefined, words: Words): Words {
  if (!label) return words;
  const spans = spansOf(words);
  const said = label.text.endsWith(':') ? label.text : `${label.text}:`;
  return [{ ...label, text: said }, ...spans];
}
