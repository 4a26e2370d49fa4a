import { hash } from 'node:crypto';

/** A SHA-256 value: 32 bytes. */
export type Hash = Buffer;

const LEAF = Buffer.of(0);
const EMPTY: Hash = sha256(Buffer.alloc(0));

/** The SHA-256 value of some bytes. */
export function sha256(bytes: Uint8Array): Hash {
  return hash('sha256', bytes, 'buffer');
}

/** The hash of one entry of a log (RFC 6962, 2.1): a byte of its own keeps leaves and nodes apart. */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(Buffer.concat([LEAF, entry]));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Hash {
  const bytes = Buffer.allocUnsafe(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** The root of the tree over all leaves, in time proportional to their number. */
export function rootOf(leaves: readonly Hash[]): Hash {
  return rootOfPacked(Buffer.concat(leaves));
}

/** The same over leaves in hex, as the lines of a journal give them. */
export function rootOfHex(leaves: readonly string[]): Hash {
  return rootOfPacked(Buffer.from(leaves.join(''), 'hex'));
}

/** Bytes of a hash. */
const SIZE = 32;

/**
 * The root over leaves that stand one behind the other. Each level is written over the one below, because a buffer for
 * each node costs more than its hash.
 */
function rootOfPacked(level: Buffer): Hash {
  if (level.length === 0) return EMPTY;
  const node = Buffer.alloc(1 + 2 * SIZE, 1);
  for (let count = level.length / SIZE; count > 1; count = Math.ceil(count / 2)) {
    for (let at = 0; at + 1 < count; at += 2) {
      level.copy(node, 1, at * SIZE, (at + 2) * SIZE);
      level.write(hash('sha256', node, 'binary'), half(at) * SIZE, 'binary');
    }
    // A node without a neighbour goes up as it is: the largest power of two below stays on the left.
    if (count % 2 === 1) level.copy(level, half(count) * SIZE, (count - 1) * SIZE, count * SIZE);
  }
  return level.subarray(0, SIZE);
}

/** The hashes that lead from one leaf to the root of the tree over all. */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  if (leaves.length <= 1) return [];
  const cut = powerBelow(leaves.length);
  return index < cut
    ? [...inclusionProof(leaves.slice(0, cut), index), rootOf(leaves.slice(cut))]
    : [...inclusionProof(leaves.slice(cut), index - cut), rootOf(leaves.slice(0, cut))];
}

/** The hashes that show that the tree over the first `size` leaves is the beginning of the tree over all. */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  return size === 0 || size === leaves.length ? [] : subproof(leaves, size, true);
}

function subproof(leaves: readonly Hash[], size: number, whole: boolean): Hash[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const cut = powerBelow(leaves.length);
  return size <= cut
    ? [...subproof(leaves.slice(0, cut), size, whole), rootOf(leaves.slice(cut))]
    : [...subproof(leaves.slice(cut), size - cut, false), rootOf(leaves.slice(0, cut))];
}

function powerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the leaf stands at its index in the tree of that size and root (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ index, size, leaf, proof, root }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let [node, last] = [index, size - 1];
  let found: Uint8Array = leaf;
  for (const step of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      found = nodeHash(step, found);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else found = nodeHash(found, step);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(found, root);
}

export interface Consistency {
  readonly size: number;
  readonly root: Uint8Array;
  readonly laterSize: number;
  readonly laterRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the later tree begins with the earlier one (RFC 9162, 2.1.4.2). Nothing is shown from size 0. */
export function verifyConsistency({ size, root, laterSize, laterRoot, proof }: Consistency): boolean {
  if (!isSize(size) || !isSize(laterSize) || size > laterSize) return false;
  if (size === 0) return false;
  if (size === laterSize) return proof.length === 0 && same(root, laterRoot);
  if (proof.length === 0 || !areHashes([root, laterRoot, ...proof])) return false;
  const steps = isPower(size) ? [root, ...proof] : [...proof];
  let [node, last] = [size - 1, laterSize - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [old, now] = [steps[0] as Uint8Array, steps[0] as Uint8Array];
  for (const step of steps.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, now] = [nodeHash(step, old), nodeHash(step, now)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else now = nodeHash(now, step);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(old, root) && same(now, laterRoot);
}

// Sizes pass 2^31, so no bit operators.
function half(number: number): number {
  return Math.floor(number / 2);
}

function isSize(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function isPower(number: number): boolean {
  return powerBelow(number + 1) === number;
}

function areHashes(all: readonly Uint8Array[]): boolean {
  return all.every(({ length }) => length === 32);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
