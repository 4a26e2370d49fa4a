import { canAskSecret, readSecret } from '../../ask/secret.ts';
import { InputError } from '../../problems/input-error.ts';
import { readSafe } from '../../records/disk/safe-file.ts';
import { isLocked, unlockWith } from '../../records/keys/age.ts';
import { type Identity, identityIn } from '../../records/keys/identity.ts';
import type { Shell } from '../shell.ts';
import { terminalOf } from '../terminal.ts';

/** Keys that were unlocked in this call, so that a session asks once. */
const unlocked = new WeakMap<Shell, Map<string, Identity>>();

/** Shortest passphrase, in characters. */
export const SHORTEST = 12;

/**
 * Reads a key, and asks for its passphrase where it has one. The passphrase is typed at a terminal and nowhere else: not
 * in an argument, not in the environment.
 *
 * @throws InputError. E603: there is none. E604: another passphrase. E615: others can read it. E623: nobody can be asked.
 */
export async function unlock(shell: Shell, file: string): Promise<Identity> {
  const known = unlocked.get(shell) ?? new Map<string, Identity>();
  unlocked.set(shell, known);
  const found = known.get(file) ?? (await read(shell, file));
  known.set(file, found);
  return found;
}

async function read(shell: Shell, file: string): Promise<Identity> {
  const text = readSafe(file)?.toString('utf8');
  if (text === undefined) throw new InputError([{ code: 'E603', saw: file }]);
  const open = isLocked(text) ? await unlockWith(await passphrase(shell, file), text) : text;
  const identity = open === undefined ? undefined : identityIn(open);
  if (!identity) throw new InputError([{ code: 'E604', saw: file }]);
  return identity;
}

async function passphrase(shell: Shell, file: string): Promise<string> {
  const terminal = terminalOf(shell);
  if (!canAskSecret(terminal)) throw new InputError([{ code: 'E623', saw: file }]);
  return readSecret(terminal, shell.say('record.passphrase'));
}

/** Asks for a new passphrase, twice. E623; E627: too short, or not the same. */
export async function newPassphrase(shell: Shell): Promise<string> {
  const terminal = terminalOf(shell);
  if (!canAskSecret(terminal)) throw new InputError([{ code: 'E623', saw: '' }]);
  const first = await readSecret(terminal, shell.say('record.passphrase.new', { limit: SHORTEST }));
  const again = await readSecret(terminal, shell.say('record.passphrase.again'));
  if (first.length < SHORTEST || first !== again)
    throw new InputError([{ code: 'E627', saw: '', values: { limit: SHORTEST } }]);
  return first;
}
