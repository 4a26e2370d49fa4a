import type { Pack, Piece } from '../../model/pack.ts';

/** The published object of `timbang rules list --json`: every piece with its id, place and texts in all languages. */
export interface PackListing {
  readonly schema: 'timbang.rules/1';
  readonly toolVersion: string;
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  readonly [section: string]: unknown;
}

/** Lists a pack for programs, in the order of the files; keys of a piece are those of the model. */
export function listPack(pack: Pack, toolVersion: string): PackListing {
  const rules = [...pack.rules.values()];
  return {
    schema: 'timbang.rules/1',
    toolVersion,
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    topics: piecesOf(pack.topics.values()),
    facts: piecesOf(pack.facts.values()),
    screens: piecesOf(pack.screens.values()),
    concepts: piecesOf(pack.concepts.values()),
    principles: piecesOf(pack.principles.values()),
    groups: piecesOf(pack.groups.values()),
    actions: piecesOf(pack.actions.values()),
    rules: piecesOf(rules.filter((rule) => !rule.safeguard)),
    priorities: piecesOf(pack.priorities.values()),
    safeguards: piecesOf(rules.filter((rule) => rule.safeguard)),
    roles: piecesOf(pack.roles.values()),
    events: piecesOf(pack.events.values()),
    escalation: piecesOf(pack.steps.values()),
    contacts: piecesOf(pack.contacts.values()),
    dilemmas: piecesOf(pack.dilemmas.values()),
    constraints: piecesOf(pack.constraints.values()),
    notes: piecesOf(pack.notes.values()),
    conduct: piecesOf(pack.conduct.values()),
    sources: piecesOf(pack.sources.values()),
  };
}

function piecesOf(pieces: Iterable<Piece<string>>): unknown[] {
  return [...pieces].map(({ id, place, pack, ...rest }) => ({ id, place, pack, ...plain(rest) }));
}

/** Maps become objects, so that they print; an interval without an upper end prints as null. */
function plain(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}

function plainValue(value: unknown): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null ? plain(value) : value;
}
