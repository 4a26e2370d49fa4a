import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as age from 'age-encryption';
import * as vectors from 'cctv-age';
import { describe, expect, test } from 'vitest';
import {
  decryptWith,
  encryptFor,
  isLocked,
  lockWith,
  newAgeIdentity,
  recipientOf,
  unlockWith,
} from '../../../src/records/keys/age.ts';

/** The head of one vector of the CCTV test kit for age, and the file itself. */
interface Vector {
  readonly expect: string;
  readonly payload: string;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly armored: boolean;
  readonly file: Uint8Array;
}

function vectorIn(bytes: Uint8Array): Vector {
  const cut = Buffer.from(bytes).indexOf('\n\n');
  const lines = Buffer.from(bytes.subarray(0, cut)).toString('utf8').split('\n');
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const rest = bytes.subarray(cut + 2);
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0] ?? '',
    identities: all('identity'),
    passphrases: all('passphrase'),
    armored: all('armored').length > 0,
    file: all('compressed').length > 0 ? inflateSync(rest) : rest,
  };
}

async function decrypted({
  file,
  armored,
  identities,
  passphrases,
}: Vector): Promise<Uint8Array | undefined> {
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  for (const passphrase of passphrases) decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armored ? age.armor.decode(Buffer.from(file).toString('latin1')) : file);
  } catch {
    return undefined;
  }
}

const named = Object.entries(vectors).map(([name, bytes]) => ({ name, vector: vectorIn(bytes) }));

describe('the package reads every vector of age as it should', () => {
  test('there are 143', () => expect(named).toHaveLength(143));

  test.each(named)('$name', async ({ vector }) => {
    const plain = await decrypted(vector);
    expect(plain !== undefined).toBe(vector.expect === 'success');
    if (plain) expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.payload);
  });
});

describe('what is encrypted', () => {
  test('is read by those for whom it is, and by nobody else', async () => {
    const [one, two, other] = [await newAgeIdentity(), await newAgeIdentity(), await newAgeIdentity()];
    const bytes = await encryptFor([await recipientOf(one), await recipientOf(two)], Buffer.from('said'));
    const read = await Promise.all([one, two, other].map((identity) => decryptWith(identity, bytes)));
    expect(read.map((plain) => plain && Buffer.from(plain).toString())).toEqual(['said', 'said', undefined]);
  });

  test('with a passphrase opens with that one alone', async () => {
    const locked = await lockWith('correct horse battery', 'secret', 10);
    expect(isLocked(locked)).toBe(true);
    expect(await unlockWith('correct horse battery', locked)).toBe('secret');
    expect(await unlockWith('correct horse batterY', locked)).toBeUndefined();
    expect(await unlockWith('x', 'no age file')).toBeUndefined();
  });

  test('and was changed in one byte is not read at all', async () => {
    const identity = await newAgeIdentity();
    const bytes = await encryptFor([await recipientOf(identity)], Buffer.from('said'));
    const changed = Buffer.from(bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(await decryptWith(identity, changed)).toBeUndefined();
  });
});
