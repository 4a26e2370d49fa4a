import { createHash } from 'node:crypto';

/** One file as it counts for the digest: its path inside the pack with `/`, and its bytes. */
export interface DigestedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A fingerprint over the files of a chain of packs: `sha256-` and hex.
 *
 * INVARIANT: depends on the ids of the packs and the names and bytes of their files; not on the order in which a disk
 * lists them, nor on where the packs stand.
 */
export function digestOf(
  chain: readonly { readonly id: string; readonly files: readonly DigestedFile[] }[],
): string {
  const hash = createHash('sha256');
  for (const { id, files } of chain) {
    hash.update(`pack ${id}\0`);
    for (const { name, bytes } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      // The length keeps the end of one file from being read as the head of the next.
      hash.update(`file ${name}\0${bytes.length}\0`);
      hash.update(bytes);
    }
  }
  return `sha256-${hash.digest('hex')}`;
}
