/** Forms in which the results of scenarios are told. */
export const REPORTERS = ['text', 'junit', 'tap', 'json'] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** What `timbang scenario test` was called with. */
export interface TestOptions {
  readonly reporter?: ReporterName;
  readonly json?: boolean;
  readonly filter?: string;
  readonly out?: string;
}
