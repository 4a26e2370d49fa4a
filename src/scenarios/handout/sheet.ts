/** What stands on a sheet of paper, without a format. */
export type SheetBlock =
  | { readonly kind: 'text'; readonly words: string }
  /** What is to be answered. */
  | { readonly kind: 'ask'; readonly words: string }
  /** Boxes of which one is ticked; `mark` is the letter that people say aloud, where there is one. */
  | { readonly kind: 'boxes'; readonly items: readonly { readonly mark?: string; readonly words: string }[] }
  /** Room to write by hand. */
  | { readonly kind: 'lines'; readonly label: string; readonly count: number }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A choice with what belongs to it, for the one who leads the talk. */
  | {
      readonly kind: 'choice';
      readonly mark: string;
      readonly words: string;
      readonly under: readonly { readonly label: string; readonly words: string }[];
    }
  /** Said small at the foot of a sheet. */
  | { readonly kind: 'note'; readonly words: string };

/** One sheet: it begins on a page of its own. */
export interface Sheet {
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
}

/** The letter of a choice: A, B ... */
export function letterOf(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (at % 26));
}
