/** The faces that a document is set in, as TrueType; a file of the program, so that every letter is in the document. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface PaperOptions {
  readonly lang: string;
  /** When it was made; nothing else in it depends on the clock. */
  readonly now: Date;
  /** Said at the foot of every page, e.g. which pack and record; the number of the page is added. */
  readonly foot: string;
  /** `3 of 7` in words. */
  readonly pageOf: (page: number, of: number) => string;
}

/** The title of a document, and what is said where it has none. */
export const UNTITLED = 'timbang';
