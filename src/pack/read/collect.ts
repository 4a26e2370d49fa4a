import { get, type Node } from '../../document/node.ts';
import type { PackId } from '../../model/ids.ts';
import type { Problem, ProblemPlace } from '../../problems/problem.ts';
import { given, problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, itemsUnder, need, wordOf } from './node.ts';
import {
  type Draft,
  type FileHeader,
  type PackHeader,
  type RawPiece,
  SECTIONS,
  type Section,
  type SwitchedOff,
} from './sections.ts';

/** A file of a pack that has the shape it should have. */
export interface PackFile {
  readonly root: Node;
}

/**
 * Sorts what the files of one pack hold into sections, in the order in which the files are given.
 *
 * E329: two pieces of a section have one id.
 */
export function collect(
  files: readonly PackFile[],
  header: PackHeader,
  report: (problem: Problem) => void,
): Draft {
  const sections = new Map<Section, Map<string, RawPiece>>();
  const switchedOff: SwitchedOff[] = [];
  for (const { root } of files) {
    const fileHeader = fileHeaderOf(root);
    for (const raw of piecesIn(root, fileHeader, header)) add(sections, raw, report);
    const off = get(root, 'switched-off');
    if (off) switchedOff.push(...switchedOffIn(off));
  }
  return { header, sections, switchedOff };
}

/** Reads the lines of `pack.yaml` on which all else rests. */
export function packHeaderOf(node: Node, folder: string): PackHeader {
  const recheck = get(node, 'recheck-after');
  return {
    id: wordOf(need(node, 'id')) as PackId,
    version: wordOf(need(node, 'version')),
    languages: itemsUnder(node, 'languages').map(wordOf),
    jurisdiction: wordOf(need(node, 'jurisdiction')),
    ...given('recheckAfter', recheck && wordOf(recheck)),
    ...given('extends', get(node, 'extends')),
    node,
    folder,
  };
}

function add(
  sections: Map<Section, Map<string, RawPiece>>,
  raw: RawPiece,
  report: (problem: Problem) => void,
): void {
  const pieces = sections.get(raw.section) ?? new Map<string, RawPiece>();
  sections.set(raw.section, pieces);
  const first = pieces.get(raw.id);
  if (first) report(twice(raw.id, raw.at, first.at));
  else pieces.set(raw.id, raw);
}

/** The problem of an id that two pieces have, told at the second and naming the place of the first. */
export function twice(id: string, at: ProblemPlace, first: ProblemPlace): Problem {
  return problemAt('E329', at, { saw: id, values: { file: first.file, line: first.line } });
}

function fileHeaderOf(root: Node): FileHeader {
  return {
    ...given('stage', get(root, 'stage')),
    ...given('topic', get(root, 'topic')),
    ...given('principle', get(root, 'principle')),
    ...given('forAll', get(root, 'for-all')),
  };
}

function piecesIn(root: Node, header: FileHeader, pack: PackHeader): RawPiece[] {
  const pieces = fieldsOf(root).flatMap(({ key, at, node }): RawPiece[] => {
    const section = SECTIONS.find((name) => name === key);
    if (section === 'panel') return [{ section, id: 'panel', at, node, header, pack }];
    // In the file of a principle `sources` is a list: what the principle rests on, not what is declared.
    if (!section || !isMap(node)) return [];
    return fieldsOf(node).map((piece) => ({
      section,
      id: piece.key,
      at: piece.at,
      node: piece.node,
      header,
      pack,
    }));
  });
  const { principle } = header;
  const tellsOfIt = ['name', 'statement'].some((key) => get(root, key));
  if (!principle || !tellsOfIt) return pieces;
  return [
    { section: 'principles', id: wordOf(principle), at: principle.place, node: root, header, pack },
    ...pieces,
  ];
}

function switchedOffIn(node: Node): SwitchedOff[] {
  return fieldsOf(node).flatMap(({ key, node: pieces }) => {
    const section = SECTIONS.find((name) => name === key);
    if (!section) return [];
    return fieldsOf(pieces).map(({ key: id, at, node: reason }) => ({ section, id, at, reason }));
  });
}
