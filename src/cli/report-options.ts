import { Option } from 'commander';
import type { Shell } from './shell.ts';

export const REPORT_FORMATS = ['text', 'md', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** `--format text|md|json`. */
export function formatOption({ say }: Shell): Option {
  return new Option('--format <format>', say('cli.option.format')).choices(REPORT_FORMATS).default('text');
}

/** `--json`, which says the same as `--format json` and not something else beside it. */
export function jsonOption({ say }: Shell): Option {
  return new Option('--json', say('cli.option.json')).implies({ format: 'json' }).conflicts('format');
}

/** `--path stage=option,...`: through a staged scenario. */
export function pathOption({ say }: Shell): Option {
  return new Option('--path <choices>', say('cli.option.path'));
}
