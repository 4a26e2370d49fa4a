import { isScalar, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Problem } from '../problems/problem.ts';
import { placeOf, type Source } from './source.ts';

type Pair = YAMLMap.Parsed['items'][number];

/**
 * Finds the first word in braces that became a key without a value, and says what was probably meant.
 *
 * @returns at that word, with `values.meant` in the author's own words. E111: the comma belonged to a text, as in
 *   `{ en: Yes, serious }`. E112: a concept stands beside other conditions, as in `{ learned: yes, serious-danger }`.
 */
export function bareKeys(map: YAMLMap.Parsed, source: Source): Problem | undefined {
  const at = map.items.findIndex(isBare);
  const bare = map.items[at];
  if (!bare) return undefined;
  const place = placeOf(source, bare.key.range[0], bare.key.range[1]);
  const saw = written(bare.key, source);
  const before = map.items[at - 1];
  if (before && isLanguage(before.key)) {
    const rest = map.items.slice(at);
    const after = rest.findIndex((pair) => !isBare(pair));
    const pieces = rest.slice(0, after === -1 ? rest.length : after).map(({ key }) => written(key, source));
    const text = [before.value ? written(before.value, source) : '', ...pieces].join(', ');
    return {
      code: 'E111',
      place,
      saw,
      values: { meant: `${written(before.key, source)}: "${text.replaceAll('"', '')}"` },
    };
  }
  return { code: 'E112', place, saw, values: { meant: conditionMeant(map.items, source) } };
}

// A key with a colon and nothing after it has an empty value; one without a colon has none at all.
function isBare({ value }: Pair): boolean {
  return value === null;
}

function isLanguage(key: ParsedNode): boolean {
  return isScalar(key) && /^[a-z]{2,3}$/.test(String((key as Scalar).value));
}

function conditionMeant(pairs: readonly Pair[], source: Source): string {
  const parts = pairs.map(({ key, value }) =>
    value === null ? written(key, source) : `{ ${written(key, source)}: ${written(value, source)} }`,
  );
  return parts.length === 1 ? (parts[0] ?? '') : `all: [${parts.join(', ')}]`;
}

function written(node: ParsedNode, source: Source): string {
  return source.text.slice(node.range[0], node.range[1]);
}
