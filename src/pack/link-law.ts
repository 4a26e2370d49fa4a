import type { Node } from '../document/node.ts';
import type { Pack, Property } from '../model/pack.ts';
import type { Problem } from '../problems/problem.ts';
import type { ConditionLinker } from './link/condition.ts';
import { linkProperty } from './link/small.ts';
import type { PackHeader, RawPiece, Section, Sections } from './read/sections.ts';

/** Sections that a law may name pieces of. */
const NAMED = ['facts', 'concepts', 'topics', 'actions', 'roles'] as const satisfies readonly Section[];

/**
 * Links a law of a scenario, written like a property of a pack, against a pack that is loaded already. What it names and
 * the pack does not have is reported: E301 to E307, E302, E318, E319, E338, E401.
 *
 * @param id how the law is called where it is told of
 */
export function linkLaw(
  node: Node,
  id: string,
  { pack, report }: { readonly pack: Pack; readonly report: (problem: Problem) => void },
): Property {
  const header: PackHeader = {
    id: pack.id,
    version: pack.version,
    languages: pack.languages,
    jurisdiction: pack.jurisdiction,
    node,
    folder: '',
  };
  const raw = (section: Section, name: string): RawPiece => ({
    section,
    id: name,
    at: node.place,
    node,
    header: {},
    pack: header,
  });
  // A law looks names up and nothing behind them.
  const sections: Sections = new Map(
    NAMED.map((section) => [
      section,
      new Map([...pack[section].keys()].map((name: string) => [name, raw(section, name)])),
    ]),
  );
  const linker: ConditionLinker = {
    merged: { chain: [header], sections, changes: [], changedAt: [] },
    report,
    answers: new Map([...pack.facts.values()].map(({ id: fact, answers }) => [fact, answers])),
  };
  return linkProperty(linker, raw('properties', id));
}
