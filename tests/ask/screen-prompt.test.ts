import { render } from '@inquirer/testing';
import { expect, test } from 'vitest';
import type { ScreenConfig } from '../../src/ask/screen-config.ts';
import { screenPrompt } from '../../src/ask/screen-prompt.ts';

function config(over: Partial<ScreenConfig> = {}): ScreenConfig {
  return {
    body: () => ['Orang-orangnya', '', 'Seberapa berat bahaya bagi klien?'],
    choices: [
      { value: 'none', label: 'Tidak ada' },
      { value: 'possible', label: 'Mungkin' },
      { value: 'serious', label: 'Bahaya serius' },
    ],
    compact: false,
    active: undefined,
    page: 0,
    hints: ['Angka, lalu Enter.'],
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

test('shows the page, the numbered choices, the hint and one input line', async () => {
  const { getScreen, answer, events } = await render(screenPrompt, config());
  expect(getScreen()).toBe(
    [
      'Orang-orangnya',
      '',
      'Seberapa berat bahaya bagi klien?',
      '',
      '  1  Tidak ada',
      '  2  Mungkin',
      '  3  Bahaya serius',
      '',
      'Angka, lalu Enter.',
      'Jawaban:',
    ].join('\n'),
  );
  events.keypress('enter');
  await expect(answer).resolves.toMatchObject({ how: 'enter', line: '', active: undefined });
});

test('marks the choice whose number is typed, and ends with it', async () => {
  const { getScreen, answer, events } = await render(screenPrompt, config());
  events.type('3');
  expect(getScreen()).toContain('> 3  Bahaya serius');
  expect(getScreen()).toContain('Jawaban: 3');
  events.keypress('enter');
  await expect(answer).resolves.toMatchObject({ how: 'enter', line: '3', active: 2 });
});

test('moves with the arrows, round the ends', async () => {
  const { getScreen, answer, events } = await render(screenPrompt, config());
  events.keypress('down');
  expect(getScreen()).toContain('> 1  Tidak ada');
  events.keypress('up');
  expect(getScreen()).toContain('> 3  Bahaya serius');
  events.keypress('enter');
  await expect(answer).resolves.toMatchObject({ active: 2, line: '' });
});

test('ends with Esc and hands over what was half typed', async () => {
  const { answer, events } = await render(screenPrompt, config({ text: true, choices: [] }));
  events.type('belum sele');
  events.keypress('escape');
  await expect(answer).resolves.toMatchObject({ how: 'escape', line: 'belum sele' });
});

test('begins with the text that stands there', async () => {
  const { getScreen, answer, events } = await render(
    screenPrompt,
    config({ text: true, choices: [], line: 'besok' }),
  );
  expect(getScreen()).toContain('Jawaban: besok');
  events.type(' pagi');
  events.keypress('enter');
  await expect(answer).resolves.toMatchObject({ line: 'besok pagi' });
});

test('marks with the space bar and takes marks away again', async () => {
  const { getScreen, answer, events } = await render(screenPrompt, config({ marked: ['none'], active: 0 }));
  expect(getScreen()).toContain('> 1  [x] Tidak ada');
  events.keypress('space');
  events.keypress('down');
  events.keypress('space');
  expect(getScreen()).toContain('  1  [ ] Tidak ada');
  expect(getScreen()).toContain('> 2  [x] Mungkin');
  events.keypress('enter');
  await expect(answer).resolves.toMatchObject({ marked: ['possible'], line: '' });
});

test('hides the screen with Ctrl-X twice, not with once', async () => {
  const { answer, events } = await render(screenPrompt, config());
  events.keypress({ name: 'x', ctrl: true });
  events.keypress('down');
  events.keypress({ name: 'x', ctrl: true });
  events.keypress({ name: 'x', ctrl: true });
  await expect(answer).resolves.toMatchObject({ how: 'hide' });
});

test('turns the pages of a body that is longer than the terminal', async () => {
  const lines = Array.from({ length: 30 }, (_, at) => `baris ${at + 1}`);
  const { getScreen, answer, events } = await render(
    screenPrompt,
    config({ body: () => lines, choices: [], size: () => ({ rows: 14, columns: 80 }) }),
  );
  expect(getScreen().split('\n')).toHaveLength(14);
  expect(getScreen()).toContain('Halaman 1 dari 4.');
  events.keypress('pagedown');
  expect(getScreen()).toContain('Halaman 2 dari 4.');
  expect(getScreen()).not.toContain('baris 1\n');
  events.keypress('pageup');
  expect(getScreen()).toContain('baris 1\n');
  events.keypress('enter');
  await expect(answer).resolves.toMatchObject({ page: 0 });
});
