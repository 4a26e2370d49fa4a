import { Bug } from '../../problems/bug.ts';

/** Far deeper than anything that is signed; a deeper value would overflow the stack before it is written. */
const DEEPEST = 64;

/**
 * Writes a value as the one text that it has under RFC 8785 (JCS): keys in order of their UTF-16 units, no spaces.
 *
 * Strict: what JSON cannot hold is a fault and never dropped or turned into something else.
 */
export function jcs(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new Bug('jcs: nested too deep');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && isWellFormed(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown) => jcs(item, depth + 1)).join(',')}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    const keys = Object.keys(value).sort();
    const fields = keys.map(
      (key) => `${jcs(key)}:${jcs((value as Record<string, unknown>)[key], depth + 1)}`,
    );
    return `{${fields.join(',')}}`;
  }
  throw new Bug(`jcs: a ${typeof value} has no place in JSON`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
  );
}

/** Half a character alone has no bytes in UTF-8. */
function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}
