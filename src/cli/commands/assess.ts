import type { Command } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { EXIT } from '../exit-codes.ts';
import { askedFor, readExitOn } from '../exit-on.ts';
import { withExamples } from '../help-format.ts';
import { deliver } from '../out.ts';
import { collect } from '../pairs.ts';
import {
  type FormatWishes,
  formatOf,
  formatOption,
  jsonOption,
  pathOption,
  type ReportFormat,
} from '../report-options.ts';
import type { Shell } from '../shell.ts';
import type { Weighed } from '../weigh.ts';

interface AssessOptions extends FormatWishes {
  readonly path?: string;
  readonly out?: string;
  readonly exitOn?: readonly string[];
  readonly schema?: boolean;
}

/** `timbang assess FILE…`: weighs case files without asking anything. */
export function addAssess(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('assess')
    .summary(say('cli.assess.summary'))
    .argument('[file...]', say('cli.assess.file'))
    .addOption(formatOption(shell))
    .addOption(jsonOption(shell))
    .addOption(pathOption(shell))
    .option('--out <file>', say('cli.option.out'))
    .option('--exit-on <result>', say('cli.assess.exit-on'), collect)
    .option('--schema', say('cli.assess.schema'))
    .action((files: string[], options: AssessOptions) => run(files, options, shell));
  withExamples(command, say('cli.assess.examples'), say('cli.assess.notes'));
}

async function run(files: readonly string[], options: AssessOptions, shell: Shell): Promise<void> {
  if (options.schema) {
    const { printSchema } = await import('../rules/print-schema.ts');
    return printSchema(shell, 'assessment');
  }
  if (files.length === 0)
    throw new InputError([{ code: 'E803', saw: 'file', values: { command: 'timbang assess' } }]);
  const format = formatOf(options);
  const exitOn = readExitOn(options.exitOn ?? []);
  const { weigher } = await import('../weigh.ts');
  const weigh = weigher(shell, options.path === undefined ? {} : { path: options.path });
  const weighed = await shell.each(files, weigh);
  if (weighed.length === 0) return;
  await deliver(shell, await printed(weighed, { shell, format, many: files.length > 1 }), options.out);
  if (askedFor(exitOn, weighed)) shell.raise(EXIT.found);
}

interface Printing {
  readonly shell: Shell;
  readonly format: ReportFormat;
  /** Several files were named, whether or not all of them could be weighed. */
  readonly many: boolean;
}

async function printed(weighed: readonly Weighed[], { shell, format, many }: Printing): Promise<string> {
  const { printReport, reportsJson } = await import('../print-report.ts');
  const { clean } = await import('../../render/spans.ts');
  if (format === 'json' && many) return reportsJson(weighed.map(({ report }) => report));
  const parts = weighed.map(({ file, report }) => {
    const name = many ? `${shell.say('cli.assess.of-file', { file: clean(file) })}\n\n` : '';
    return name + printReport(report, format, shell);
  });
  return parts.join('\n');
}
