/** A text that was made to bring a reader of YAML down. */
export interface Payload {
  readonly name: string;
  /** Made where it is needed: together they are large. */
  readonly text: () => string;
}

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const REPEATED: readonly (readonly [
  name: string,
  unit: string,
  count: number,
  before?: string,
  after?: string,
])[] = [
  ['flow lists in each other', '[', 50_000],
  ['flow lists in each other, closed', '[', 800, '', ']'.repeat(800)],
  ['flow blocks in each other', '{a: ', 50_000],
  ['flow lists and blocks in turn', '[{a: ', 20_000],
  ['JSON in JSON', '{"a":', 50_000],
  ['lists on one line', '- ', 50_000, '', 'x'],
  ['complex keys on one line', '? ', 50_000, '', 'x'],
  ['colons on one line', ': ', 50_000],
  ['blocks on one line', ': a', 50_000, 'a'],
  ['complex keys in brackets', '[? ', 30_000],
  ['question marks in brackets', '? ', 30_000, '['],
  ['colons in brackets', ': ', 30_000, '['],
  ['colons in braces', 'a: ', 30_000, '{'],
  ['brackets that close nothing', ']', 300_000],
  ['brackets that are cut off', 'a: [x\n', 30_000],
  ['one key again and again', 'a: 1\n', 100_000],
  ['unknown keys without values', 'a:\n', 100_000],
  ['empty items', '-\n', 100_000],
  ['empty keys', '?\n', 100_000],
  ['items in braces', '- {a: 1}\n', 100_000],
  ['anchors', '&a ', 100_000],
  ['tags', '!a ', 100_000],
  ['aliases', '- *x\n', 100_000],
  ['stars', '* ', 100_000],
  ['directives', '%TAG ! x\n', 100_000],
  ['documents', '---\n', 100_000],
  ['ends of documents', '...\n', 100_000],
  ['quotation marks', '"', 2_000_000],
  ['apostrophes', "'", 1_999_999],
  ['texts that nothing closes', 'a: "x\n', 100_000],
  ['a text that nothing closes', 'x', 1_000_000, 'a: "'],
  ['unknown escapes', String.raw`\q`, 20_000, 'a: "', '"'],
  ['backslashes', '\\', 1_000_001, 'a: "'],
  ['reserved signs', '- @\n', 29_000],
  ['colons in texts', 'a: b: c\n', 100_000],
  ['commas', ',', 1_900_000, '[', ']'],
  ['bare words in braces', 'k,', 100_000, '{', '}'],
  ['tabs', '\ta: 1\n', 100_000],
  ['lines of tabs', '\t\n', 600_000],
  ['empty lines', '\n', 2_000_000],
  ['spaces', ' ', 2_000_000],
  ['comments', '# x\n', 500_000],
  ['lines of text', 'x\n', 1_000_000],
  ['lines of a text', 'x\n ', 600_000, 'a: '],
  ['lines of a quoted text', 'x\n ', 600_000, 'a: "', '"'],
  ['a block text of empty lines', '\n', 1_800_000, 'a: >\n  x\n', '  y'],
  ['block texts', '- >\n', 29_000],
  ['a long text', 'x', 2_000_000, 'a: '],
  ['a text of 20 MB', 'x', 20_000_000, 'a: '],
  ['lines of 20 MB', 'x\n', 10_000_000],
  ['a long key', 'x', 1_900_000, '', ': 1'],
  ['NUL', '\0', 1, 'a: '],
  ['a picture', '\uFFFD\u0000\u0001PNG\r', 1000],
  ['control characters', '\u001B[2J', 1, 'title: '],
  ['C1 control characters', '\u009B2J', 1, 'title: '],
  ['backspaces', '\b', 100, 'title: refused', 'approved'],
];

/** Every one of them is no case file and no pack; none may take long, throw or end the process. */
export const PAYLOADS: readonly Payload[] = [
  ...REPEATED.map(([name, unit, count, before = '', after = '']) => ({
    name,
    text: () => before + unit.repeat(count) + after,
  })),
  { name: 'blocks in each other', text: () => times(1500, (index) => `${' '.repeat(index)}a:\n`) },
  { name: 'lists in each other', text: () => times(1500, (index) => `${' '.repeat(index)}-\n`) },
  { name: 'complex keys in each other', text: () => times(1500, (index) => `${' '.repeat(index)}?\n`) },
  { name: '60,000 keys', text: () => times(60_000, (index) => `k${index}: v\n`) },
  { name: '29,000 keys', text: () => times(29_000, (index) => `k${index}: v\n`) },
  { name: '60,000 keys in braces', text: () => `{${times(60_000, (index) => `k${index}: v,`)}}` },
  { name: '60,000 facts', text: () => `facts:\n${times(60_000, (index) => `  k${index}: yes\n`)}` },
  {
    name: 'an alias bomb',
    text: () => `a: &a0 [x]\n${times(30, (index) => `k${index}: &a${index + 1} [*a${index}, *a${index}]\n`)}`,
  },
  { name: 'a merge key', text: () => 'a: &a { x: 1 }\nb:\n  <<: *a\n' },
  { name: 'an alias to itself', text: () => 'a: &a [*a]\n' },
  { name: 'a tag of code', text: () => "a: !!js/function 'function () {}'\n" },
  { name: '__proto__ as a key', text: () => 'facts:\n  __proto__: { polluted: yes }\n' },
  { name: '__proto__ in JSON', text: () => '{"facts": {"__proto__": {"polluted": "yes"}}}' },
  { name: '__proto__ in quotes', text: () => 'facts:\n  "__proto\\u005f_": { polluted: yes }\n' },
];
