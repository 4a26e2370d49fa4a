import type { Piece, Rule } from '../../model/pack.ts';
import {
  actionEntries,
  contactEntries,
  type Entry,
  factEntries,
  priorityEntries,
  roleEntries,
  ruleEntries,
  type Speller,
  sourceEntries,
  stepEntries,
} from './spread.ts';
import {
  conceptEntries,
  conductEntries,
  constraintEntries,
  dilemmaEntries,
  groupEntries,
  noteEntries,
  principleEntries,
  screenEntries,
  topicEntries,
} from './spread-small.ts';

/** One piece with the lines that spell it out, and the one line by which it is known in a list. */
export interface SpeltPiece {
  readonly piece: Piece<string>;
  readonly entries: readonly Entry[];
  readonly title: string;
}

/** A section as its author writes it. */
export interface PieceSection {
  readonly section: string;
  readonly pieces: readonly SpeltPiece[];
}

/** Lists the sections of a pack in the order in which a reader meets them, each piece in the order of the files. */
export function sectionsOf(speller: Speller): PieceSection[] {
  const { pack } = speller;
  const rulesThat = (safeguard: boolean): ReadonlyMap<string, Rule> =>
    new Map([...pack.rules].filter(([, rule]) => rule.safeguard === safeguard));
  const section = <P extends Piece<string>>(
    name: string,
    pieces: ReadonlyMap<string, P>,
    spell: (piece: P, speller: Speller) => Entry[],
  ): PieceSection => ({
    section: name,
    pieces: [...pieces.values()].map((piece) => {
      const entries = spell(piece, speller);
      return { piece, entries, title: titleOf(entries) };
    }),
  });
  return [
    section('topics', pack.topics, topicEntries),
    section('facts', pack.facts, factEntries),
    section('screens', pack.screens, screenEntries),
    section('concepts', pack.concepts, conceptEntries),
    section('principles', pack.principles, principleEntries),
    section('groups', pack.groups, groupEntries),
    section('actions', pack.actions, actionEntries),
    section('rules', rulesThat(false), ruleEntries),
    section('priorities', pack.priorities, priorityEntries),
    section('safeguards', rulesThat(true), ruleEntries),
    section('roles', pack.roles, roleEntries),
    section('steps', pack.steps, stepEntries),
    section('contacts', pack.contacts, contactEntries),
    section('dilemmas', pack.dilemmas, dilemmaEntries),
    section('constraints', pack.constraints, constraintEntries),
    section('notes', pack.notes, noteEntries),
    section('conduct', pack.conduct, conductEntries),
    section('sources', pack.sources, sourceEntries),
  ];
}

const WORDS = ['text', 'ask', 'name', 'title'];
const NORMS = ['must', 'should', 'may', 'should-not', 'must-not'];

function titleOf(entries: readonly Entry[]): string {
  const text = entries.find(({ key }) => WORDS.includes(key));
  if (typeof text?.value === 'string') return text.value;
  const norm = entries.find(({ key }) => NORMS.includes(key));
  if (typeof norm?.value === 'string') return `${norm.key}: ${norm.value}`;
  const said = entries.find(({ key }) => key === 'because' || key === 'when');
  return typeof said?.value === 'string' ? said.value : '';
}
