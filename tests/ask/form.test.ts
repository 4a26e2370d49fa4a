import { render } from '@inquirer/testing';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { readEntered } from '../../src/ask/form.ts';
import { draw } from '../../src/ask/layout.ts';
import type { FillIn, Given } from '../../src/ask/prompter.ts';
import { type ScreenConfig, type ScreenState, screenOf } from '../../src/ask/screen-config.ts';
import { screenPrompt } from '../../src/ask/screen-prompt.ts';

const YES_NO = [
  { value: 'yes', label: 'Ya' },
  { value: 'no', label: 'Tidak' },
  { value: '~unknown', label: 'Belum tahu' },
];
const ITEMS = [
  {
    value: 'supervisor',
    label: 'Dapatkah supervisor Anda dihubungi hari ini?',
    answers: [
      { value: 'reachable', label: 'Dapat' },
      { value: 'not-today', label: 'Ada, tetapi tidak dapat dihubungi hari ini' },
      { value: 'part-of-it', label: 'Ada, tetapi ikut terlibat, atau dekat dengan yang terlibat' },
      { value: '~unknown', label: 'Belum tahu' },
    ],
  },
  { value: 'signal', label: 'Adakah telepon yang bersinyal?', answers: YES_NO },
  { value: 'service', label: 'Adakah layanan yang mampu dalam jangkauan?', answers: YES_NO },
];
const OTHERS = [
  { value: 'no', label: 'yang lain: tidak' },
  { value: '~unknown', label: 'yang lain: belum tahu' },
];

const form = (over: Partial<FillIn> = {}): FillIn => ({
  body: () => [],
  items: ITEMS,
  given: new Map(),
  others: OTHERS,
  heard: () => {},
  ...over,
});
const given = (answers: Readonly<Record<string, string>>): Given => new Map(Object.entries(answers));

/** What a line does where the first question is next, and what is answered then. */
function typed(line: string, before: Given = new Map(), active = 0): unknown {
  const meant = readEntered(line, form(), { given: before, active });
  return meant.kind === 'value' ? { ...meant.value, given: Object.fromEntries(meant.value.given) } : meant;
}

describe('a line typed at several questions', () => {
  test.each([
    ['1', { supervisor: 'reachable' }, 1],
    ['dapat', { supervisor: 'reachable' }, 1],
    ['b tidak', { signal: 'no' }, 2],
    ['b2', { signal: 'no' }, 2],
    ['B: tidak', { signal: 'no' }, 2],
    ['1, t, y', { supervisor: 'reachable', signal: 'no', service: 'yes' }, 2],
    ['c 1; b tidak', { service: 'yes', signal: 'no' }, 0],
    ['c', {}, 2],
    ['b ya, yang lain belum tahu', { signal: 'yes', supervisor: '~unknown', service: '~unknown' }, 2],
  ])('%s', (line, answers, active) => {
    expect(typed(line)).toEqual({ given: answers, active, done: false });
  });

  test.each(['1, 1, 1, 1', '9', 'd ya', 'ada', 'b mungkin', '1, b mungkin', 'yang lain', 'b 4'])(
    '%s means nothing, and nothing of it is taken',
    (line) => {
      expect(typed(line)).toMatchObject({ kind: 'slip', slip: 'not-a-choice' });
    },
  );

  test('what one line answers for the rest leaves the answers that are there', () => {
    expect(typed('yang lain tidak', given({ supervisor: 'reachable', signal: 'yes' }))).toMatchObject({
      given: { supervisor: 'reachable', signal: 'yes', service: 'no' },
    });
  });

  test('commands are commands', () => {
    expect(typed(':mengapa')).toEqual({ kind: 'command', command: 'why' });
    expect(typed('?')).toEqual({ kind: 'command', command: 'help' });
  });
});

describe('Enter alone', () => {
  test('answers nothing: a question without an answer stays', () => {
    expect(typed('')).toMatchObject({ kind: 'slip', slip: 'nothing-chosen' });
  });

  test('goes on to the next question without an answer, round the end', () => {
    expect(typed('', given({ service: 'no' }), 2)).toMatchObject({ active: 0, done: false });
  });

  test('ends the page once every question has an answer', () => {
    const all = { supervisor: 'reachable', signal: 'no', service: 'no' };
    expect(typed('', given(all), 1)).toEqual({ given: all, active: 1, done: true });
  });

  test('on the line that answers the rest answers it, and shows it before it ends', () => {
    expect(typed('', given({ supervisor: 'reachable' }), 4)).toEqual({
      given: { supervisor: 'reachable', signal: '~unknown', service: '~unknown' },
      active: 2,
      done: false,
    });
  });
});

