import { ADDRESS, E_MAIL, IDENTITY, NAME, PHONE, PLATE } from '../../text/personal.ts';

export const PIECE_KINDS = ['listed', 'identity', 'e-mail', 'phone', 'address', 'plate', 'name'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** A piece of text that may tell who somebody is, each only once however often it occurs. */
export interface Piece {
  readonly find: string;
  readonly kind: PieceKind;
  /** Where it stands first, with a few words around it. */
  readonly around: string;
}

const PATTERNS: readonly (readonly [PieceKind, RegExp])[] = [
  ['identity', IDENTITY],
  ['e-mail', E_MAIL],
  ['phone', PHONE],
  ['address', ADDRESS],
  ['plate', PLATE],
  ['name', NAME],
];
/** Letters on either side of a piece that are shown with it. */
const CONTEXT = 32;

/**
 * Finds what may tell who somebody is: the names that the person listed, then what looks like numbers, addresses and
 * forms of address. It proposes and does not know: a name that nobody listed and nothing announces is found by nobody.
 *
 * @param listed names as they are written; a common noun in small letters is not taken for a name
 */
export function findPieces(texts: readonly string[], listed: readonly string[]): Piece[] {
  const found = new Map<string, Piece>();
  const add = (kind: PieceKind, text: string, { 0: find, index }: RegExpExecArray): void => {
    if (!found.has(find)) found.set(find, { find, kind, around: aroundOf(text, index, find.length) });
  };
  const names = listed.map((name) => name.trim()).filter((name) => name !== '');
  for (const text of texts) {
    for (const name of names) for (const match of text.matchAll(wordOf(name))) add('listed', text, match);
    for (const [kind, pattern] of PATTERNS)
      for (const match of text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`)))
        add(kind, text, match);
  }
  return [...found.values()];
}

/**
 * Words in capitals that no piece covers: the person looks at each of them. At the beginning of a sentence a word that is
 * known as an ordinary one is left out; elsewhere none is.
 *
 * @param known ordinary words in small letters
 */
export function leftoverWords(texts: readonly string[], known: ReadonlySet<string>): string[] {
  const words = texts.flatMap((text) =>
    [...text.matchAll(/(?<![\p{L}\d[])\p{Lu}[\p{L}'-]+/gu)].flatMap(({ 0: word, index }) => {
      const begins = /(?:^|[.?!:;]["')]*\s+|["(])$/u.test(text.slice(0, index));
      return begins && known.has(word.toLowerCase()) ? [] : [word];
    }),
  );
  return [...new Set(words)].toSorted();
}

/** The words of texts in small letters. */
export function wordsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? []));
}

/** Replaces each piece wherever it stands, the longest first, so that no part of a longer one is left. */
export function replacePieces(text: string, by: ReadonlyMap<string, string>): string {
  return [...by]
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((made, [find, word]) => made.replaceAll(find, word), text);
}

/** A name as a word of its own, as it is written or in capitals throughout. */
function wordOf(name: string): RegExp {
  const spelt = [name, name.toUpperCase()].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${spelt.join('|')})(?![\p{L}\d])`, 'gu');
}

function aroundOf(text: string, index: number, length: number): string {
  const [from, to] = [Math.max(0, index - CONTEXT), Math.min(text.length, index + length + CONTEXT)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
