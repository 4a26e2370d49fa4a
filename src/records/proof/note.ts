import { sha256 } from './merkle.ts';

/** One line of signature under a note (C2SP signed-note). */
export interface NoteSignature {
  readonly name: string;
  /** The first four bytes of the hash of name and key: says which key, not whose. */
  readonly keyHash: Buffer;
  readonly signature: Buffer;
}

/** A text with signatures under it. The text ends in a line break. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const ED25519 = 1;

/** The four bytes by which a note names an Ed25519 key. */
export function keyHashOf(name: string, publicKey: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey])).subarray(0, 4);
}

/** Writes a note: its text, an empty line, one line for each signature. */
export function writeNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyHash, signature }) =>
      `\u2014 ${name} ${Buffer.concat([keyHash, signature]).toString('base64')}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

/** Reads a signed note; `undefined` where it is none, to the byte. Signatures are not checked here. */
export function readNote(written: string): SignedNote | undefined {
  const cut = written.lastIndexOf('\n\n');
  if (cut === -1 || !written.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(written)) return undefined;
  const lines = written.slice(cut + 2, -1).split('\n');
  const signatures = lines.map(signatureIn);
  const read = signatures.filter((one) => one !== undefined);
  return read.length === lines.length ? { text: written.slice(0, cut + 1), signatures: read } : undefined;
}

function signatureIn(line: string): NoteSignature | undefined {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== base64) return undefined;
  return { name, keyHash: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}
