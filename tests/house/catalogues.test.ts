import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/text/catalogue.ts';
import { allSource, filesBelow } from '../support/sources.ts';
import { readProject } from '../support/workplace.ts';

type Messages = Readonly<Record<string, string>>;

/** Words that blame, alarm or beg; `memohon` and `tolong` are ordinary verbs and stay allowed. */
const BANNED = {
  en: /\b(?:invalid|illegal|please|sorry|oops|whoops|bad input)\b|!/gi,
  id: /\b(?:invalid|tidak valid|ilegal|maaf|mohon|ups)\b|!/gi,
} as const;

const LONGEST_SENTENCE = 20;

const AREAS = filesBelow('src/text/messages/en', '.json').map((file) =>
  file.slice(file.lastIndexOf('/') + 1),
);

function area(lang: string, name: string): Messages {
  return JSON.parse(readProject(`src/text/messages/${lang}/${name}`)) as Messages;
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{[a-z-]+\}/gi))].toSorted();
}

/** Cuts a text at the end of sentences, clauses and lines; what is left is what a reader takes in at once. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?:;])\s+|\n/).map((sentence) => sentence.trim());
}

/** Keys that the source builds: each template such as `stage.${id}` as a pattern of the keys it can give. */
function builtKeys(source: string): RegExp[] {
  const templates = [...source.matchAll(/`((?:[a-zA-Z0-9.-]|\$\{[^`}]*\})+)`/g)].map(
    (match) => match[1] ?? '',
  );
  return templates
    .filter((template) => template.includes('${') && /[a-z]{3}/.test(template.replace(/\$\{[^}]*\}/g, '')))
    .filter((template) => template.replace(/\$\{[^}]*\}/g, '').includes('.'))
    .map((template) => {
      const pattern = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', String.raw`\.`));
      return new RegExp(`^${pattern.join('[A-Za-z0-9-]+')}$`);
    });
}

test('both languages have the same files', () => {
  expect(filesBelow('src/text/messages/id', '.json').map((file) => file.replace('/id/', '/en/'))).toEqual(
    filesBelow('src/text/messages/en', '.json'),
  );
});

describe.each(AREAS)('%s', (name) => {
  const [en, id] = [area('en', name), area('id', name)];

  test('has the same keys in both languages', () => {
    expect(Object.keys(id).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('has the same placeholders in both languages', () => {
    const places = (messages: Messages): unknown[] =>
      Object.keys(en).map((key) => [key, placeholdersOf(messages[key] ?? '')]);
    expect(places(id)).toEqual(places(en));
  });

  test.each([
    ['en', en],
    ['id', id],
  ] as const)('says something calm in every message (%s)', (lang, messages) => {
    const faults = Object.entries(messages).flatMap(([key, text]) => [
      ...(text.trim() === '' ? [`${key}: empty`] : []),
      ...(text.match(BANNED[lang]) ?? []).map((word) => `${key}: ${word}`),
    ]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['en', en],
    ['id', id],
  ] as const)(`has no sentence of more than ${LONGEST_SENTENCE} words (%s)`, (_, messages) => {
    const long = Object.entries(messages).flatMap(([key, text]) =>
      sentencesOf(text)
        .map((sentence) => ({ sentence, words: sentence.split(/\s+/).length }))
        .filter(({ words }) => words > LONGEST_SENTENCE)
        .map(({ sentence, words }) => `${key} (${words}): ${sentence}`),
    );
    expect(long).toEqual([]);
  });
});

test('no key stands in two files', () => {
  const keys = AREAS.flatMap((name) => Object.keys(area('en', name)));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(keys.toSorted()).toEqual(Object.keys(catalogue.en).toSorted());
});

test('every message is used somewhere in the program', () => {
  const source = allSource();
  const built = builtKeys(source);
  const unused = Object.keys(catalogue.en).filter(
    (key) => !source.includes(`'${key}'`) && !built.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
