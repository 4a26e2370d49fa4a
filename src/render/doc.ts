import type { Lang } from '../model/text.ts';

/** What a span is, apart from how it looks; the words always say it too. */
export type Style = 'heading' | 'strong' | 'label' | 'for' | 'against' | 'open' | 'place';

/** A piece of text of one style, as written: it is cleaned when it is printed and not before. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export type Words = string | readonly Span[];

/**
 * One block of a result, without a width or a format. `entry` is one line of a list with what belongs under it; its
 * label stands in a column of its own where there is room. `sides` are two things to be seen next to each other. `drawn`
 * is a line to look at, and the words that say the same where nobody looks. The first cell of a row of a `table` names
 * the row; what has no columns tells a table as entries. A `part` is in a language of its own.
 */
export type Block =
  | { readonly kind: 'title'; readonly words: Words }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly words: Words }
  | { readonly kind: 'text'; readonly words: Words }
  | {
      readonly kind: 'entry';
      readonly label?: Span;
      readonly words: Words;
      /** How much of a whole it is, from 0 to 1: drawn as a bar where that is read at a glance. The words say it too. */
      readonly share?: number;
      readonly under?: readonly Block[];
    }
  | { readonly kind: 'sides'; readonly left: readonly Block[]; readonly right: readonly Block[] }
  /** Room to write by hand. */
  | { readonly kind: 'lines'; readonly count: number }
  /** What follows begins on a new page, where there are pages. */
  | { readonly kind: 'page' }
  | { readonly kind: 'drawn'; readonly picture: readonly Span[]; readonly words: Words }
  | Table
  | { readonly kind: 'part'; readonly lang: Lang; readonly blocks: readonly Block[] }
  | { readonly kind: 'gap' };

export type Doc = readonly Block[];

/** Rows of cells under headings, as many in each row as there are headings. */
export interface Table {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const gap: Block = { kind: 'gap' };

export function title(words: Words): Block {
  return { kind: 'title', words };
}

export function heading(words: Words, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, words };
}

export function text(words: Words): Block {
  return { kind: 'text', words };
}

/** One line of a list. An empty label leaves the column of labels empty. */
export function entry(label: string, words: Words, under: readonly Block[] = []): Block {
  return {
    kind: 'entry',
    words,
    ...(label !== '' && { label: { text: label, style: 'label' } }),
    ...(under.length > 0 && { under }),
  };
}

/** A heading with what stands under it and a gap before; nothing at all where nothing would stand under it. */
export function section(words: Words, blocks: readonly Block[], level: 2 | 3 = 2): Block[] {
  return blocks.length === 0 ? [] : [gap, heading(words, level), ...blocks];
}

/** A table for who listens or has no room for columns: a row is an entry, and each cell says what it is. */
export function tableEntries({ head, rows }: Table): Block[] {
  return rows.map(([name = '', ...cells]) =>
    entry(
      '',
      [{ text: name, style: 'strong' }],
      cells.flatMap((cell, at) => (cell === '' ? [] : [text(`${head[at + 1] ?? ''}: ${cell}`)])),
    ),
  );
}

export function spansOf(words: Words): readonly Span[] {
  return typeof words === 'string' ? [{ text: words }] : words;
}
