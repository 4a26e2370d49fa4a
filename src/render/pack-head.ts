import type { Pack } from '../model/pack.ts';

/** A pack as the objects that the program prints name it. */
export function packHead({ id, version, digest }: Pack): { id: string; version: string; digest: string } {
  return { id, version, digest };
}
