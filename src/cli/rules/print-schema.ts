import path from 'node:path';
import type { SchemaName } from '../schemas.ts';
import type { Shell } from '../shell.ts';

/** Prints a published schema as it comes with the program. */
export async function printSchema(shell: Shell, kind: SchemaName): Promise<void> {
  const { readTextFile } = await import('../../files/read.ts');
  shell.write(await readTextFile(path.join(shell.places.schemas, `${kind}.schema.json`)));
}
