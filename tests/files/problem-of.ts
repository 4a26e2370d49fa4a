import { InputError } from '../../src/problems/input-error.ts';
import type { Problem } from '../../src/problems/problem.ts';

/** The one problem for which something is refused; fails where it is not refused. */
export async function problemOf(work: Promise<unknown>): Promise<Problem | undefined> {
  const error: unknown = await work.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error.problems[0];
  throw error;
}
