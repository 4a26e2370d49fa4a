import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { Bug } from '../../problems/bug.ts';

// What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410).
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** An Ed25519 key that signs; `secret` is the seed of 32 bytes. */
export interface SigningKey {
  readonly secret: Buffer;
  readonly publicKey: Buffer;
  readonly sign: (bytes: Uint8Array) => Buffer;
}

/** Makes a new signing key. */
export function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signingKeyOf(privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32));
}

/** The signing key of a seed. */
export function signingKeyOf(secret: Buffer): SigningKey {
  if (secret.length !== 32) throw new Bug('an Ed25519 seed has 32 bytes');
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, secret]), type: 'pkcs8', format: 'der' });
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
  return { secret, publicKey, sign: (bytes) => sign(null, bytes, key) };
}

/** Whether the signature is of these bytes and this public key. Never throws: what is no key has signed nothing. */
export function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const key = publicKeyOf(publicKey);
  return key !== undefined && signature.length === 64 && verify(null, bytes, key, signature);
}

// Keys are few and signatures many.
const known = new Map<string, KeyObject>();

function publicKeyOf(bytes: Uint8Array): KeyObject | undefined {
  if (bytes.length !== 32) return undefined;
  const name = Buffer.from(bytes).toString('base64');
  const found = known.get(name);
  if (found) return found;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), type: 'spki', format: 'der' });
  known.set(name, key);
  return key;
}
