/** A file of the documents, without its ending, and a place in it. */
export interface Target {
  readonly page: string;
  readonly anchor?: string;
}

export type Part =
  | string
  | { readonly kind: 'link'; readonly text: string; readonly to: Target; readonly anchor?: string }
  | { readonly kind: 'code'; readonly text: string };

/** Words of one line: as written; each format escapes them when it prints them and not before. */
export type Inline = readonly Part[];

export interface Item {
  readonly words: Inline;
  readonly under?: readonly Item[];
}

/** A label with what it says; `under` are items below the words. */
export interface Row {
  readonly label: string;
  readonly words: Inline;
  readonly under?: readonly Item[];
}

/** One piece of a pack, with the id by which its author knows it. */
export interface Piece {
  readonly kind: 'piece';
  readonly anchor: string;
  readonly title: Inline;
  readonly id: string;
  /** What else it is looked for by, in the register of all pieces. */
  readonly also?: string;
  readonly rows: readonly Row[];
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly words: string; readonly anchor: string }
  | { readonly kind: 'text'; readonly words: Inline }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | Piece;

/** One page of the documents: a file in each format. */
export interface Page {
  readonly name: string;
  readonly title: string;
  /** One line that says what stands on it, for the list of contents. */
  readonly about: string;
  readonly blocks: readonly PageBlock[];
  /** Words of the field that narrows the lists of this page down; only HTML has it. */
  readonly filter?: { readonly label: string; readonly found: string };
}

/** What the pages of one pack share. */
export interface Site {
  readonly lang: string;
  readonly title: string;
  readonly pages: readonly Page[];
  readonly words: { readonly skip: string; readonly contents: string; readonly onThisPage: string };
  /** Which version of which pack this is, and what made it. */
  readonly footer: readonly string[];
}

/** Puts words, links among them, into the places of a message whose `{placeholders}` were left standing. */
export function fill(template: string, values: Readonly<Record<string, string | Inline>>): Inline {
  return template
    .split(/(\{[a-z-]+\})/)
    .filter((part) => part !== '')
    .flatMap((part): Inline => {
      const value = part.startsWith('{') ? values[part.slice(1, -1)] : undefined;
      if (value === undefined) return [part];
      return typeof value === 'string' ? [value] : value;
    });
}

/** A row that says something, or none. */
export function row(label: string, words: string | Inline | undefined, under: readonly Item[] = []): Row[] {
  const inline = typeof words === 'string' ? [words] : (words ?? []);
  if (inline.every((part) => part === '') && under.length === 0) return [];
  return [{ label, words: inline, ...(under.length > 0 && { under }) }];
}

/** A heading with the blocks below it; nothing where there are none. */
export function part(words: string, anchor: string, blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', words, anchor }, ...blocks];
}

/** The words alone, without links. */
export function plainWords(words: Inline): string {
  return words.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** A name that can stand after `#`: letters, digits, hyphens and dots. */
export function anchorOf(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9-]/g, '.')}`;
}
