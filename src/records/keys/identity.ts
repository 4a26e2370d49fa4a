import { crockford } from '../../files/record-id.ts';
import { sha256 } from '../proof/merkle.ts';
import { newAgeIdentity, recipientOf } from './age.ts';
import { newSigningKey, type SigningKey, signingKeyOf } from './signing.ts';

export const ROLES = ['worker', 'supervisor', 'administrator', 'recovery'] as const;
/** What a key may do. `recovery` is the agency's key that lies apart. */
export type KeyRole = (typeof ROLES)[number];

/** What everybody may know of a key: it names a role, never a person. */
export interface KeyCard {
  /** `K-` and eight characters that follow from the signing key. */
  readonly id: string;
  readonly roles: readonly KeyRole[];
  /** Ed25519, base64. */
  readonly sign: string;
  /** `age1…`: what is encrypted for it. */
  readonly age: string;
}

/** A key with its secrets. */
export interface Identity {
  readonly id: string;
  /** `AGE-SECRET-KEY-1…`. */
  readonly age: string;
  readonly signing: SigningKey;
}

/** Makes the two secrets of a key. */
export async function newIdentity(): Promise<Identity> {
  return identityOf(await newAgeIdentity(), newSigningKey());
}

/** The name of a key, which follows from its public half. */
export function keyIdOf(publicKey: Uint8Array): string {
  return `K-${crockford(sha256(publicKey).subarray(0, 8))}`;
}

/** What may be known of an identity. */
export async function cardOf(identity: Identity, roles: readonly KeyRole[]): Promise<KeyCard> {
  return {
    id: identity.id,
    roles,
    sign: identity.signing.publicKey.toString('base64'),
    age: await recipientOf(identity.age),
  };
}

const SIGNING = '# signing-key: ';

/**
 * An identity as a text that `age -i` takes too: the signing key stands in a comment.
 *
 * @param words lines for whoever finds the file; each becomes a comment
 */
export function identityText(identity: Identity, words: readonly string[] = []): string {
  const comments = [`timbang identity ${identity.id}`, ...words].map((line) => `# ${line}\n`);
  return `${comments.join('')}${SIGNING}${identity.signing.secret.toString('base64')}\n${identity.age}\n`;
}

/** Reads an identity; `undefined` where the text is none. */
export function identityIn(text: string): Identity | undefined {
  const lines = text.split(/\r?\n/);
  const age = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  const secret = lines.find((line) => line.startsWith(SIGNING))?.slice(SIGNING.length) ?? '';
  const seed = Buffer.from(secret, 'base64');
  return age === undefined || seed.length !== 32 ? undefined : identityOf(age, signingKeyOf(seed));
}

function identityOf(age: string, signing: SigningKey): Identity {
  return { id: keyIdOf(signing.publicKey), age, signing };
}

/** A card as one line that can be mailed or read out: `timbang-key:worker:…:age1…`. */
export function cardLine({ roles, sign, age }: KeyCard): string {
  return ['timbang-key', roles.join('+'), sign, age].join(':');
}

/** Reads such a line; `undefined` where it is none. The name is worked out anew. */
export function cardIn(line: string): KeyCard | undefined {
  const [mark, roles = '', sign = '', age = '', ...more] = line.trim().split(':');
  const key = Buffer.from(sign, 'base64');
  const named = roles.split('+');
  const isOne =
    mark === 'timbang-key' &&
    more.length === 0 &&
    key.length === 32 &&
    key.toString('base64') === sign &&
    /^age1[02-9ac-hj-np-z]{58}$/.test(age) &&
    named.every((role) => (ROLES as readonly string[]).includes(role) && role !== 'recovery');
  return isOne ? { id: keyIdOf(key), roles: named as KeyRole[], sign, age } : undefined;
}
