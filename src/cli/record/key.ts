import { InputError } from '../../problems/input-error.ts';
import { cardIn, type KeyRole } from '../../records/keys/identity.ts';
import { addKey, revokeKey, rewrapAll } from '../../records/store/keys-of.ts';
import { entry } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import type { Shell } from '../shell.ts';
import { openWith } from './open.ts';
import type { StoreOptions } from './options.ts';
import { progressOf } from './progress.ts';

/** Lists the keys of a store: names and roles, and which were taken back. */
export async function listKeys(shell: Shell, options: StoreOptions): Promise<void> {
  const { journal, identity } = await openWith(shell, options);
  const keys = [...journal.state.keys.values()].map(({ card, revoked }) => ({
    ...card,
    revoked,
    own: card.id === identity.id,
  }));
  if (options.json === true) return shell.write(json({ schema: 'timbang.keys/1', keys }));
  const { say } = shell;
  const doc = keys.map(({ id, roles, revoked, own }) => {
    const words = [
      roles.map((role) => say(`record.role.${role}`)).join(', '),
      ...(own ? [say('record.key.own')] : []),
      ...(revoked ? [say('record.key.revoked')] : []),
    ];
    return entry(id, words.join('; '));
  });
  shell.write(print(doc, shell.look('stdout')));
}

export interface AddKeyOptions extends StoreOptions {
  readonly role?: KeyRole;
}

/** Adds a key by its line. A supervisor's key reads what is there already once it is encrypted anew. */
export async function addKeyLine(shell: Shell, line: string, options: AddKeyOptions): Promise<void> {
  const card = cardIn(line);
  if (!card) throw new InputError([{ code: 'E624', saw: '' }]);
  const store = await openWith(shell, options);
  const roles = options.role === undefined ? card.roles : [options.role];
  const written = await addKey(store, { ...card, roles });
  shell.tell(shell.say('record.key.added', { id: card.id }));
  if (roles.includes('supervisor')) {
    const { done, left } = await rewrapAll(store, progressOf(shell));
    shell.tell(shell.say('record.key.rewrapped', { done }));
    if (left > 0) shell.tell(shell.say('record.key.left', { left }));
  }
  if (options.json === true) shell.write(json({ schema: 'timbang.entries/1', entries: [written] }));
}

/** Takes a key back. */
export async function revoke(shell: Shell, id: string, options: StoreOptions): Promise<void> {
  const store = await openWith(shell, options);
  const written = await revokeKey(store, id.toUpperCase());
  if (options.json === true) return shell.write(json({ schema: 'timbang.entries/1', entries: [written] }));
  shell.tell(shell.say('record.key.revoked.done', { id: id.toUpperCase() }));
}
