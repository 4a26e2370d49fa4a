import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { crockford } from '../../files/record-id.ts';
import { lockStore } from '../disk/lock.ts';
import { faultOf, privateFolder, replaceFile } from '../disk/safe-file.ts';
import { sharedBy } from '../disk/shared-folder.ts';
import { appendEntry, sealed } from '../journal/append.ts';
import type { Policy } from '../journal/entry.ts';
import { journalAt } from '../journal/journal.ts';
import { cardOf, type Identity, type KeyRole } from '../keys/identity.ts';
import { layoutOf } from './layout.ts';

export interface NewStore {
  readonly folder: string;
  readonly identity: Identity;
  readonly roles: readonly KeyRole[];
  /** The key that the agency keeps apart. */
  readonly recovery: Identity;
  readonly policy: Policy;
  readonly at: Date;
  /** What README.txt says in the folder. */
  readonly readMe: string;
}

/**
 * Checks that a store can be made in a folder.
 *
 * @throws InputError. E602: one is there. E615: the folder is open to others. E616: it is shared by a network or by a
 *   sync client. E631: it cannot be made.
 */
export function checkPlace(folder: string): void {
  if (existsSync(layoutOf(folder).journal)) throw faultOf('E602', folder);
  const shared = sharedBy(folder);
  if (shared) throw faultOf('E616', folder);
  privateFolder(folder);
}

/** Makes a store: its folders, and the first entry, which says its keys. */
export async function initStore(made: NewStore): Promise<void> {
  const { folder, identity, roles, recovery, policy, at, readMe } = made;
  checkPlace(folder);
  const layout = layoutOf(folder);
  for (const one of [layout.records, layout.drafts, layout.indexes]) privateFolder(one);
  const lock = await lockStore(folder);
  try {
    replaceFile(layout.readMe, Buffer.from(readMe));
    const journal = journalAt(layout.journal);
    const draft = {
      kind: 'made',
      store: crockford(randomBytes(12)),
      key: await cardOf(identity, roles),
      recovery: await cardOf(recovery, ['recovery']),
      policy,
    } as const;
    appendEntry(journal, sealed(journal, draft, { identity, at }), lock);
  } finally {
    await lock.release();
  }
}
