import { get, type Node } from '../../document/node.ts';
import type { OverlayChange } from '../../model/pack.ts';
import type { Problem } from '../../problems/problem.ts';
import { textOf } from '../link/words.ts';
import { problemAt } from '../problem-at.ts';
import { saysYes } from './node.ts';
import {
  type Draft,
  type Merged,
  type PackHeader,
  piecesOf,
  type RawPiece,
  SECTIONS,
  type Section,
  type Sections,
} from './sections.ts';

type Report = (problem: Problem) => void;
type Change = Merged['changedAt'][number];

interface Layer {
  readonly draft: Draft;
  readonly below: Merged;
  readonly report: Report;
  readonly changes: OverlayChange[];
  readonly changedAt: Change[];
}

/**
 * Lays drafts over each other: the pack that everything rests on last in the list, the one asked for first.
 *
 * E332: an id that is there below, without `replaces`. E333: nothing below to switch off. E334: `replaces` and nothing
 * below. E335: an absolute rule is replaced or switched off. E337: a layer speaks a language that one below lacks.
 */
export function layOver(drafts: readonly Draft[], report: Report): Merged {
  let merged: Merged = { chain: [], sections: new Map(), changes: [], changedAt: [] };
  for (const draft of drafts.toReversed()) merged = layOne(draft, merged, report);
  return merged;
}

function layOne(draft: Draft, below: Merged, report: Report): Merged {
  const layer: Layer = { draft, below, report, changes: [...below.changes], changedAt: [...below.changedAt] };
  checkLanguages(draft.header, below, report);
  const off = switchOff(layer);
  const sections = new Map(SECTIONS.map((section) => [section, layedSection(layer, section, off)]));
  return {
    chain: [draft.header, ...below.chain],
    sections,
    changes: layer.changes,
    changedAt: layer.changedAt,
  };
}

function layedSection(
  layer: Layer,
  section: Section,
  off: ReadonlySet<RawPiece>,
): ReadonlyMap<string, RawPiece> {
  const kept = [...piecesOf(layer.below, section)].filter(([, raw]) => !off.has(raw));
  const pieces = new Map(kept);
  for (const [id, raw] of piecesOf(layer.draft, section)) {
    const old = piecesOf(layer.below, section).get(id);
    const reason = replacesOf(raw);
    if (!old && reason) layer.report(problemAt('E334', reason.place, id));
    if (old && !off.has(old) && !mayReplace(layer, raw, old)) continue;
    pieces.set(id, raw);
  }
  return pieces;
}

/** A concept may be a bare name, and a principle's own words stand at the head of its file. */
function replacesOf(raw: RawPiece): Node | undefined {
  return get(raw.node, 'replaces');
}

function mayReplace(layer: Layer, raw: RawPiece, old: RawPiece): boolean {
  const reason = replacesOf(raw);
  if (!reason) {
    layer.report(
      problemAt('E332', raw.at, {
        saw: raw.id,
        values: { pack: old.pack.id, file: old.at.file, line: old.at.line },
      }),
    );
    return false;
  }
  return record(layer, { piece: raw, old, how: 'replaced', reason });
}

function switchOff(layer: Layer): ReadonlySet<RawPiece> {
  const off = new Set<RawPiece>();
  for (const { section, id, at, reason } of layer.draft.switchedOff) {
    const old = piecesOf(layer.below, section).get(id);
    if (!old) {
      layer.report(problemAt('E333', at, { saw: id, expected: [...piecesOf(layer.below, section).keys()] }));
    } else if (record(layer, { piece: { section, id, at }, old, how: 'switched-off', reason })) {
      off.add(old);
    }
  }
  return off;
}

interface Recorded {
  readonly piece: Pick<RawPiece, 'section' | 'id' | 'at'>;
  readonly old: RawPiece;
  readonly how: OverlayChange['how'];
  readonly reason: Node;
}

function record(layer: Layer, { piece, old, how, reason }: Recorded): boolean {
  const { section, id, at } = piece;
  const pack = layer.draft.header;
  if (saysYes(get(old.node, 'absolute'))) {
    layer.report(problemAt('E335', at, { saw: id, values: { pack: old.pack.id } }));
    return false;
  }
  const place = { file: at.file, line: at.line, column: at.column };
  layer.changes.push({ section, id, how, reason: textOf(layer, pack, reason), pack: pack.id, place });
  layer.changedAt.push({ section, id, at, below: old });
  return true;
}

function checkLanguages(
  top: PackHeader,
  below: { readonly chain: Merged['chain']; readonly sections: Sections },
  report: Report,
): void {
  for (const under of below.chain) {
    for (const language of top.languages.filter((spoken) => !under.languages.includes(spoken))) {
      const place = get(top.node, 'languages')?.place ?? top.node.place;
      report(
        problemAt('E337', place, { saw: language, expected: under.languages, values: { pack: under.id } }),
      );
    }
  }
}
