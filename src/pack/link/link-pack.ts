import type { Pack } from '../../model/pack.ts';
import { twice } from '../read/collect.ts';
import { need, wordOf } from '../read/node.ts';
import { piecesOf, type RawPiece, type Section, topOf } from '../read/sections.ts';
import { linkActions, linkGroup } from './actions.ts';
import type { ConditionLinker } from './condition.ts';
import { linkContact, linkEvent, linkPanel, linkRole, linkStep } from './escalation.ts';
import { linkAnswers, linkFact, linkScreen, linkTopic } from './facts.ts';
import type { Linker } from './linker.ts';
import { checkReserved } from './reserved.ts';
import { linkPriority, linkRule } from './rules.ts';
import {
  linkConcept,
  linkConduct,
  linkConstraint,
  linkDilemma,
  linkNote,
  linkPrinciple,
  linkProperty,
  linkSource,
} from './small.ts';
import { textOf } from './words.ts';

/**
 * Makes a pack of pieces that were written: every name looked up, every shorthand spread out. What could not be linked
 * is left out and was reported, so the result is whole only where nothing was.
 */
export function linkPack(outer: Linker, digest: string): Pack {
  const top = topOf(outer.merged);
  checkReserved(outer);
  checkSharedNames(outer);
  const linker: ConditionLinker = { ...outer, answers: linkAnswers(outer) };
  const all = <Piece extends { readonly id: string }>(
    section: Section,
    link: (linker: ConditionLinker, raw: RawPiece) => Piece | undefined,
  ): ReadonlyMap<Piece['id'], Piece> => linkAll(linker, section, link);
  return {
    id: top.id,
    version: top.version,
    digest,
    title: textOf(linker, top, need(top.node, 'title')),
    languages: top.languages,
    jurisdiction: top.jurisdiction,
    placeName: textOf(linker, top, need(top.node, 'place')),
    licence: wordOf(need(top.node, 'licence')),
    reviewed: wordOf(need(top.node, 'reviewed')),
    chain: linker.merged.chain.map(({ id, version }) => ({ id, version })),
    changes: linker.merged.changes,
    topics: all('topics', linkTopic),
    facts: all('facts', linkFact),
    screens: all('screens', linkScreen),
    concepts: all('concepts', linkConcept),
    principles: all('principles', linkPrinciple),
    groups: all('groups', linkGroup),
    actions: linkActions(linker),
    rules: linkRules(linker),
    priorities: all('priorities', linkPriority),
    events: all('events', linkEvent),
    roles: all('roles', linkRole),
    steps: all('steps', linkStep),
    contacts: all('contacts', linkContact),
    panel: linkPanel(linker),
    constraints: all('constraints', linkConstraint),
    notes: all('notes', linkNote),
    conduct: all('conduct', linkConduct),
    sources: all('sources', linkSource),
    dilemmas: all('dilemmas', linkDilemma),
    properties: all('properties', linkProperty),
  };
}

function linkAll<Piece extends { readonly id: string }>(
  linker: ConditionLinker,
  section: Section,
  link: (linker: ConditionLinker, raw: RawPiece) => Piece | undefined,
): ReadonlyMap<Piece['id'], Piece> {
  const linked = [...piecesOf(linker.merged, section).values()].map((raw) => link(linker, raw));
  return new Map(linked.filter((piece) => piece !== undefined).map((piece) => [piece.id, piece]));
}

function linkRules(linker: ConditionLinker): Pack['rules'] {
  const written = [
    ...piecesOf(linker.merged, 'rules').values(),
    ...piecesOf(linker.merged, 'safeguards').values(),
  ];
  return new Map(written.flatMap((raw) => linkRule(linker, raw)).map((rule) => [rule.id, rule]));
}

/** Rules and safeguards become one list, so they share one set of names. */
function checkSharedNames({ merged, report }: Linker): void {
  for (const [id, { at }] of piecesOf(merged, 'safeguards')) {
    const rule = piecesOf(merged, 'rules').get(id);
    if (rule) report(twice(id, at, rule.at));
  }
}
