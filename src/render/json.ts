// What JSON.stringify leaves as it is although a terminal obeys it, or a reader cannot see it.
const UNSAFE =
  /[\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u2028\u2029\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/**
 * Prints a value as JSON with two spaces and a line break at the end. Characters that a terminal obeys are written as
 * escapes: the value stays the same, and the text can be looked at.
 */
export function json(value: unknown): string {
  const printed = JSON.stringify(value, undefined, 2).replace(UNSAFE, (found) =>
    [...Array(found.length).keys()].map((at) => `\\u${hex(found.charCodeAt(at))}`).join(''),
  );
  return `${printed}\n`;
}

function hex(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}
