import type { Encoded } from '../src/pack/built/decode.ts';

/** Makes the files of dist/packs out of a folder of packs; a pack that cannot be loaded is left out. */
export function builtPacks(
  rules?: string,
): Promise<readonly { readonly name: string; readonly contents: Uint8Array }[]>;
/** Splits a value into what JSON can hold and the places of what it cannot. */
export function encode(value: unknown): Encoded;
