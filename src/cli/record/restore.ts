import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../problems/input-error.ts';
import { cardOf, newIdentity } from '../../records/keys/identity.ts';
import { noteEntry } from '../../records/store/keep.ts';
import { addKey, readAll, rewrapAll } from '../../records/store/keys-of.ts';
import { openStore } from '../../records/store/open-store.ts';
import type { Store } from '../../records/store/store.ts';
import { entry, text, title } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { clean } from '../../render/spans.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { keepIdentity } from './init.ts';
import type { StoreOptions } from './options.ts';
import { progressOf } from './progress.ts';
import { newPassphrase, unlock } from './unlock.ts';
import { recordPlaces } from './where.ts';

export interface RestoreOptions extends StoreOptions {
  readonly recovery: string;
  readonly rehearse?: boolean;
  readonly unprotected?: boolean;
}

/**
 * With the agency's recovery key: reads every piece (`--rehearse`), or makes a new key for whoever goes on, and encrypts
 * everything for it.
 */
export async function restore(shell: Shell, options: RestoreOptions): Promise<void> {
  const { store: folder, identity: file } = recordPlaces(shell, options);
  const recoveryFile = path.resolve(shell.host.cwd, options.recovery);
  const identity = await unlock(shell, recoveryFile);
  const store = await openAsRecovery(shell, { folder, identity, file: recoveryFile });
  if (options.rehearse === true) return rehearse(shell, store, options);
  if (existsSync(file)) throw new InputError([{ code: 'E602', saw: file }]);
  const passphrase = options.unprotected === true ? undefined : await newPassphrase(shell);
  const made = await newIdentity();
  await keepIdentity(shell, { identity: made, file, passphrase });
  await addKey(store, await cardOf(made, ['supervisor', 'administrator']));
  const { done } = await rewrapAll(store, progressOf(shell));
  await noteEntry(store, { kind: 'restored', count: done });
  shell.tell(shell.say('record.restored', { id: made.id, key: clean(file), done }));
}

interface AsRecovery {
  readonly folder: string;
  readonly identity: Store['identity'];
  readonly file: string;
}

/** E626: the key is not the one that was made with the store. */
async function openAsRecovery(shell: Shell, { folder, identity, file }: AsRecovery): Promise<Store> {
  const fault = new InputError([{ code: 'E626', saw: file }]);
  const store = await openStore({ folder, identity, clock: shell.clock }).catch((error: unknown) => {
    if (error instanceof InputError && error.problems[0]?.code === 'E605') throw fault;
    throw error;
  });
  if (store.journal.state.recovery?.id !== identity.id) throw fault;
  return store;
}

async function rehearse(shell: Shell, store: Store, { json: asJson }: RestoreOptions): Promise<void> {
  const { good, bad } = await readAll(store, progressOf(shell));
  await noteEntry(store, { kind: 'rehearsed', count: good });
  if (bad.length > 0) shell.raise(EXIT.found);
  if (asJson === true) return shell.write(json({ schema: 'timbang.rehearsal/1', good, bad }));
  const { say } = shell;
  const doc = [
    title(say(bad.length === 0 ? 'record.rehearsed.good' : 'record.rehearsed.bad', { count: bad.length })),
    ...bad.map((file) => entry('', file)),
    text(say('record.rehearsed.pieces', { good })),
  ];
  shell.write(print(doc, shell.look('stdout')));
}
