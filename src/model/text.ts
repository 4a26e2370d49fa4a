/** A language tag such as `id` or `en`; which ones exist is said by the packs and the message catalogues. */
export type Lang = string;

/** One sentence or label in every language of the pack that holds it. */
export type Text = Readonly<Record<Lang, string>>;

/** A text in one language; in the first that it has where it lacks this one. */
export function inLang(text: Text, lang: Lang): string {
  return text[lang] ?? Object.values(text)[0] ?? '';
}

/** Where something was written: the file as the user named it, line and column from 1 (UTF-16 units). */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
