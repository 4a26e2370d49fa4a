import { randomBytes } from 'node:crypto';
import { jcs } from './jcs.ts';
import { sha256 } from './merkle.ts';

/** 32 random bytes in hex: without them nobody can guess a text from its commitment. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/** What the journal says of a text: the hash of the salt and the one form of the value, in hex. */
export function commitmentOf(salt: string, value: unknown): string {
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(jcs(value))])).toString('hex');
}