function config(over: Partial<ScreenConfig> = {}): ScreenConfig {
  return {
    body: () => ['Siapa dan apa yang dapat Anda jangkau'],
    choices: [...ITEMS, ...OTHERS],
    form: { items: ITEMS, others: OTHERS, open: '(belum dijawab)', full: 'Semua sudah dijawab.' },
    compact: false,
    active: 0,
    marked: [],
    page: 0,
    hints: ['Kiri, kanan: jawaban.'],
    label: 'Jawaban: ',
    line: '',
    text: false,
    around: (above, below) => `${above} di atas, ${below} di bawah`,
    pages: (page, of) => `Halaman ${page} dari ${of}.`,
    size: () => ({ rows: 24, columns: 80 }),
    onResize: () => () => {},
    suspend: () => {},
    ...over,
  };
}

describe('the page of several questions', () => {
  test('shows each with its answer, and all answers of the one that Enter is about', async () => {
    const { getScreen } = await render(screenPrompt, config({ active: 1, marked: ['supervisor=reachable'] }));
    expect(getScreen()).toBe(
      [
        'Siapa dan apa yang dapat Anda jangkau',
        '',
        '  a  Dapatkah supervisor Anda dihubungi hari ini?  Dapat',
        '> b  Adakah telepon yang bersinyal?',
        '     ( ) 1 Ya   ( ) 2 Tidak   ( ) 3 Belum tahu',
        '  c  Adakah layanan yang mampu dalam jangkauan?  (belum dijawab)',
        '',
        '     yang lain: tidak',
        '     yang lain: belum tahu',
        '',
        'Kiri, kanan: jawaban.',
        'Jawaban:',
      ].join('\n'),
    );
  });

  test('answers with the arrows and the space bar, and is told of every answer', async () => {
    const heard: (readonly string[])[] = [];
    const watch = ({ marked }: ScreenState) => void heard.push([...marked]);
    const { getScreen, answer, events } = await render(screenPrompt, config({ active: 1, watch }));
    events.keypress('right');
    expect(getScreen()).toContain('(x) 1 Ya');
    events.keypress('space');
    expect(getScreen()).toContain('(x) 2 Tidak');
    events.keypress('left');
    events.keypress('left');
    expect(getScreen()).toContain('(x) 3 Belum tahu');
    events.keypress('down');
    expect(getScreen()).toContain('Adakah telepon yang bersinyal?  Belum tahu');
    events.keypress('enter');
    await expect(answer).resolves.toMatchObject({ how: 'enter', active: 2, marked: ['signal=~unknown'] });
    expect(heard.at(-1)).toEqual(['signal=~unknown']);
  });

  test('says when all are answered; the lines for the rest are gone, and no arrow finds them', async () => {
    const marked = ['supervisor=reachable', 'signal=no', 'service=no'];
    const { getScreen, events } = await render(screenPrompt, config({ active: 2, marked }));
    expect(getScreen()).toContain('Semua sudah dijawab.');
    expect(getScreen()).not.toContain('yang lain');
    events.keypress('down');
    expect(getScreen()).toContain('> a  Dapatkah');
  });

  test('digits are typed and move nothing', async () => {
    const { getScreen, events } = await render(screenPrompt, config());
    events.type('3');
    expect(getScreen()).toContain('> a  Dapatkah');
    expect(getScreen()).toContain('Jawaban: 3');
  });

  test.each([
    [40, 24],
    [80, 24],
    [200, 50],
  ])('fits %i columns and %i rows, with the question that Enter is about in sight', (columns, rows) => {
    const many = Array.from({ length: 4 }, (_, round) =>
      ITEMS.map((item) => ({ ...item, value: `${item.value}-${round}` })),
    ).flat();
    const long = config({
      choices: [...many, ...OTHERS],
      form: { items: many, others: OTHERS, open: '(belum dijawab)', full: 'Semua sudah dijawab.' },
      size: () => ({ rows, columns }),
    });
    for (const [at] of many.entries()) {
      const { lines } = draw(screenOf(long, { line: '', page: 0, active: at, marked: [] }), long.size());
      expect(lines.length).toBeLessThanOrEqual(rows);
      expect(lines.some((line) => line.startsWith('> '))).toBe(true);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(columns, 80));
    }
  });
});
