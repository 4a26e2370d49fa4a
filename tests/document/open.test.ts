import { describe, expect, test } from 'vitest';
import { get, type MapNode, type Node, plain } from '../../src/document/node.ts';
import { openDocument } from '../../src/document/open.ts';
import { parse } from '../../src/document/parse.ts';
import { sourceOf } from '../../src/document/source.ts';

function opened(text: string): MapNode {
  const { value, problems } = openDocument({ file: 'case.yaml', text, kind: 'case' });
  if (!value) throw new Error(problems.map(({ code }) => code).join(' '));
  return value;
}

/** What stands below a way of keys and positions. */
function at(root: Node, ...way: (string | number)[]): Node {
  let node: Node | undefined = root;
  for (const step of way) {
    if (typeof step === 'string') node = node && get(node, step);
    else node = node?.kind === 'list' ? node.items[step] : undefined;
  }
  if (!node) throw new Error(`nothing stands at ${way.join(' ')}`);
  return node;
}

function spot({ place }: Node): string {
  return `${place.line}:${place.column}+${place.length}`;
}

const FILE = `# A case.
title: "Told in confidence"
facts:
  age:   15
  consent: { find-out: 2026-12-01 }
  'place': home
considering: [wait, tell]
topics:
  - danger
notes: |
  First line.
  - - no list
`;

describe('places', () => {
  const root = opened(FILE);

  test.each([
    { way: ['title'], place: '2:8+20' },
    { way: ['facts'], place: '4:3+9' },
    { way: ['facts', 'age'], place: '4:10+2' },
    { way: ['facts', 'consent'], place: '5:12+24' },
    { way: ['facts', 'consent', 'find-out'], place: '5:24+10' },
    { way: ['facts', 'place'], place: '6:12+4' },
    { way: ['considering'], place: '7:14+12' },
    { way: ['considering', 1], place: '7:21+4' },
    { way: ['topics'], place: '9:3+8' },
    { way: ['topics', 0], place: '9:5+6' },
    { way: ['notes'], place: '10:8+1' },
  ])('$way stands at $place', ({ way, place }) => {
    expect(spot(at(root, ...way))).toBe(place);
  });

  test('a key has its own, quotation marks included', () => {
    const facts = at(root, 'facts');
    const keys = facts.kind === 'map' ? facts.fields.map((field) => field.at) : [];
    expect(keys).toEqual([
      { file: 'case.yaml', line: 4, column: 3, length: 3, excerpt: '  age:   15' },
      { file: 'case.yaml', line: 5, column: 3, length: 7, excerpt: '  consent: { find-out: 2026-12-01 }' },
      { file: 'case.yaml', line: 6, column: 3, length: 7, excerpt: "  'place': home" },
    ]);
  });

  test('columns count UTF-16 units, as editors do', () => {
    const title = at(opened('{ title: "😀 é", facts: { age: 15 } }'), 'facts', 'age');
    expect(spot(title)).toBe('1:32+2');
  });

  test('a byte order mark takes no column, and the end of a line no place in the excerpt', () => {
    const facts = at(opened('\uFEFFtitle: A\r\nfacts: {}\r\n'), 'facts');
    expect(facts.place).toEqual({ file: 'case.yaml', line: 2, column: 8, length: 2, excerpt: 'facts: {}' });
  });
});

describe('values', () => {
  test.each([
    { written: 'yes', value: 'yes', text: 'yes' },
    { written: 'no', value: 'no', text: 'no' },
    { written: 'true', value: 'yes', text: 'true' },
    { written: 'false', value: 'no', text: 'false' },
    { written: '"true"', value: 'true', text: 'true' },
    { written: '15', value: 15, text: '15' },
    { written: '-2.5', value: -2.5, text: '-2.5' },
    { written: "'15'", value: '15', text: '15' },
    { written: '012', value: '012', text: '012' },
    { written: '1.10', value: 1.1, text: '1.10' },
    { written: '15.0', value: 15, text: '15.0' },
    { written: '-0', value: '-0', text: '-0' },
    { written: '1e3', value: '1e3', text: '1e3' },
    { written: '0x1f', value: '0x1f', text: '0x1f' },
    { written: '99999999999999999999', value: '99999999999999999999', text: '99999999999999999999' },
    { written: '2026-11-25', value: '2026-11-25', text: '2026-11-25' },
    { written: 'with # in it#', value: 'with', text: 'with' },
    { written: "'it''s'", value: "it's", text: "it's" },
  ])('$written is $value', ({ written, value, text }) => {
    const { root } = parse(sourceOf('x.yaml', `key: ${written}`));
    const node = root && get(root, 'key');
    expect(node).toMatchObject({ kind: 'scalar', value, text });
  });
});

describe('a tree', () => {
  test('gives its plain value', () => {
    expect(plain(opened(FILE))).toEqual({
      title: 'Told in confidence',
      facts: { age: 15, consent: { 'find-out': '2026-12-01' }, place: 'home' },
      considering: ['wait', 'tell'],
      topics: ['danger'],
      notes: 'First line.\n- - no list\n',
    });
  });

  test('is the same from JSON', () => {
    const value = plain(opened(FILE));
    expect(plain(opened(JSON.stringify(value, undefined, 2)))).toEqual(value);
  });

  test('has nothing under a key of JavaScript objects that nobody wrote', () => {
    const root = opened('facts: {}');
    expect(['constructor', 'toString', 'hasOwnProperty'].map((key) => get(root, key))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('may have them as names', () => {
    expect(plain(opened('facts: { constructor: yes, valueOf: no }'.replace('valueOf', 'value-of')))).toEqual({
      facts: { constructor: 'yes', 'value-of': 'no' },
    });
  });
});

describe('problems', () => {
  test('come in the order of the text', () => {
    const text = 'titel: x\nfacts: { age: [1] }\ntopics: danger\nconsidering: [Wait]\n';
    const { problems } = openDocument({ file: 'case.yaml', text, kind: 'case' });
    expect(problems.map(({ code, place }) => `${place?.line} ${code}`)).toEqual([
      '1 E201',
      '2 E208',
      '3 E205',
      '4 E210',
    ]);
  });

  test('say what was seen, what is expected and what is nearest', () => {
    const text = 'facts: {}\ndecided: { wait: dont }\ntopic: [danger]\n';
    const { problems } = openDocument({ file: 'case.yaml', text, kind: 'case' });
    expect(problems).toMatchObject([
      { code: 'E203', saw: 'dont', expected: ['do', 'do-not'] },
      { code: 'E201', saw: 'topic', nearest: 'topics' },
    ]);
    expect(problems[1]?.expected).not.toContain('facts');
  });

  test('are no more than 200, however many there are', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `key-${index}: x\n`).join('');
    const { problems } = openDocument({ file: 'case.yaml', text, kind: 'case' });
    expect(problems).toHaveLength(200);
  });

  test.each([
    { text: 'facts:\n  a: { en: Yes, serious }\n', meant: 'en: "Yes, serious"' },
    { text: 'facts:\n  a: { id: Ya, en: "Yes", but "no" }\n', meant: 'en: "Yes, but no"' },
    { text: 'w: { a: [x, y], b: z, grave, near }\n', meant: 'all: [{ a: [x, y] }, { b: z }, grave, near]' },
    { text: 'w: { grave }\n', meant: 'grave' },
  ])('say what was meant by $text', ({ text, meant }) => {
    const { problems } = openDocument({ file: 'case.yaml', text, kind: 'case' });
    expect(problems.map(({ values }) => values)).toEqual([{ meant }]);
  });
});
