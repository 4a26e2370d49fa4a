import type { FormatWishes } from './report-options.ts';

/** What `timbang walk` was called with. */
export interface WalkCommandOptions extends FormatWishes {
  /** `true`: the latest draft. */
  readonly resume?: string | true;
  readonly answers?: string;
  /** `false` with `--no-input`. */
  readonly input: boolean;
  readonly plainStdin?: boolean;
  /** `false` with `--no-save`. */
  readonly save: boolean;
  readonly set?: readonly string[];
  readonly path?: string;
  readonly out?: string;
}
