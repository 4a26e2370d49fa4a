import { describe, expect, test } from 'vitest';
import { parseSheet } from '../../src/document/csv.ts';
import { putTexts } from '../../src/document/put-texts.ts';
import { sourceOf } from '../../src/document/source.ts';
import { csv } from '../../src/render/csv.ts';
import { sheetOf } from '../../src/scenarios/strings/sheet-of.ts';
import { takenBack } from '../../src/scenarios/strings/take-back.ts';
import { fromSheet } from '../../src/scenarios/strings/tests-from-sheet.ts';
import { sayIn } from '../../src/text/say.ts';
import { opened, STORY, storyWith } from './opened.ts';

const LANGUAGES = ['id', 'en'];

function sheet(text = STORY) {
  return csv(sheetOf(opened(text), { languages: LANGUAGES, say: sayIn('en') }));
}

function readBack(written: string) {
  return parseSheet(sourceOf('texts.csv', written));
}

function putBack(written: string, text = STORY): string {
  const { changes, problems } = takenBack(readBack(written), opened(text), LANGUAGES);
  expect(problems).toEqual([]);
  return putTexts(text, changes);
}

describe('the sheet for translators', () => {
  test('has every text once, in reading order, under a key of names', () => {
    const [head, ...rows] = readBack(sheet()).rows.length > 0 ? sheet().split('\r\n') : [];
    expect(head).toBe('key,id,en,note');
    expect(rows[0]).toBe('title,Sebuah rahasia diceritakan,A secret is told,title');
    const keys = readBack(sheet()).rows.map((row) => row.get('key')?.text);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(0, 5)).toEqual([
      'title',
      'care.prebrief',
      'stages.told.reveal',
      'stages.told.ask',
      'stages.told.options.listen.label',
    ]);
    expect(keys).toContain('stages.news.shift');
    expect(keys.at(-1)).toBe('debrief.analysis.1');
  });

  test('put back unchanged it changes nothing, also with a mark at its beginning or other separators', () => {
    expect(putBack(sheet())).toBe(STORY);
    expect(putBack(`\ufeff${sheet()}`)).toBe(STORY);
    const cells = readBack(sheet()).rows.map((row) =>
      ['key', 'id', 'en'].map((name) =>
        JSON.stringify(row.get(name)?.text ?? '').replaceAll(String.raw`\n`, '\n'),
      ),
    );
    expect(putBack(['key;id;en', ...cells.toReversed().map((row) => row.join(';'))].join('\n'))).toBe(STORY);
  });

  test.each([
    'Short',
    'With a colon: and "quotes", and #',
    '=SUM(A1)',
    '- a hyphen first',
    'One paragraph.\n\nAnother one, and it is long enough that a line of the file could not hold it, so that it has to be cut.',
    'yes',
    '12',
  ])('%j arrives as it is, and every other line stays', (words) => {
    for (const key of ['stages.told.reveal', 'stages.told.options.listen.label', 'ends.end-safe']) {
      const text = putBack(
        csv([
          ['key', 'en'],
          [key, words],
        ]),
      );
      const again = readBack(sheet(text)).rows.find((row) => row.get('key')?.text === key);
      expect(again?.get('en')?.text).toBe(words);
      const kept = text.split('\n').filter((line) => STORY.split('\n').includes(line)).length;
      expect(kept).toBeGreaterThan(STORY.split('\n').length - 6);
      expect(putBack(sheet(), text)).toContain('A secret is told');
    }
  });

  test('a language that a text lacks is added under the other one, with comments kept', () => {
    const lacking = storyWith([
      ['            id: Pergi\n            en: Leave\n', '            id: Pergi # a comment\n'],
    ]);
    const text = putBack(
      csv([
        ['key', 'en'],
        ['stages.told.options.leave.label', 'Go away'],
      ]),
      lacking,
    );
    expect(text).toContain('            id: Pergi # a comment\n            en: Go away\n');
  });

  test('texts on one line stay on it', () => {
    const flow = storyWith([
      ['    id: Ini latihan.\n    en: This is practice.\n', '    { id: Ini latihan. }\n'],
    ]);
    const text = putBack(
      csv([
        ['key', 'en'],
        ['care.prebrief', 'Practice, and no more'],
      ]),
      flow,
    );
    expect(text).toContain('{ id: Ini latihan., en: "Practice, and no more" }');
  });

  test.each([
    { name: 'no column of keys', written: 'id,en\nx,y\n', code: 'E529' },
    { name: 'a key that is not there', written: 'key,en\nstages.tld.reveal,x\n', code: 'E531' },
  ])('$name is told ($code)', ({ written, code }) => {
    expect(takenBack(readBack(written), opened(STORY), LANGUAGES)).toMatchObject({
      changes: [],
      problems: [{ code, place: { file: 'texts.csv' } }],
    });
  });

  test.each([
    { written: 'key,en\ntitle,"never closed\n', code: 'E530', line: 2 },
    { written: 'key,en\ntitle,one, two\n', code: 'E533', line: 2 },
  ])('a sheet that cannot be read is told with its line ($code)', ({ written, code, line }) => {
    expect(readBack(written).problems).toMatchObject([{ code, place: { file: 'texts.csv', line } }]);
  });
});

describe('test cases from a sheet', () => {
  test('each line becomes a test of a story', () => {
    const { roots, problems } = fromSheet(
      readBack(
        'name,path,end,verdicts,departs\nharm,told=listen news=report,end-safe,report=must|should,\nlate,"told=promise, news=wait",end-late,,report\n',
      ),
      opened(STORY),
    );
    expect(problems).toEqual([]);
    expect(roots).toHaveLength(1);
    const tests = roots[0]?.root.fields.find(({ key }) => key === 'tests')?.node;
    expect(tests?.kind === 'list' && tests.items.length).toBe(2);
  });

  test.each([
    { written: 'path\ntold=listen\n', code: 'E529' },
    { written: 'name,verdict\nx,report=must\n', code: 'E532' },
  ])('a column that is missing or means nothing is told ($code)', ({ written, code }) => {
    expect(fromSheet(readBack(written), opened(STORY))).toMatchObject({ roots: [], problems: [{ code }] });
  });
});
