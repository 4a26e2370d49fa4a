import { describe, expect, test } from 'vitest';
import { type Doc, entry, gap, heading, section, text, title } from '../../src/render/doc.ts';
import { print } from '../../src/render/print.ts';

const look = { style: { level: 0 as const }, plain: false };

function rich(doc: Doc, width = 40): string {
  return print(doc, { ...look, width });
}

function plain(doc: Doc, width = 40): string {
  return print(doc, { ...look, plain: true, width });
}

const LIST: Doc = [
  title('Act today.'),
  ...section('To do', [
    entry('today', 'Report it to the authority that is there for it'),
    entry('', 'Write it down'),
  ]),
  ...section('Who to tell', [
    entry('24 hours', 'Your supervisor', [text('Say: the danger and what you have done about it')]),
  ]),
];

test('labels stand in a column, words hang under words', () => {
  expect(rich(LIST)).toBe(
    [
      'Act today.',
      '',
      'TO DO',
      '  today     Report it to the authority',
      '            that is there for it',
      '            Write it down',
      '',
      'WHO TO TELL',
      '  24 hours  Your supervisor',
      '            Say: the danger and what you',
      '            have done about it',
      '',
    ].join('\n'),
  );
});

test('plain text numbers its headings, says labels, and sets apart what has more under it', () => {
  expect(plain(LIST)).toBe(
    [
      'Act today.',
      '',
      '1. To do',
      'today: Report it to the authority that',
      'is there for it',
      'Write it down',
      '',
      '2. Who to tell',
      '',
      '24 hours: Your supervisor',
      'Say: the danger and what you have done',
      'about it',
      '',
    ].join('\n'),
  );
});

describe('two sides', () => {
  const sides: Doc = [
    {
      kind: 'sides',
      left: [heading('Either: refuse', 3), entry('', 'he decides')],
      right: [heading('Or: call', 3), entry('', 'he may die of it')],
    },
  ];

  test('stand beside each other from 70 columns on', () => {
    expect(rich(sides, 70)).toBe(
      `${'Either: refuse'.padEnd(36)}Or: call\n${'  he decides'.padEnd(36)}  he may die of it\n`,
    );
  });

  test('stand under each other on less', () => {
    expect(rich(sides, 69)).toBe('Either: refuse\n  he decides\n\nOr: call\n  he may die of it\n');
  });

  test('are never beside each other in plain text', () => {
    expect(plain(sides, 80)).toBe('Either: refuse\nhe decides\n\nOr: call\nhe may die of it\n');
  });
});

test('a label too long for its column has a line of its own', () => {
  expect(rich([entry('Competence and professionalism', 'served'), entry('Justice', 'served')])).toBe(
    '  Competence and professionalism\n    served\n  Justice   served\n',
  );
});

test('an entry under an entry leads with its label', () => {
  const doc: Doc = [
    entry('must', 'Report it', [entry('reason', 'Someone is in danger here', [text('law: Act')])]),
  ];
  expect(rich(doc)).toBe(
    '  must      Report it\n            reason: Someone is in\n              danger here\n              law: Act\n',
  );
});

test('a section without anything under it is not there', () => {
  expect(section('Notes', [])).toEqual([]);
});

test('several gaps are one', () => {
  expect(rich([text('a'), gap, gap, text('b')])).toBe('a\n\nb\n');
});

test('a picture is drawn where it fits; elsewhere, and for whoever listens, its words stand', () => {
  const doc: Doc = [
    {
      kind: 'drawn',
      picture: [{ text: 'Justice' }, { text: '--->' }, { text: 'Autonomy' }],
      words: 'Autonomy yields to Justice',
    },
  ];
  expect(rich(doc)).toBe('  Justice  --->  Autonomy\n');
  expect(rich(doc, 22)).toBe('  Autonomy yields to\n  Justice\n');
  expect(plain(doc)).toBe('Autonomy yields to Justice\n');
});
