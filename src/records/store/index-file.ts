import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import path from 'node:path';
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
/** Words that return in nearly every row are written once; a row holds their numbers. */
type Packed = readonly [
  id: string,
  numbers: readonly number[],
  dilemmas: readonly number[],
  yields: readonly number[],
  departures: readonly number[],
];

/** Writes the index of one key. Only this key can read it. */
export async function writeIndex(layout: Layout, identity: Identity, index: Index): Promise<void> {
  const words = new Map<string, number>();
  const rows = index.rows.map((row) => packed(row, words));
  const text = JSON.stringify({ schema: SCHEMA, ...index, words: [...words.keys()], rows });
  const bytes = await encryptFor([await recipientOf(identity.age)], Buffer.from(text));
  replaceFile(fileOf(layout, identity), bytes);
}

/** Reads the index of one key; `undefined`: there is none, or it is no good. */
export async function readIndex(layout: Layout, identity: Identity): Promise<Index | undefined> {
  const bytes = readSafe(fileOf(layout, identity));
  const text = bytes && (await decryptWith(identity.age, bytes));
  if (!text) return undefined;
  try {
    const { schema, store, bytes, head, words, rows } = JSON.parse(Buffer.from(text).toString('utf8')) as {
      readonly schema: string;
      readonly words: readonly string[];
      readonly rows: readonly Packed[];
    } & Omit<Index, 'rows'>;
    if (schema !== SCHEMA) return undefined;
    return { store, bytes, head, rows: rows.map((row) => unpacked(row, words)) };
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
    const last = before.count === 0 || before.rest > 0 ? '' : before.leaf(before.count - 1).toString('hex');
    return { last, after: linesIn(read.subarray(place - from)) };
  } finally {
    closeSync(descriptor);
  }
}

function fileOf({ indexes }: Layout, { id }: Identity): string {
  return path.join(indexes, `${id}.age`);
}

function packed(row: IndexRow, words: Map<string, number>): Packed {
  const number = (word: string | null): number => {
    if (word === null) return -1;
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  };
  const numbers = [
    row.version,
    STATES.indexOf(row.state),
    number(row.author),
    number(row.decidedOn),
    number(row.reviewOn),
    number(row.lang),
    number(row.pack),
    number(row.packVersion),
    number(row.headline),
    row.followUps,
    number(row.effective),
    Number(row.held),
  ];
  return [row.id, numbers, row.dilemmas.map(number), row.yields.map(number), row.departures.map(number)];
}

function unpacked([id, numbers, dilemmas, yields, departures]: Packed, words: readonly string[]): IndexRow {
  const word = (at: number): string | null => words[numbers[at] ?? -1] ?? null;
  const known = (at: number): string => word(at) ?? '';
  const all = (some: readonly number[]): string[] => some.map((one) => words[one] ?? '');
  return {
    id: id as RecordId,
    version: numbers[0] ?? 0,
    state: STATES[numbers[1] ?? 0] as RecordState,
    author: known(2),
    decidedOn: known(3),
    reviewOn: word(4),
    lang: known(5),
    pack: known(6),
    packVersion: known(7),
    headline: known(8),
    dilemmas: all(dilemmas),
    yields: all(yields),
    departures: all(departures),
    followUps: numbers[9] ?? 0,
    effective: word(10) as Effect | null,
    held: numbers[11] === 1,
  };
}
