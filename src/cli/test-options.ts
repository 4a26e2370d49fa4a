/** Forms in which the results of scenarios are told. */
export const REPORTERS = ['text', 'junit', 'tap', 'json'] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** For whom a scenario can be. */
export const LEVELS = ['novice', 'practitioner', 'supervisor'] as const;

/** What `timbang scenario test` was called with. */
export interface TestOptions {
  readonly reporter?: ReporterName;
  readonly json?: boolean;
  readonly filter?: string;
  /** A regular expression on file, id and name. */
  readonly grep?: string;
  readonly level?: string;
  readonly principle?: string;
  /** A sheet of test cases for the one scenario that is named. */
  readonly cases?: string;
  readonly out?: string;
}
