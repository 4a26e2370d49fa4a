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
 * @throws InputError. E603: there is none. E604: another passphrase. E615: others can read it. E635:
 *   it holds no key. E623: nobody can be asked.
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
  const identity = identityIn(isLocked(text) ? await unlockText(shell, file, text) : text);
  if (!identity) throw new InputError([{ code: 'E635', saw: file }]);
  return identity;
}

/** Asks for the passphrase of a locked text, and unlocks it. E604, E623 */
export async function unlockText(shell: Shell, file: string, text: string): Promise<string> {
  const open = await unlockWith(await passphrase(shell, file), text);
  if (open === undefined) throw new InputError([{ code: 'E604', saw: file }]);
  return open;
}

async function passphrase(shell: Shell, file: string): Promise<string> {
  const terminal = terminalOf(shell);
  if (!canAskSecret(terminal)) throw new InputError([{ code: 'E623', saw: file }]);
  return readSecret(terminal, shell.say('record.passphrase'));
}

/** Asks for a new passphrase, twice. E623; E627: too short; E637: not the same. */
export async function newPassphrase(shell: Shell): Promise<string> {
  const terminal = terminalOf(shell);
  if (!canAskSecret(terminal)) throw new InputError([{ code: 'E623', saw: '' }]);
  const first = await readSecret(terminal, shell.say('record.passphrase.new', { limit: SHORTEST }));
  if (first.length < SHORTEST) throw new InputError([{ code: 'E627', saw: '', values: { limit: SHORTEST } }]);
  const again = await readSecret(terminal, shell.say('record.passphrase.again'));
  if (first !== again) throw new InputError([{ code: 'E637', saw: '' }]);
  return first;
}
