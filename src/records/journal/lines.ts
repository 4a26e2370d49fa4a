import { hash } from 'node:crypto';
import { ENTRY_KINDS } from '../../model/record.ts';
import { type KeyCard, ROLES } from '../keys/identity.ts';
import { isSigned } from '../keys/signing.ts';
import { jcs } from '../proof/jcs.ts';
import type { Entry } from './entry.ts';

/** The lines of a journal as bytes; `rest` are bytes after the last line break. */
export interface Lines {
  readonly count: number;
  /** The text of a line. */
  readonly text: (at: number) => string;
  /** Its leaf hash in hex, over the bytes as they are stored. */
  readonly leaf: (at: number) => string;
  /** Where a line begins, in bytes. */
  readonly start: (at: number) => number;
  /** Where the next one begins. */
  readonly end: (at: number) => number;
  readonly rest: number;
}

const BREAK = 10;

/** Cuts the bytes of a journal into lines. The bytes are taken over: they are changed on the way. */
export function linesIn(bytes: Buffer): Lines {
  // A leaf is hashed with a byte 0 before it. The line break before a line stands where that byte has to.
  const framed = Buffer.allocUnsafe(bytes.length + 1);
  framed[0] = 0;
  framed.set(bytes, 1);
  const ends: number[] = [];
  for (let at = framed.indexOf(BREAK); at !== -1; at = framed.indexOf(BREAK, at + 1)) {
    framed[at] = 0;
    ends.push(at);
  }
  const begin = (at: number): number => (at === 0 ? 0 : (ends[at - 1] as number));
  return {
    count: ends.length,
    text: (at) => framed.toString('utf8', begin(at) + 1, ends[at]),
    leaf: (at) => hash('sha256', framed.subarray(begin(at), ends[at]), 'hex'),
    start: begin,
    end: (at) => ends[at] as number,
    rest: bytes.length - (ends.at(-1) ?? 0),
  };
}

/** The one text of an entry; `sig` is over `unsigned`. */
export function lineOf(entry: Entry): string {
  return jcs(entry);
}

/** The bytes that an entry signs: the entry without its signature. */
export function signedBytes(entry: Omit<Entry, 'sig'>): Buffer {
  const fields = Object.entries(entry).filter(([field]) => field !== 'sig');
  return Buffer.from(jcs(Object.fromEntries(fields)));
}

/** Whether the entry was signed with this public key, base64. */
export function isSignedBy(entry: Entry, publicKey: string): boolean {
  return isSigned(signedBytes(entry), Buffer.from(entry.sig, 'base64'), Buffer.from(publicKey, 'base64'));
}

const KINDS: ReadonlySet<string> = new Set(ENTRY_KINDS);
const FIELDS = Object.entries({
  prev: /^[0-9a-f]{64}$/,
  at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  actor: /^K-[0-9A-HJKMNP-TV-Z]{8}$/,
  // The last character holds two bits that count; with other ones it would be a second way to write the same bytes.
  sig: /^[A-Za-z0-9+/]{85}[AQgw]==$/,
});

const HEX = /^[0-9a-f]{64}$/;
const OPTIONAL = Object.entries({
  record: /^DR-\d{4}-[0-9A-HJKMNP-TV-Z]{8,26}$/,
  commitment: HEX,
  cipher: HEX,
  root: HEX,
  digest: HEX,
  store: /^[0-9A-HJKMNP-TV-Z]{12}$/,
  revoked: /^K-[0-9A-HJKMNP-TV-Z]{8}$/,
});

function isForm(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isCard(value: unknown): value is KeyCard {
  if (typeof value !== 'object' || value === null) return false;
  const { id, sign, age, roles } = value as KeyCard;
  const isRole = (role: unknown): boolean => (ROLES as readonly unknown[]).includes(role);
  return (
    [id, sign, age].every((text) => typeof text === 'string') && Array.isArray(roles) && roles.every(isRole)
  );
}

/**
 * Reads one line; `undefined` where it is no entry, or is written otherwise than an entry is: keys out of order, spaces,
 * a key twice, half a line.
 */
export function entryIn(line: string): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entry = value as Entry & Readonly<Record<string, unknown>>;
  const fits =
    KINDS.has(entry.kind) &&
    Number.isSafeInteger(entry.seq) &&
    FIELDS.every(([field, form]) => isForm(entry[field], form)) &&
    OPTIONAL.every(([field, form]) => entry[field] === undefined || isForm(entry[field], form)) &&
    (entry.key === undefined || isCard(entry.key)) &&
    (entry.recovery === undefined || isCard(entry.recovery)) &&
    isInOrder(entry) &&
    JSON.stringify(entry) === line;
  return fits ? entry : undefined;
}

/** JSON keeps the order of keys as written: in order, and printed again the same, is the one text of an entry. */
function isInOrder(value: object): boolean {
  let before = '';
  for (const key of Object.keys(value)) {
    if (key <= before) return false;
    before = key;
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !isInOrder(inner))
      return false;
  }
  return true;
}
