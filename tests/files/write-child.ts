import process from 'node:process';
import { writeAtomic } from '../../src/files/write.ts';
import { InputError } from '../../src/problems/input-error.ts';

/** Writes a megabyte over a file and prints the problem as JSON. */
try {
  await writeAtomic(process.argv[2] ?? '', 'x'.repeat(1024 * 1024), { overwrite: true });
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stdout.write(JSON.stringify(error.problems));
}
