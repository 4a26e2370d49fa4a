import type { Lang } from '../model/text.ts';
import { catalogue, type MessageKey } from './catalogue.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Says one message of the catalogue, its `{placeholders}` filled in. */
export type Say = (key: MessageKey, values?: Values) => string;

/** The languages that the program speaks, the default first. */
export const LANGS: readonly Lang[] = Object.keys(catalogue);

export function isSpoken(lang: Lang): boolean {
  return Object.hasOwn(catalogue, lang);
}

/** Gives the voice of one language; a language that the program does not speak falls back to Indonesian. */
export function sayIn(lang: Lang): Say {
  const messages = (isSpoken(lang) ? catalogue[lang] : undefined) ?? catalogue.id;
  return (key, values = {}) =>
    messages[key].replace(/\{([a-z-]+)\}/gi, (whole, name: string) => String(values[name] ?? whole));
}
