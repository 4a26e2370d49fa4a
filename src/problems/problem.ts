import type { Code } from './codes.ts';

/** Where a fault stands: the file as the user named it, line and column from 1 (UTF-16 units), and how long it is. */
export interface ProblemPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  /** The line itself, for the caret under it. */
  readonly excerpt?: string;
}

/**
 * One fault in something people wrote. Data, never prose: the words are looked up by code and language when it is
 * printed.
 */
export interface Problem {
  readonly code: Code;
  readonly place?: ProblemPlace;
  /** What stood there. */
  readonly saw: string;
  /** What could have stood there. */
  readonly expected?: readonly string[];
  /** The nearest of `expected`. */
  readonly nearest?: string;
  /** Further values for the message, by name. */
  readonly values?: Readonly<Record<string, string | number>>;
}
