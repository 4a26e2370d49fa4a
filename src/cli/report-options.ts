import { Option } from 'commander';
import { InputError } from '../problems/input-error.ts';
import type { Shell } from './shell.ts';

export const REPORT_FORMATS = ['text', 'md', 'html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What `--format` and `--json` were set to; absent: not given. */
export interface FormatWishes {
  readonly format?: ReportFormat;
  readonly json?: boolean;
}

/** `--format text|md|json`. */
export function formatOption({ say }: Shell): Option {
  return new Option('--format <format>', say('cli.option.format')).choices(REPORT_FORMATS);
}

/** `--json`, which says the same as `--format json`. */
export function jsonOption({ say }: Shell): Option {
  return new Option('--json', say('cli.option.json'));
}

/** `--path stage=option,...`: through a staged scenario. */
export function pathOption({ say }: Shell): Option {
  return new Option('--path <choices>', say('cli.option.path'));
}

/** The one form that was asked for; text where none was. E807: two were. */
export function formatOf({ format, json }: FormatWishes): ReportFormat {
  return oneForm('--format', { form: format, json }) ?? 'text';
}

/** `json` for `--json`, or the value of the other option. E807: they say different things. */
export function oneForm<Form extends string>(
  option: string,
  { form, json = false }: { readonly form: Form | undefined; readonly json: boolean | undefined },
): Form | 'json' | undefined {
  if (!json) return form;
  if (form === undefined || form === 'json') return 'json';
  throw new InputError([{ code: 'E807', saw: '--json', values: { other: `${option} ${form}` } }]);
}
