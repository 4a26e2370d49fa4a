import type { Problem } from './problem.ts';

/** Faults in what people wrote; caught once, in `cli`, which prints them and sets the exit code. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(' '));
    this.problems = problems;
  }
}

/** For `catch` where an input with a fault is as good as none: every other error goes on. */
export function refused(error: unknown): undefined {
  if (error instanceof InputError) return undefined;
  throw error;
}
