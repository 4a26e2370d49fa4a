import type { Report } from '../model/report.ts';
import { explain } from '../render/explain.ts';
import { json } from '../render/json.ts';
import { type RenderOptions, render } from '../render/render.ts';
import type { ReportFormat } from './report-options.ts';
import type { Shell } from './shell.ts';

/** Prints one report; JSON and Markdown are the same bytes on every day and for every terminal. */
export function printReport(report: Report, format: ReportFormat, shell: Shell): string {
  return render(report, optionsFor(format, shell));
}

/** Prints several reports as one array. */
export function reportsJson(reports: readonly Report[]): string {
  return json(reports);
}

/** Prints why, and why not, of one action or of all that are told. */
export function printWhy(
  report: Report,
  { action, format }: { action?: string; format: ReportFormat },
  shell: Shell,
): string {
  return explain(report, action, optionsFor(format, shell));
}

function optionsFor(format: ReportFormat, shell: Shell): RenderOptions {
  const { say, globals, host } = shell;
  // Into a file or a pipe the clock does not enter unless it is asked for: the same input gives the same bytes.
  const dated = globals.now !== undefined || host.stdout.isTTY;
  return { format, say, ...shell.look('stdout'), ...(dated && { today: shell.today() }) };
}
