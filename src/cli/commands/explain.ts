import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import { deliver } from '../out.ts';
import { type FormatWishes, formatOf, formatOption, jsonOption, pathOption } from '../report-options.ts';
import type { Shell } from '../shell.ts';

interface ExplainOptions extends FormatWishes {
  readonly action?: string;
  readonly path?: string;
  readonly out?: string;
}

/** `timbang explain FILE`: why, and why not. */
export function addExplain(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('explain')
    .summary(say('cli.explain.summary'))
    .argument('<file>', say('cli.explain.file'))
    .option('--action <id>', say('cli.explain.action'))
    .addOption(formatOption(shell))
    .addOption(jsonOption(shell))
    .addOption(pathOption(shell))
    .option('--out <file>', say('cli.option.out'))
    .action((file: string, options: ExplainOptions) => run(file, options, shell));
  withExamples(command, say('cli.explain.examples'));
}

async function run(file: string, options: ExplainOptions, shell: Shell): Promise<void> {
  const { action, path, out } = options;
  const format = formatOf(options);
  const { weigher } = await import('../weigh.ts');
  const { printWhy } = await import('../print-report.ts');
  const weigh = weigher(shell, {
    ...(path !== undefined && { path }),
    ...(action !== undefined && { also: action }),
  });
  const { report } = await weigh(file);
  await deliver(shell, printWhy(report, { format, ...(action !== undefined && { action }) }, shell), out);
}
