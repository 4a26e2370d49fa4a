import type { LEVELS } from '../test-options.ts';

/** Kinds of scenario: a story in stages, or one dilemma. */
export const KINDS = ['staged', 'flat'] as const;

/** Forms in which a story is drawn. */
export const FORMS = ['list', 'mermaid', 'dot'] as const;

/** What `timbang scenario new` was called with. */
export interface NewCommandOptions {
  readonly kind?: (typeof KINDS)[number];
  readonly level?: (typeof LEVELS)[number];
  readonly topic?: readonly string[];
  readonly title?: string;
  /** `false` with `--no-input`. */
  readonly input: boolean;
  readonly plainStdin?: boolean;
}

/** What `timbang scenario check` was called with. */
export interface CheckCommandOptions {
  readonly watch?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** What `timbang scenario coverage` was called with. */
export interface CoverageCommandOptions {
  /** Percent of the rules that must be exercised. */
  readonly rules?: number;
  readonly json?: boolean;
  readonly out?: string;
}

/** What `timbang scenario walk` was called with. */
export interface WalkCommandOptions {
  readonly runs?: number;
  readonly seed?: number;
  readonly json?: boolean;
  readonly out?: string;
}

/** What `timbang scenario graph` was called with. */
export interface GraphCommandOptions {
  readonly format: (typeof FORMS)[number];
  readonly out?: string;
}

/** What `timbang scenario strings` was called with. */
export interface StringsCommandOptions {
  /** Given or not, a sheet is what is printed: the word says what comes out. */
  readonly csv?: boolean;
  readonly bom?: boolean;
  readonly from?: string;
  readonly write?: boolean;
  readonly out?: string;
}
