import type { FormatWishes } from '../report-options.ts';

/** What `--exit-on` of a comparison can name. */
export const EXIT_ON = ['differs'] as const;

export interface CompareOptions extends FormatWishes {
  readonly out?: string;
  readonly exitOn?: (typeof EXIT_ON)[number];
}

export interface MutateOptions extends FormatWishes {
  readonly cases?: readonly string[];
  readonly sample?: number;
  readonly seed?: number;
  readonly out?: string;
}
