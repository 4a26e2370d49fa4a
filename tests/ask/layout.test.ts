import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { draw, paginate, type Screen, wrap } from '../../src/ask/layout.ts';

const SCREEN: Screen = {
  body: () => ['Pertanyaan'],
  choices: [],
  compact: false,
  active: undefined,
  marked: undefined,
  page: 0,
  notice: [],
  hints: ['Angka, lalu Enter.'],
  label: 'Jawaban: ',
  line: '',
  around: (above, below) => `${above} di atas, ${below} di bawah`,
  pages: (page, of) => `Halaman ${page} dari ${of}`,
};

const long = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    value: `${at}`,
    label: `Pilihan nomor ${at + 1} yang panjang sekali sehingga tidak muat pada satu baris yang sempit`,
  }));

describe('wrap', () => {
  test('cuts no word and hangs the lines that follow', () => {
    expect(wrap('satu dua tiga empat', 12, 3)).toEqual(['satu dua', '   tiga', '   empat']);
  });

  test('lets no escape sequence through', () => {
    expect(wrap('aman\x1b[2J saja', 40)).toEqual(['aman saja']);
  });
});

describe('paginate', () => {
  test('cuts at a blank line near the end of a page and drops it', () => {
    expect(paginate(['a', 'b', 'c', '', 'd', 'e'], 5)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  test('cuts where the page is full when no blank line is near', () => {
    expect(paginate(['a', 'b', 'c', 'd'], 3)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  test('gives one page for no lines', () => expect(paginate([], 5)).toEqual([[]]));
});

describe.each([
  [80, 24],
  [40, 24],
  [40, 12],
  [120, 40],
])('at %i columns and %i rows', (columns, rows) => {
  test.each([
    { name: 'a short question', screen: { ...SCREEN, choices: long(3) } },
    { name: 'many choices', screen: { ...SCREEN, choices: long(30), active: 17 } },
    {
      name: 'a long page',
      screen: { ...SCREEN, body: () => Array.from({ length: 90 }, (_, at) => `baris ${at}`) },
    },
    {
      name: 'a menu',
      screen: {
        ...SCREEN,
        choices: long(4),
        compact: true,
        body: () => Array.from({ length: 50 }, () => 'x'),
      },
    },
    { name: 'a notice', screen: { ...SCREEN, choices: long(5), notice: ['Anda mengetik "9".'] } },
  ])('$name fits, and the typed line is the last', ({ screen }) => {
    const { lines } = draw({ ...screen, line: '12' }, { columns, rows });
    if (rows >= 24) expect(lines.length).toBeLessThanOrEqual(rows);
    expect(lines.at(-1)).toBe('Jawaban: 12');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(columns, 80));
  });
});

test('the choice that Enter takes is always among those shown', () => {
  for (const active of [0, 9, 29]) {
    const { lines } = draw({ ...SCREEN, choices: long(30), active }, { columns: 80, rows: 24 });
    expect(lines.some((line) => line.startsWith(`> ${String(active + 1).padStart(2)}  `))).toBe(true);
  }
});

test('a menu stands in rows', () => {
  const choices = ['Mengapa', 'Pilihan saya', 'Putuskan'].map((label) => ({ value: label, label }));
  const { lines } = draw({ ...SCREEN, choices, compact: true }, { columns: 80, rows: 24 });
  expect(lines).toContain('1 Mengapa  2 Pilihan saya  3 Putuskan');
});

test('marks that are too many for one column stand in two, the first half on the left', () => {
  const choices = Array.from({ length: 28 }, (_, at) => ({ value: `${at}`, label: `Jenis ${at + 1}` }));
  const screen = { ...SCREEN, choices, active: 0, marked: new Set(['20']) };
  const { lines } = draw(screen, { columns: 80, rows: 24 });
  expect(lines.find((line) => line.includes(' 1  [ ] Jenis 1 '))).toContain('15  [ ] Jenis 15');
  expect(lines.find((line) => line.includes('Jenis 7 '))).toContain('21  [x] Jenis 21');
  expect(lines.some((line) => line.includes('di bawah'))).toBe(false);
  // A narrow terminal keeps one column and says how many are out of sight.
  expect(draw(screen, { columns: 60, rows: 24 }).lines.some((line) => line.includes('di bawah'))).toBe(true);
});
