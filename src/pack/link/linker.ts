import type { Node } from '../../document/node.ts';
import type { Piece } from '../../model/pack.ts';
import type { Code } from '../../problems/codes.ts';
import type { Problem, ProblemPlace } from '../../problems/problem.ts';
import { problemAt } from '../problem-at.ts';
import { itemsOf, wordOf } from '../read/node.ts';
import { type Merged, piecesOf, type RawPiece, type Section } from '../read/sections.ts';

/** What every linking function needs: the written pieces, and where faults go. */
export interface Linker {
  readonly merged: Merged;
  readonly report: (problem: Problem) => void;
}

/** The id, place and pack that every piece carries. */
export function stampOf<Id extends string>({ id, at, pack }: RawPiece): Piece<Id> {
  return {
    id: id as Id,
    place: { file: at.file, line: at.line, column: at.column },
    pack: pack.id,
  };
}

/** Code for a name of each section that nothing has. */
const UNKNOWN = {
  facts: 'E301',
  concepts: 'E303',
  topics: 'E304',
  actions: 'E305',
  groups: 'E306',
  roles: 'E307',
  steps: 'E308',
  contacts: 'E309',
  events: 'E310',
  sources: 'E311',
  dilemmas: 'E314',
} as const satisfies Partial<Record<Section, Code>>;

export type Target = keyof typeof UNKNOWN;

/** Takes a word for the id of a piece of a section, or reports that no piece has it. */
export function refer<Id extends string>(linker: Linker, section: Target, node: Node): Id | undefined {
  return referWord(linker, section, { word: wordOf(node), at: node.place });
}

/** As `refer`, for a word that stands as a key or as part of a word. */
export function referWord<Id extends string>(
  linker: Linker,
  section: Target,
  { word, at }: { readonly word: string; readonly at: ProblemPlace },
): Id | undefined {
  const expected = [...piecesOf(linker.merged, section).keys()];
  if (expected.includes(word)) return word as Id;
  linker.report(problemAt(UNKNOWN[section], at, { saw: word, expected }));
  return undefined;
}

/** As `refer`, for a list or one word; each id once, in the author's order. Left out: none. */
export function referAll<Id extends string>(linker: Linker, section: Target, node: Node | undefined): Id[] {
  if (!node) return [];
  const ids = itemsOf(node).map((item) => refer<Id>(linker, section, item));
  return [...new Set(ids.filter((id) => id !== undefined))];
}
