import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../problems/input-error.ts';
import { privateFolder, writeNew } from '../../records/disk/safe-file.ts';
import { lockWith } from '../../records/keys/age.ts';
import {
  cardLine,
  cardOf,
  type Identity,
  identityText,
  type KeyRole,
  newIdentity,
} from '../../records/keys/identity.ts';
import { checkPlace, initStore } from '../../records/store/init-store.ts';
import { layoutOf } from '../../records/store/layout.ts';
import { clean } from '../../render/spans.ts';
import type { Shell } from '../shell.ts';
import type { StoreOptions } from './options.ts';
import { newPassphrase } from './unlock.ts';
import { recordPlaces } from './where.ts';

export interface InitOptions extends StoreOptions {
  readonly recovery?: string;
  readonly role?: KeyRole;
  readonly ownSignOff?: boolean;
  readonly unprotected?: boolean;
}

/**
 * Makes a store with a first key and the agency's recovery key; where a store is there already, only a key of one's own,
 * and the line with which the administrator adds it.
 */
export async function initRecords(shell: Shell, options: InitOptions): Promise<void> {
  const { store: folder, identity: file } = recordPlaces(shell, options);
  if (existsSync(file)) throw new InputError([{ code: 'E602', saw: file }]);
  if (existsSync(layoutOf(folder).journal)) return join(shell, options, file);
  const recoveryFile = path.resolve(
    shell.host.cwd,
    options.recovery ?? `timbang-recovery-${shell.today()}.txt`,
  );
  if (existsSync(recoveryFile)) throw new InputError([{ code: 'E602', saw: recoveryFile }]);
  checkPlace(folder);
  const passphrase = options.unprotected === true ? undefined : await newPassphrase(shell);
  const [identity, recovery] = [await newIdentity(), await newIdentity()];
  // Keys first: a store whose keys were lost half-way would be of no use to anybody.
  await keepIdentity(shell, { identity, file, passphrase });
  try {
    writeNew(recoveryFile, Buffer.from(recoveryText(shell, recovery)));
    await initStore({ folder, identity, recovery, ...settled(shell, options) });
  } catch (error) {
    // Nothing was kept with them yet, and the next try makes others.
    for (const one of [file, recoveryFile]) rmSync(one, { force: true });
    throw error;
  }
  const values = { store: clean(folder), key: clean(file), recovery: clean(recoveryFile), id: identity.id };
  shell.tell(shell.say('record.init.done', values));
  shell.tell(shell.say('record.init.recovery', values));
}

function settled(shell: Shell, options: InitOptions) {
  return {
    roles: [...new Set([options.role ?? 'supervisor', 'administrator'] as const)],
    policy: { ownSignOff: options.ownSignOff === true },
    at: shell.clock(),
    readMe: shell.say('record.read-me'),
  };
}

async function join(shell: Shell, options: InitOptions, file: string): Promise<void> {
  const passphrase = options.unprotected === true ? undefined : await newPassphrase(shell);
  const identity = await newIdentity();
  await keepIdentity(shell, { identity, file, passphrase });
  shell.tell(shell.say('record.init.join', { key: clean(file) }));
  shell.write(cardLine(await cardOf(identity, [options.role ?? 'worker'])));
}

interface Kept {
  readonly identity: Identity;
  readonly file: string;
  readonly passphrase: string | undefined;
}

/** Writes a key to its file, locked with its passphrase where it has one. */
export async function keepIdentity(shell: Shell, { identity, file, passphrase }: Kept): Promise<void> {
  const folder = path.dirname(file);
  if (!existsSync(folder)) privateFolder(folder);
  const text = identityText(identity, [shell.say('record.key-file')]);
  writeNew(file, Buffer.from(passphrase === undefined ? text : await lockWith(passphrase, text)));
}

function recoveryText(shell: Shell, recovery: Identity): string {
  return identityText(recovery, shell.say('record.recovery-file').split('\n'));
}
