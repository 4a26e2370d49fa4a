import { randomBytes } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters that nobody mistakes for each other (Crockford's base 32), one for five bits of each of the bytes. */
export function crockford(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A new random name for a decision record, `DR-2026-7Q2M9XPA4K`; only the year says something. */
export function newRecordId(year: string): `DR-${string}` {
  return `DR-${year}-${crockford(randomBytes(10))}`;
}
