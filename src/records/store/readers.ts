import type { JournalState, Trail } from '../journal/state.ts';
import type { Store } from './store.ts';

/** For whom the pieces of a record are encrypted: who decided, every supervisor, and the agency's recovery key. */
export function readersOf({ keys }: JournalState, author: string): string[] {
  return [...keys.values()]
    .filter(
      ({ card, revoked }) =>
        !revoked &&
        (card.id === author || card.roles.includes('supervisor') || card.roles.includes('recovery')),
    )
    .map(({ card }) => card.age);
}

/** Whether this key is among the readers of a record. */
export function mayRead({ identity, journal }: Store, { author }: Trail): boolean {
  const key = journal.state.keys.get(identity.id);
  return (
    author === identity.id ||
    (key?.card.roles.some((role) => role === 'supervisor' || role === 'recovery') ?? false)
  );
}
