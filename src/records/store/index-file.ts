import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Effect, type IndexRow, type RecordId, type RecordState, STATES } from '../../model/record.ts';
import { openSafe, readSafe, replaceFile } from '../disk/safe-file.ts';
import { entryIn, linesIn } from '../journal/lines.ts';
import { decryptWith, encryptFor, recipientOf } from '../keys/age.ts';
import type { Identity } from '../keys/identity.ts';
import type { Layout } from './layout.ts';
import { changesRows } from './rows.ts';

/** Rows with the place in the journal up to which they hold. It can be lost: everything in it stands elsewhere. */
export interface Index {
  readonly store: string;
  /** Bytes of the journal, and the leaf hash of its last line there. */
  readonly bytes: number;
  readonly head: string;
  readonly rows: readonly IndexRow[];
}

const SCHEMA = 'timbang.index/1';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/**
 * Rows as columns, which are read five times as fast as rows. Words that return in nearly every row are written once, in
 * `words`; a column holds their numbers, -1 for none.
 */
interface Columns {
  readonly words: readonly string[];
  /** With spaces between them. */
  readonly ids: string;
  readonly numbers: readonly (readonly number[])[];
  readonly lists: readonly (readonly (readonly number[])[])[];
}

/** Writes the index of one key, packed. Only this key can read it. */
export async function writeIndex(layout: Layout, identity: Identity, index: Index): Promise<void> {
  const { rows, ...head } = index;
  const text = JSON.stringify({ schema: SCHEMA, ...head, ...columnsOf(rows) });
  const bytes = await encryptFor([await recipientOf(identity.age)], await zip(text, { level: 1 }));
  replaceFile(fileOf(layout, identity), bytes);
}

/** Reads the index of one key; `undefined`: there is none, or it is no good. Rows in the order in which they were written. */
export async function readIndex(layout: Layout, identity: Identity): Promise<Index | undefined> {
  const bytes = readSafe(fileOf(layout, identity));
  const packed = bytes && (await decryptWith(identity.age, bytes));
  if (!packed) return undefined;
  try {
    const text = (await unzip(packed)).toString('utf8');
    const { schema, store, bytes, head, ...columns } = JSON.parse(text) as {
      readonly schema: string;
    } & Columns &
      Omit<Index, 'rows'>;
    if (schema !== SCHEMA) return undefined;
    return { store, bytes, head, rows: rowsIn(columns) };
  } catch {
    return undefined;
  }
}

/**
 * Whether what was known of the journal still is its beginning, and nothing that came since changes a row. Reads the one
 * line before that place and what follows on it.
 */
export function isUpToDate(layout: Layout, { bytes, head }: Pick<Index, 'bytes' | 'head'>): boolean {
  const found = around(layout.journal, bytes);
  if (!found || found.last !== head) return false;
  const { after } = found;
  for (let at = 0; at < after.count; at += 1) {
    const entry = entryIn(after.text(at));
    if (!entry || changesRows(entry)) return false;
  }
  return after.rest === 0;
}

/** Whether the journal still begins with what was seen of it: then nothing was taken from it and nothing replaced. */
export function beginsAsSeen(layout: Layout, { bytes, head }: Pick<Index, 'bytes' | 'head'>): boolean {
  return bytes === 0 || around(layout.journal, bytes)?.last === head;
}

/** Longer than any line. */
const LINE = 65_536;

function around(file: string, place: number) {
  const descriptor = openSafe(file, constants.O_RDONLY);
  if (descriptor === undefined) return undefined;
  try {
    const { size } = fstatSync(descriptor);
    if (size < place) return undefined;
    const from = Math.max(0, place - LINE);
    const bytes = Buffer.alloc(size - from);
    const read = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
    const before = linesIn(read.subarray(0, place - from));
    const last = before.count === 0 || before.rest > 0 ? '' : before.leaf(before.count - 1);
    return { last, after: linesIn(read.subarray(place - from)) };
  } finally {
    closeSync(descriptor);
  }
}

function fileOf({ indexes }: Layout, { id }: Identity): string {
  return path.join(indexes, `${id}.age`);
}

function columnsOf(rows: readonly IndexRow[]): Columns {
  const words = new Map<string, number>();
  const number = (word: string | null): number => {
    if (word === null) return -1;
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  };
  const numbers = [
    rows.map(({ version }) => version),
    rows.map(({ state }) => STATES.indexOf(state)),
    rows.map(({ author }) => number(author)),
    rows.map(({ decidedOn }) => number(decidedOn)),
    rows.map(({ reviewOn }) => number(reviewOn)),
    rows.map(({ lang }) => number(lang)),
    rows.map(({ pack }) => number(pack)),
    rows.map(({ packVersion }) => number(packVersion)),
    rows.map(({ headline }) => number(headline)),
    rows.map(({ followUps }) => followUps),
    rows.map(({ effective }) => number(effective)),
    rows.map(({ held }) => Number(held)),
  ];
  const lists = [
    rows.map(({ dilemmas }) => dilemmas.map(number)),
    rows.map(({ yields }) => yields.map(number)),
    rows.map(({ departures }) => departures.map(number)),
  ];
  return { words: [...words.keys()], ids: rows.map(({ id }) => id).join(' '), numbers, lists };
}

function rowsIn({ words, ids, numbers, lists }: Columns): IndexRow[] {
  const [version, state, author, decidedOn, reviewOn, lang, pack, packVersion, headline, ...more] = numbers;
  const [followUps, effective, held] = more;
  const word = (column: readonly number[] | undefined, at: number): string | null =>
    words[column?.[at] ?? -1] ?? null;
  const known = (column: readonly number[] | undefined, at: number): string => word(column, at) ?? '';
  // Most lists are empty or hold one word, so that few of them are made.
  const made = new Map<string, readonly string[]>();
  const all = (column: number, at: number): readonly string[] => {
    const of = lists[column]?.[at] ?? [];
    const name = of.length < 2 ? String(of[0] ?? '') : of.join();
    const before = made.get(name);
    if (before) return before;
    const list = of.map((one) => words[one] ?? '');
    made.set(name, list);
    return list;
  };
  const named = ids === '' ? [] : ids.split(' ');
  return named.map((id, at) => ({
    id: id as RecordId,
    version: version?.[at] ?? 0,
    state: STATES[state?.[at] ?? 0] as RecordState,
    author: known(author, at),
    decidedOn: known(decidedOn, at),
    reviewOn: word(reviewOn, at),
    lang: known(lang, at),
    pack: known(pack, at),
    packVersion: known(packVersion, at),
    headline: known(headline, at),
    dilemmas: all(0, at),
    yields: all(1, at),
    departures: all(2, at),
    followUps: followUps?.[at] ?? 0,
    effective: word(effective, at) as Effect | null,
    held: held?.[at] === 1,
  }));
}
