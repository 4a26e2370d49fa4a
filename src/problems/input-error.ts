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
