import path from 'node:path';
import type { DerivedKind } from '../../pack/derive-schema.ts';
import { loadPackOf } from '../packs.ts';
import type { SchemaName } from '../schemas.ts';
import type { Shell } from '../shell.ts';

/**
 * Prints a published schema; with `--pack`, one for what people write is narrowed to the facts, actions and other names of
 * that pack.
 */
export async function printSchema(shell: Shell, kind: SchemaName): Promise<void> {
  const { DERIVED_KINDS, deriveSchema } = await import('../../pack/derive-schema.ts');
  const derived: DerivedKind | undefined = DERIVED_KINDS.find((one) => one === kind);
  if (shell.globals.pack !== undefined && derived) {
    const { json } = await import('../../render/json.ts');
    return shell.write(json(deriveSchema(derived, await loadPackOf(shell), shell.lang)));
  }
  const { readTextFile } = await import('../../files/read.ts');
  shell.write(await readTextFile(path.join(shell.places.schemas, `${kind}.schema.json`)));
}
