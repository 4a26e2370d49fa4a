import { ADDRESS, E_MAIL, IDENTITY, NAME, PHONE, PLATE } from '../../text/personal.ts';

export const PIECE_KINDS = ['listed', 'identity', 'e-mail', 'phone', 'address', 'plate', 'name'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** A piece of text that may tell who somebody is, each only once however often it occurs. */
export interface Piece {
  readonly find: string;
  readonly kind: PieceKind;
  /** Where it stands first, with a few words around it. */
  readonly around: string;
  /** Of a name: whose it is, the same for its parts and spellings. */
  readonly name?: string;
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

/** What may follow on a name within a word: Indonesian endings, the English genitive. */
const ENDINGS = String.raw`(?:nya|ku|mu|lah|kah|pun|['\u2019]s)?`;
/** Signs that nobody sees and that would part a name. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/**
 * Finds what may tell who somebody is: the names that the person listed, also in parts, in small letters and with an
 * ending; what looks like numbers, addresses and forms of address; then the names that these gave away, wherever else
 * they stand. It proposes and does not know: a name that nobody listed and nothing announces is found by nobody.
 *
 * @param listed names as they are written; each spelling is a piece of its own, so that a common noun can stay
 */
export function findPieces(texts: readonly string[], listed: readonly string[]): Piece[] {
  const found = new Map<string, Piece>();
  const names = listed.map((name) => plainText(name).trim()).filter((name) => name !== '');
  const searches: readonly Search[] = [
    ...names.map((name): Search => ({ kind: 'listed', pattern: wordOf(name, 'giu'), name: () => name })),
    ...PATTERNS.map(([kind, { source, flags }]): Search => {
      const pattern = new RegExp(source, `g${flags}`);
      return kind === 'name' ? { kind, pattern, name: untitled } : { kind, pattern };
    }),
  ];
  const plain = texts.map(plainText);
  const rest = plain.map((text) => search(text, searches, found));
  const titled = [...found.values()].flatMap(({ kind, find }) => (kind === 'name' ? [untitled(find)] : []));
  const parts: readonly Search[] = [
    ...names.flatMap((name) => partsOf('listed', name, 'giu')),
    ...titled.flatMap((name) => partsOf('name', name, 'gu')),
  ];
  for (const text of rest) search(text, parts, found);
  return [...found.values()];
}

interface Search {
  readonly kind: PieceKind;
  readonly pattern: RegExp;
  readonly name?: (find: string) => string;
}

/** Adds what is found to the pieces, and gives the text with that blanked out. */
function search(text: string, searches: readonly Search[], found: Map<string, Piece>): string {
  let rest = text;
  for (const { kind, pattern, name } of searches)
    for (const { 0: find, index } of text.matchAll(pattern)) {
      const whose = name && { name: name(find).toLowerCase() };
      const around = aroundOf(text, index, find.length);
      if (!found.has(find)) found.set(find, { find, kind, around, ...whose });
      rest = `${rest.slice(0, index)}${'\0'.repeat(find.length)}${rest.slice(index + find.length)}`;
    }
  return rest;
}

/** A name without the form of address before it. */
function untitled(find: string): string {
  return find.replace(/^\S+\s+/, '');
}

/** The words of a name that are long enough to be looked for alone. */
function partsOf(kind: PieceKind, name: string, flags: string): Search[] {
  return name
    .split(/\s+/)
    .filter((part) => part.length > 2)
    .map((part) => ({ kind, pattern: wordOf(part, flags), name: () => name }));
}

/** A text as names are looked for in it: letters in one piece, nothing unseen. */
function plainText(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '');
}

/**
 * Words in capitals that no piece covers: the person looks at each of them. At the beginning of a sentence a word that is
 * known as an ordinary one is left out; elsewhere none is.
 *
 * @param known ordinary words in small letters
 */
export function leftoverWords(texts: readonly string[], known: ReadonlySet<string>): string[] {
  const words = texts.flatMap((text) =>
    [...text.matchAll(/(?<![\p{L}\d[])\p{Lu}[\p{L}\d'-]+/gu)].flatMap(({ 0: word, index }) => {
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

/** Replaces each piece where it stands as a word of its own; where several begin, the longest. */
export function replacePieces(text: string, by: ReadonlyMap<string, string>): string {
  const plain = plainText(text);
  if (by.size === 0) return plain;
  const words = new Map([...by].map(([find, word]) => [plainText(find), word]));
  const finds = [...words.keys()].toSorted((one, other) => other.length - one.length);
  const any = new RegExp(finds.map((find) => bounded(escaped(find), find)).join('|'), 'gu');
  return plain.replace(any, (find) => words.get(find) ?? find);
}

/** Whether a piece is still there: as it is written, or with an ending. */
export function holdsPiece(text: string, piece: string): boolean {
  return wordOf(plainText(piece), 'u').test(plainText(text));
}

/** A name as a word of its own, with or without an ending, however its words are spaced. */
function wordOf(name: string, flags: string): RegExp {
  return new RegExp(bounded(`${escaped(name).replace(/\s+/g, String.raw`\s+`)}${ENDINGS}`, name), flags);
}

/** Not in the middle of a word or a number, unless it begins or ends with another sign. */
function bounded(pattern: string, text: string): string {
  const [before, after] = [/^[\p{L}\d]/u.test(text), /[\p{L}\d]$/u.test(text)];
  return `${before ? String.raw`(?<![\p{L}\d])` : ''}${pattern}${after ? String.raw`(?![\p{L}\d])` : ''}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** Where a word stands first, with a few words around it. */
export function aroundWord(texts: readonly string[], word: string): string {
  const plain = texts.map(plainText);
  const text = plain.find((one) => one.includes(word)) ?? word;
  return aroundOf(text, text.indexOf(word), word.length);
}

function aroundOf(text: string, index: number, length: number): string {
  const [from, to] = [Math.max(0, index - CONTEXT), Math.min(text.length, index + length + CONTEXT)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\0', '…')}${to < text.length ? '…' : ''}`;
}
