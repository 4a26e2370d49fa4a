import { describe, expect, test } from 'vitest';
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/records/proof/merkle.ts';
import consistency from '../vectors/merkle-consistency.json' with { type: 'json' };
import inclusion from '../vectors/merkle-inclusion.json' with { type: 'json' };

const bytes = (base64: string | null) => Buffer.from(base64 ?? '', 'base64');
const all = (proof: readonly string[] | null) => (proof ?? []).map(bytes);

describe('vectors of transparency-dev/merkle', () => {
  test('are all there', () => expect([inclusion.length, consistency.length]).toEqual([98, 98]));

  test.each(inclusion)('inclusion: $name', (vector) => {
    const { leafIdx: index, treeSize: size, leafHash: leaf, root, proof, wantErr } = vector;
    const holds = verifyInclusion({ index, size, leaf: bytes(leaf), root: bytes(root), proof: all(proof) });
    expect(holds).toBe(!wantErr);
  });

  test.each(consistency)('consistency: $name', (vector) => {
    const { size1: size, size2: laterSize, root1, root2, proof, wantErr } = vector;
    const holds = verifyConsistency({
      size,
      laterSize,
      root: bytes(root1),
      laterRoot: bytes(root2),
      proof: all(proof),
    });
    expect(holds).toBe(!wantErr);
  });
});

test('every proof of every tree up to 64 leaves holds, and none of another leaf or size', () => {
  const leaves: Hash[] = Array.from({ length: 64 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
  let proofs = 0;
  for (let size = 1; size <= 64; size += 1) {
    const some = leaves.slice(0, size);
    const root = rootOf(some);
    for (let index = 0; index < size; index += 1) {
      const leaf = some[index] as Hash;
      const proof = inclusionProof(some, index);
      const shown = { index, size, leaf, proof, root };
      if (verifyInclusion(shown) && !verifyInclusion({ ...shown, leaf: root, index: (index + 1) % size }))
        proofs += 1;
      const earlier = { size: index + 1, root: rootOf(leaves.slice(0, index + 1)) };
      const way = consistencyProof(some, index + 1);
      if (verifyConsistency({ ...earlier, laterSize: size, laterRoot: root, proof: way })) proofs += 1;
    }
  }
  expect(proofs).toBe(2 * 2080 - 1);
});

test('the root of an empty log is the hash of nothing', () => {
  expect(rootOf([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
