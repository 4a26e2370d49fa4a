const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters that nobody mistakes for each other (Crockford's base 32), one for five bits of each of the bytes. */
export function crockford(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS[byte % 32]).join('');
}
