import { type Command, Option } from 'commander';
import { AUDIENCES } from '../../model/record.ts';
import { withExamples } from '../help-format.ts';
import type { ExportOptions } from '../record/export.ts';
import { withStore } from '../record/options.ts';
import type { RedactRecordOptions } from '../record/redact.ts';
import { withParent } from '../record/with-parent.ts';
import type { Shell } from '../shell.ts';

// The same words as in `copies.ts`, which is loaded when a verb runs and not for its help.
const FORMATS = ['md', 'html', 'pdf', 'docx', 'json'];

/** The verbs by which something leaves the store: export, redact. */
export function addRecordGiving(record: Command, shell: Shell): void {
  const { say } = shell;
  const audience = (): Option =>
    new Option('--for <audience>', say('export.option.for')).choices(AUDIENCES).makeOptionMandatory();
  const exported = withStore(record.command('export'), shell)
    .summary(say('export.summary'))
    .argument('[records...]', say('record.record'))
    .addOption(audience())
    .addOption(new Option('--format <format>', say('cli.option.format')).choices([...FORMATS, 'csv']))
    .option('--whole', say('export.option.whole'))
    .option('--full', say('export.option.full'))
    .option('--since <date>', say('record.option.since'))
    .option('--until <date>', say('record.option.until'))
    .option('--state <state>', say('record.list.by-state'))
    .option('--out <file>', say('cli.option.out'))
    .action(async (ids: string[], options: ExportOptions, command: Command) => {
      const { exportRecords } = await import('../record/export.ts');
      await exportRecords(shell, ids, withParent(command, options));
    });
  withExamples(exported, say('export.examples'), say('export.notes'));

  const redacted = withStore(record.command('redact'), shell)
    .summary(say('redact.summary'))
    .argument('<record>', say('record.record'))
    .addOption(audience())
    .option('--names <file>', say('redact.option.names'))
    .option('--propose', say('redact.option.propose'))
    .option('--decisions <file>', say('redact.option.decisions'))
    .addOption(new Option('--format <format>', say('cli.option.format')).choices(FORMATS))
    .option('--out <file>', say('cli.option.out'))
    .action(async (id: string, options: RedactRecordOptions, command: Command) => {
      const { redactRecord } = await import('../record/redact.ts');
      await redactRecord(shell, id, withParent(command, options));
    });
  withExamples(redacted, say('redact.examples'), say('redact.notes'));
}
