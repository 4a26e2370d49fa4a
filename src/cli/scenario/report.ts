import { type Command, Option } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import { type ReportCommandOptions, SESSION_FORMATS } from './options.ts';

/** `timbang scenario report DIR|FILES`: what learners chose. */
export function addReport(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const report = scenario
    .command('report')
    .summary(say('cli.scenario.report.summary'))
    .argument('[files...]', say('cli.scenario.report.files'))
    .option('--group', say('cli.scenario.report.group'))
    .option('--with-reasons', say('cli.scenario.report.with-reasons'))
    .addOption(new Option('--format <format>', say('cli.scenario.report.format')).choices(SESSION_FORMATS))
    .option('--json', say('cli.option.json'))
    .option('--out <file>', say('cli.option.out'))
    .action(async (files: string[], options: ReportCommandOptions) => {
      const { reportSessions } = await import('./report-sessions.ts');
      await reportSessions(shell, files, options);
    });
  withExamples(report, say('cli.scenario.report.examples'), say('cli.scenario.report.notes'));
}
