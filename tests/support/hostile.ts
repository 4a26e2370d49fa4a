import fc from 'fast-check';

/** Sequences that have fooled terminals and readers: colours, titles, cursor moves, links, reversals, hidden signs. */
const TRICKS = [
  '\u001b[31m',
  '\u001b[2J\u001b[H',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://example.org\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;unterminated',
  '\u001bP+q544e\u001b\\',
  '\u009b31m',
  '\u009d0;title\u009c',
  'tidak disetujui\rDISETUJUI',
  'ab\b\b',
  '\u0007\u0000\u000b\u000c\u007f',
  '\u202eevil\u202c',
  '\u2066x\u2069',
  'zero\u200bwidth',
  '\ufeff',
  'a\u2028b\u2029c',
  '\ud800',
  '\udc00x',
  '\u{e0041}\u{e007f}',
  'line\nbreak\tand tab\r\nend',
  '\u001b\u001b[31m[31m',
  '<script>alert(1)</script>',
  '`code` **bold** [link](javascript:x) ![i](x) | a',
  '# head',
  '1. one',
] as const;

/** Text as nobody should write it into a pack or a case, with ordinary words of at most ten letters in between. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'a',
          'word',
          'laporkan',
          'kekerasan',
          'itu,',
          'hari',
          'ini.',
          '24',
          '日本語',
          'e\u0301',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(...TRICKS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

/** What must never reach a terminal; the line break of the layout itself is not among it. */
export const UNSAFE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Cs}/u;

const COLOUR = /\u001b\[\d+m/g;

/** Takes our own colours out, and nothing else. */
export function withoutColour(text: string): string {
  return text.replace(COLOUR, '');
}

/** The same value with every text a reader sees (and no id) put through `change`. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  return rewritten(value, '', change) as T;
}

const SHOWN = new Set([
  'text',
  'name',
  'ask',
  'because',
  'title',
  'place',
  'tell',
  'withhold',
  'toText',
  'fromText',
  'note',
  'reach',
  'help',
  'stepText',
  'where',
  'detail',
  'fallbackTexts',
  'places',
]);

function rewritten(value: unknown, key: string, change: (text: string) => string): unknown {
  if (typeof value === 'string') return SHOWN.has(key) ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => rewritten(item, key, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, rewritten(inner, name, change)]),
  );
}
