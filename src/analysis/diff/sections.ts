import type { Pack } from '../../model/pack.ts';
import { DIFF_SECTIONS, type SectionDiff } from '../../model/pack-diff.ts';

/** Compares the pieces of two packs by what they say; where they stand in their files does not matter. */
export function sectionDiffs(first: Pack, second: Pack): SectionDiff[] {
  return DIFF_SECTIONS.map((section) => {
    const [one, other] = [textsOf(first[section]), textsOf(second[section])];
    return {
      section,
      onlyFirst: [...one.keys()].filter((id) => !other.has(id)).sort(),
      onlySecond: [...other.keys()].filter((id) => !one.has(id)).sort(),
      changed: [...one].flatMap(([id, text]) => (other.has(id) && other.get(id) !== text ? [id] : [])).sort(),
    };
  });
}

/** Each piece as one text: keys sorted, maps as lists, without its place and the pack that wrote it. */
function textsOf(pieces: ReadonlyMap<string, object>): Map<string, string> {
  return new Map([...pieces].map(([id, piece]) => [id, textOf(piece)]));
}

function textOf(piece: object): string {
  return JSON.stringify(piece, (key, value: unknown) => {
    if (key === 'place' && typeof value === 'object' && value !== null && 'line' in value) return undefined;
    if (key === 'pack' || value === null || typeof value !== 'object')
      return key === 'pack' ? undefined : value;
    if (value instanceof Map) return [...(value as ReadonlyMap<string, unknown>)];
    if (Array.isArray(value)) return value as unknown[];
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
