import type { EntryKind } from '../../model/record.ts';
import type { Code } from '../../problems/codes.ts';
import type { KeyRole } from '../keys/identity.ts';
import type { Entry } from './entry.ts';
import { type JournalState, type Trail, WITH_PIECE } from './state.ts';

const WRITERS: readonly KeyRole[] = ['worker', 'supervisor'];
const REVIEWERS: readonly KeyRole[] = ['supervisor'];
const READERS: readonly KeyRole[] = ['worker', 'supervisor', 'administrator', 'recovery'];
const KEEPERS: readonly KeyRole[] = ['supervisor', 'administrator'];
const HOLDERS_OF_KEYS: readonly KeyRole[] = ['administrator', 'recovery'];

/** Which roles may make which entry. */
export const MAY: Readonly<Record<EntryKind, readonly KeyRole[]>> = {
  made: ['administrator'],
  'key-added': HOLDERS_OF_KEYS,
  'key-revoked': HOLDERS_OF_KEYS,
  recorded: WRITERS,
  amended: WRITERS,
  'followed-up': WRITERS,
  commented: WRITERS,
  returned: REVIEWERS,
  'signed-off': REVIEWERS,
  viewed: READERS,
  exported: READERS,
  printed: READERS,
  redacted: READERS,
  held: KEEPERS,
  released: KEEPERS,
  'purge-asked': KEEPERS,
  purged: KEEPERS,
  checkpointed: READERS,
  rewrapped: HOLDERS_OF_KEYS,
  rehearsed: ['recovery'],
  restored: ['recovery'],
};

/** An entry before it is signed, as the rules see it. */
export type Proposed = Omit<Entry, 'seq' | 'prev' | 'at' | 'sig'>;

/**
 * Says why an entry may not follow on what is there; `undefined`: it may. The same is asked before one is written and of
 * every one that is verified, so that who can write the file gets no further than who uses the program.
 */
export function refusal(state: JournalState, entry: Proposed): Code | undefined {
  if (entry.kind === 'made') return state.store === '' ? undefined : 'E602';
  const key = state.keys.get(entry.actor);
  if (!key || key.revoked) return 'E605';
  if (!key.card.roles.some((role) => MAY[entry.kind].includes(role))) return 'E606';
  if (entry.kind === 'key-added') return entry.key && state.keys.has(entry.key.id) ? 'E632' : undefined;
  if (entry.kind === 'key-revoked')
    return entry.revoked !== undefined && state.keys.has(entry.revoked) ? undefined : 'E625';
  if (entry.record === undefined) return undefined;
  const trail = state.trails.get(entry.record);
  if (entry.kind === 'recorded') return trail ? 'E620' : pieceFits(entry, undefined);
  if (!trail) return 'E608';
  // That it was there may still be said of a record that is gone.
  if (trail.purged) return entry.kind === 'exported' && entry.count !== undefined ? undefined : 'E628';
  return pieceFits(entry, trail) ?? ofRecord(state, trail, entry);
}

function pieceFits(entry: Proposed, trail: Trail | undefined): Code | undefined {
  if (!WITH_PIECE.has(entry.kind)) return undefined;
  const version = entry.kind === 'recorded' ? 1 : (trail?.version ?? 0) + (entry.kind === 'amended' ? 1 : 0);
  return entry.piece === (trail?.pieces.length ?? 0) + 1 && entry.version === version ? undefined : 'E612';
}

function ofRecord(state: JournalState, trail: Trail, entry: Proposed): Code | undefined {
  const own = trail.author === entry.actor;
  switch (entry.kind) {
    case 'amended':
    case 'followed-up':
    case 'commented':
      return own || isReviewer(state, entry.actor) ? undefined : 'E606';
    case 'returned':
      return trail.state === 'pending' ? undefined : 'E617';
    case 'signed-off':
      if (trail.state === 'signed') return 'E617';
      if (own && !state.policy.ownSignOff) return 'E607';
      return (entry.own === true) === own ? undefined : 'E607';
    case 'purge-asked':
      return trail.held ? 'E618' : undefined;
    case 'purged':
      return purge(trail, entry.actor);
    case 'rewrapped':
      return trail.pieces[(entry.piece ?? 0) - 1] ? undefined : 'E612';
    default:
      return undefined;
  }
}

/** What was signed off goes only when two people say so. */
function purge(trail: Trail, actor: string): Code | undefined {
  if (trail.held) return 'E618';
  if (!wasSigned(trail)) return undefined;
  return trail.purgeAskedBy !== undefined && trail.purgeAskedBy !== actor ? undefined : 'E630';
}

/** Whether any version of it was signed off. */
export function wasSigned(trail: Trail): boolean {
  return trail.pieces.some(({ kind }) => kind === 'signed-off');
}

function isReviewer(state: JournalState, actor: string): boolean {
  return state.keys.get(actor)?.card.roles.includes('supervisor') ?? false;
}
