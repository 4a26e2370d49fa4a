import type { Node } from '../../document/node.ts';
import type { PackId } from '../../model/ids.ts';
import type { OverlayChange } from '../../model/pack.ts';
import type { Lang } from '../../model/text.ts';
import { Bug } from '../../problems/bug.ts';
import type { ProblemPlace } from '../../problems/problem.ts';

/** Sections whose pieces have an id of their own, in the order in which they are linked. */
export const SECTIONS = [
  'sources',
  'topics',
  'facts',
  'screens',
  'concepts',
  'principles',
  'groups',
  'actions',
  'rules',
  'safeguards',
  'priorities',
  'events',
  'contacts',
  'panel',
  'roles',
  'dilemmas',
  'steps',
  'constraints',
  'notes',
  'conduct',
  'properties',
] as const;
export type Section = (typeof SECTIONS)[number];

/** The lines of a file that count for the pieces of that file alone. */
export interface FileHeader {
  readonly stage?: Node;
  readonly topic?: Node;
  readonly principle?: Node;
  readonly forAll?: Node;
}

/** What `pack.yaml` says, read as far as linking needs it. */
export interface PackHeader {
  readonly id: PackId;
  readonly version: string;
  readonly languages: readonly Lang[];
  readonly jurisdiction: string;
  readonly recheckAfter?: string;
  readonly extends?: Node;
  readonly node: Node;
  /** As the user named it; paths inside it are joined with `/`. */
  readonly folder: string;
}

/** A piece as it was written: found, not yet linked. */
export interface RawPiece {
  readonly section: Section;
  readonly id: string;
  /** Where its id stands. */
  readonly at: ProblemPlace;
  readonly node: Node;
  readonly header: FileHeader;
  readonly pack: PackHeader;
}

/** A line under `switched-off`: a piece of the pack below that no longer holds, and why. */
export interface SwitchedOff {
  readonly section: Section;
  readonly id: string;
  readonly at: ProblemPlace;
  readonly reason: Node;
}

export type Sections = ReadonlyMap<Section, ReadonlyMap<string, RawPiece>>;

/** One pack as written, before it is laid over another. */
export interface Draft {
  readonly header: PackHeader;
  readonly sections: Sections;
  readonly switchedOff: readonly SwitchedOff[];
}

/** A chain of packs laid over each other; still not linked. */
export interface Merged {
  /** The pack that was asked for first, then what it extends. */
  readonly chain: readonly PackHeader[];
  readonly sections: Sections;
  readonly changes: readonly OverlayChange[];
  /** Where each change stands, to report what it may not do. */
  readonly changedAt: readonly {
    readonly section: Section;
    readonly id: string;
    readonly at: ProblemPlace;
    readonly below: RawPiece;
  }[];
}

/** The header of the pack that was asked for. */
export function topOf(merged: Merged): PackHeader {
  const [top] = merged.chain;
  if (!top) throw new Bug('a chain of packs is empty');
  return top;
}

/** The pieces of one section by id; none is an empty map. */
export function piecesOf(
  merged: { readonly sections: Sections },
  section: Section,
): ReadonlyMap<string, RawPiece> {
  return merged.sections.get(section) ?? new Map();
}
