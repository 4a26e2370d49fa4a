import type { DebriefModel } from '../../scenarios/play/story.ts';
import type { PaperFormat } from './paper-formats.ts';

/** Forms in which sessions are told. */
export const SESSION_FORMATS = ['text', 'md', 'html', 'csv', 'json'] as const;

/** For whom sheets are made. */
export const READERS = ['learner', 'facilitator'] as const;

/** What `timbang scenario play` was called with. */
export interface PlayCommandOptions {
  /** `true`: the latest session of this story. */
  readonly resume?: string | true;
  readonly sessions?: string;
  readonly answers?: string;
  /** `false` with `--no-input`. */
  readonly input: boolean;
  readonly plainStdin?: boolean;
  /** `false` with `--no-save`. */
  readonly save: boolean;
}

/** What `timbang scenario report` was called with. */
export interface ReportCommandOptions {
  readonly group?: boolean;
  readonly withReasons?: boolean;
  readonly format?: (typeof SESSION_FORMATS)[number];
  readonly json?: boolean;
  readonly out?: string;
}

/** What `timbang scenario debrief` was called with. */
export interface DebriefCommandOptions {
  readonly model?: DebriefModel;
  readonly format?: PaperFormat;
  readonly out?: string;
}

/** What `timbang scenario handout` was called with. */
export interface HandoutCommandOptions {
  readonly for?: (typeof READERS)[number];
  readonly format?: PaperFormat;
  readonly out?: string;
}
