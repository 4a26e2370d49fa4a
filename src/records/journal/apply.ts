import type { RecordState } from '../../model/record.ts';
import type { Entry } from './entry.ts';
import { type JournalState, type Trail, WITH_PIECE } from './state.ts';

/** Adds one entry to what the ones before it say. The entry was allowed by `refusal`. */
export function apply(state: JournalState, entry: Entry): void {
  switch (entry.kind) {
    case 'made':
      return begin(state, entry);
    case 'key-added':
      if (entry.key) state.keys.set(entry.key.id, { card: entry.key, revoked: false });
      return;
    case 'key-revoked': {
      const key = state.keys.get(entry.revoked ?? '');
      if (key) key.revoked = true;
      return;
    }
    case 'recorded':
      if (entry.record) state.trails.set(entry.record, newTrail(entry));
      return ofPiece(state, entry);
    default:
      return ofPiece(state, entry);
  }
}

function begin(state: JournalState, { store = '', key, recovery, policy }: Entry): void {
  state.store = store;
  state.recovery = recovery;
  state.policy = policy ?? state.policy;
  for (const card of [key, recovery]) if (card) state.keys.set(card.id, { card, revoked: false });
}

function newTrail({ record, actor }: Entry): Trail {
  return {
    id: record as Trail['id'],
    author: actor,
    version: 0,
    state: 'pending',
    pieces: [],
    followUps: 0,
    held: false,
    purgeAskedBy: undefined,
    purged: false,
  };
}

/** The state that an entry leaves a record in; absent: as it was. */
const LEAVES: Readonly<Partial<Record<Entry['kind'], RecordState>>> = {
  amended: 'pending',
  returned: 'returned',
  'signed-off': 'signed',
};

function ofPiece(state: JournalState, entry: Entry): void {
  const trail = entry.record && state.trails.get(entry.record);
  if (!trail) return;
  trail.state = LEAVES[entry.kind] ?? trail.state;
  if (entry.kind === 'recorded' || entry.kind === 'amended') trail.version += 1;
  if (entry.kind === 'followed-up') trail.followUps += 1;
  if (entry.kind === 'held' || entry.kind === 'released') trail.held = entry.kind === 'held';
  if (entry.kind === 'purge-asked') trail.purgeAskedBy = entry.actor;
  if (entry.kind === 'purged') {
    trail.purged = true;
    trail.pieces.length = 0;
  }
  if (WITH_PIECE.has(entry.kind)) {
    const { piece: number = 0, version = 0, commitment = '', cipher = '', seq, kind, actor } = entry;
    trail.pieces.push({ number, kind, version, commitment, cipher, seq, actor });
  }
  const again = entry.kind === 'rewrapped' ? trail.pieces[(entry.piece ?? 0) - 1] : undefined;
  if (again) again.cipher = entry.cipher ?? '';
}
