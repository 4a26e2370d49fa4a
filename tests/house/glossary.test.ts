import { describe, expect, test } from 'vitest';
import { messageTexts, packTexts, type Text } from '../support/pack-texts.ts';
import { readProject } from '../support/workplace.ts';

const LONGEST_SENTENCE = 20;

const PAGE = readProject('docs/glossary.md');

/** The rows of the table that begins with this head, each cut into its cells. */
function rowsUnder(head: string): string[][] {
  const from = PAGE.indexOf(`| ${head} |`);
  const [, , ...rows] = (PAGE.slice(from).split('\n\n')[0] ?? '').split('\n');
  return rows
    .filter((row) => row.startsWith('|'))
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function words(cell: string): string[] {
  return cell.split(' / ');
}

function anyOf(list: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\w-])(?:${list.join('|')})(?![\w-])`, 'i');
}

/** What is left of a message for people to read: no commands, options, keys, ids, file names and placeholders. */
function prose(text: string): string {
  return text
    .replaceAll(/^\s*\$.*$/gm, '')
    .replaceAll(/\{[^}]*\}/g, '')
    .replaceAll(/\btimbang(?: [a-z-]+)+/g, '')
    .replaceAll(/(?<!\w)--[a-z-]+|\S+=\S*|\b[a-z]+(?:-[a-z]+){2,}\b|'[^']+''[^']+'/g, '')
    .replaceAll(/\b[\w-]+(?:\.yaml|\.json|:(?=[\s),.]|$))/g, '');
}

const TEXTS: readonly Text[] = [
  ...packTexts(),
  ...messageTexts().map((text) => ({ ...text, en: prose(text.en) })),
];

describe('pairs', () => {
  test.each(rowsUnder('English').map(([en = '', id = '']) => ({ en, id })))('$en = $id', ({ en, id }) => {
    const left = anyOf(words(en));
    const right = words(id);
    const missing = TEXTS.filter(
      (text) => left.test(text.en) && !right.some((word) => text.id.toLowerCase().includes(word)),
    );
    expect(missing.map(({ place, en: saw, id: beside }) => `${place}: ${saw} = ${beside}`)).toEqual([]);
  });
});

test.each(rowsUnder('language').map(([language = '', not = '']) => ({ language, not })))(
  '$not is not used',
  ({ language, not }) => {
    const word = new RegExp(String.raw`(?<![\w-])${not}(?![\w-])`, not === 'anda' ? '' : 'i');
    const said = TEXTS.filter((text) => word.test(language === 'English' ? text.en : text.id));
    expect(said.map(({ place }) => place)).toEqual([]);
  },
);

test.each(['en', 'id'] as const)(
  `no sentence of a pack has more than ${LONGEST_SENTENCE} words (%s)`,
  (lang) => {
    const long = packTexts().flatMap((text) =>
      text[lang]
        .split(/(?<=[.?:;])\s+|\n/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > LONGEST_SENTENCE)
        .map((sentence) => `${text.place}: ${sentence}`),
    );
    expect(long).toEqual([]);
  },
);
