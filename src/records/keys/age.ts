/** Costs a second and more of work, once a session: what a passphrase is worth against guessing. */
export const PASSPHRASE_WORK = 18;

// The package takes a tenth of a second to load.
const load = () => import('age-encryption');

/** A new X25519 secret, `AGE-SECRET-KEY-1…`. */
export async function newAgeIdentity(): Promise<string> {
  return (await load()).generateX25519Identity();
}

/** What is encrypted for an identity, `age1…`. */
export async function recipientOf(identity: string): Promise<string> {
  return (await load()).identityToRecipient(identity);
}

/** Encrypts for everybody who holds one of the keys. */
export async function encryptFor(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const { Encrypter } = await load();
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** Decrypts with one key; `undefined`: it is for others, or it is no whole age file. */
export async function decryptWith(identity: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { Decrypter } = await load();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  // The package says only by its English words what is wrong; the journal knows whether the bytes are the right ones.
  return decrypter.decrypt(bytes).catch(() => undefined);
}

/** Encrypts a text with a passphrase, as an age file in letters. */
export async function lockWith(passphrase: string, text: string, work = PASSPHRASE_WORK): Promise<string> {
  const { Encrypter, armor } = await load();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return armor.encode(await encrypter.encrypt(text));
}

/** Opens such a file; `undefined`: with another passphrase, or it is none. */
export async function unlockWith(passphrase: string, locked: string): Promise<string | undefined> {
  const { Decrypter, armor } = await load();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(locked), 'text');
  } catch {
    return undefined;
  }
}

/** Whether a text is an age file in letters, and so has to be unlocked first. */
export function isLocked(text: string): boolean {
  return text.trimStart().startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
}
