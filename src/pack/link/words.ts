import { get, type Node } from '../../document/node.ts';
import type { SourceId } from '../../model/ids.ts';
import type { Citation } from '../../model/pack.ts';
import type { Text } from '../../model/text.ts';
import { given, problemAt } from '../problem-at.ts';
import { fieldsOf, itemsOf, wordOf } from '../read/node.ts';
import { type PackHeader, piecesOf, type RawPiece } from '../read/sections.ts';
import { type Linker, referWord } from './linker.ts';

/** The ready-made answers of `answers: yes-no`, in the languages in which they are ready-made. */
const YES_NO: Readonly<Record<'yes' | 'no', Text>> = {
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
};

/**
 * Reads a text in every language of the pack that wrote it.
 *
 * E316: a language is missing. E317: a key is no language of the pack.
 */
export function textOf(linker: Pick<Linker, 'report'>, pack: PackHeader, node: Node): Text {
  const text: Record<string, string> = {};
  for (const { key, at, node: words } of fieldsOf(node)) {
    if (key === 'replaces') continue;
    if (pack.languages.includes(key)) text[key] = wordOf(words);
    else linker.report(problemAt('E317', at, { saw: key, expected: pack.languages }));
  }
  for (const language of pack.languages) {
    if (text[language] !== undefined) continue;
    linker.report(problemAt('E316', node.place, { saw: language, values: { language } }));
  }
  return text;
}

/** The text under a key, or `undefined` where the key is left out. */
export function textUnder(linker: Linker, raw: RawPiece, key: string): Text | undefined {
  const found = get(raw.node, key);
  return found && textOf(linker, raw.pack, found);
}

/** The two answers of `yes-no`, in the languages of the pack. E346: a language has no ready-made ones. */
export function yesNoOf(
  linker: Linker,
  pack: PackHeader,
  node: Node,
): readonly { id: 'yes' | 'no'; text: Text }[] {
  const missing = pack.languages.filter((language) => !Object.hasOwn(YES_NO.yes, language));
  for (const language of missing)
    linker.report(problemAt('E346', node.place, { saw: language, values: { language } }));
  return [
    { id: 'yes', text: YES_NO.yes },
    { id: 'no', text: YES_NO.no },
  ];
}

/** Reads `source#place`. E311: no such source. E312: the source declares no such place. */
export function citationOf(linker: Linker, node: Node): Citation | undefined {
  const [word = '', ...rest] = wordOf(node).split('#');
  const source = referWord<SourceId>(linker, 'sources', { word, at: node.place });
  if (!source) return undefined;
  if (rest.length === 0) return { source };
  const place = rest.join('#');
  const raw = piecesOf(linker.merged, 'sources').get(source);
  const declared = raw && get(raw.node, 'places');
  const places = declared ? fieldsOf(declared).map(({ key }) => key) : [];
  if (!places.includes(place)) {
    linker.report(problemAt('E312', node.place, { saw: place, expected: places, values: { source } }));
    return undefined;
  }
  return { source, ...given('place', place) };
}

/** Reads a list of citations; left out: none. */
export function citationsOf(linker: Linker, node: Node | undefined): Citation[] {
  if (!node) return [];
  return itemsOf(node)
    .map((item) => citationOf(linker, item))
    .filter((citation) => citation !== undefined);
}
