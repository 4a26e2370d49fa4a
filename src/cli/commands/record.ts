import { type Command, Option } from 'commander';
import { ENTRY_KINDS, STATES } from '../../model/record.ts';
import { withExamples } from '../help-format.ts';
import type { AddOptions } from '../record/add.ts';
import type { ListOptions } from '../record/list.ts';
import type { LogOptions } from '../record/log.ts';
import { type StoreOptions, withStore, withStoreAndJson } from '../record/options.ts';
import type { ShowOptions } from '../record/show.ts';
import type { StatsOptions } from '../record/stats.ts';
import { withParent } from '../record/with-parent.ts';
import type { Shell } from '../shell.ts';
import { addRecordGiving } from './record-giving.ts';
import { addRecordKeeping } from './record-keeping.ts';
import { addRecordWriting } from './record-writing.ts';

/** `timbang record`: decisions that were made, kept safe, looked at again and reviewed. */
export function addRecord(program: Command, shell: Shell): void {
  const { say } = shell;
  const record = withStore(program.command('record'), shell)
    .summary(say('record.summary'))
    .action(async (options: StoreOptions) => {
      const { recordSession } = await import('../record/session.ts');
      await recordSession(shell, options, addRecord);
    });
  withExamples(record, say('record.examples'), say('record.notes'));
  addAdd(record, shell);
  addList(record, shell);
  addShow(record, shell);
  addRecordWriting(record, shell);
  addLog(record, shell);
  addStats(record, shell);
  addRecordGiving(record, shell);
  addRecordKeeping(record, shell);
}

function addAdd(record: Command, shell: Shell): void {
  const { say } = shell;
  const add = withStoreAndJson(record.command('add'), shell)
    .summary(say('record.add.summary'))
    .argument('<files...>', say('record.add.files'))
    .option('--remove', say('record.add.remove'))
    .action(async (files: string[], options: AddOptions, command: Command) => {
      const { addRecords } = await import('../record/add.ts');
      await addRecords(shell, files, withParent(command, options));
    });
  withExamples(add, say('record.add.examples'));
}

function addList(record: Command, shell: Shell): void {
  const { say } = shell;
  const list = withFilters(withStoreAndJson(record.command('list'), shell), shell)
    .summary(say('record.list.summary'))
    .action(async (options: ListOptions, command: Command) => {
      const { listRecords } = await import('../record/list.ts');
      await listRecords(shell, withParent(command, options));
    });
  withExamples(list, say('record.list.examples'));

  const due = withStoreAndJson(record.command('due'), shell)
    .summary(say('record.due.summary'))
    .option('--within <days>', say('record.due.within'))
    .action(async (options: StoreOptions & { within?: string }, command: Command) => {
      const { listDue } = await import('../record/list.ts');
      await listDue(shell, withParent(command, options));
    });
  withExamples(due, say('record.due.examples'));
}

function addShow(record: Command, shell: Shell): void {
  const { say } = shell;
  const show = withStoreAndJson(record.command('show'), shell)
    .summary(say('record.show.summary'))
    .argument('<record>', say('record.record'))
    .option('--result', say('record.show.result'))
    .action(async (id: string, options: ShowOptions, command: Command) => {
      const { showRecord } = await import('../record/show.ts');
      await showRecord(shell, id, withParent(command, options));
    });
  withExamples(show, say('record.show.examples'));
}

function addLog(record: Command, shell: Shell): void {
  const { say } = shell;
  const log = withStoreAndJson(record.command('log'), shell)
    .summary(say('record.log.summary'))
    .option('--record <record>', say('record.log.record'))
    .addOption(new Option('--kind <kind>', say('record.log.kind')).choices(ENTRY_KINDS))
    .option('--key <key>', say('record.log.key'))
    .option('--since <date>', say('record.option.since'))
    .option('--until <date>', say('record.option.until'))
    .action(async (options: LogOptions, command: Command) => {
      const { printLog } = await import('../record/log.ts');
      printLog(shell, withParent(command, options));
    });
  withExamples(log, say('record.log.examples'), say('record.log.notes'));
}

function addStats(record: Command, shell: Shell): void {
  const { say } = shell;
  const stats = withFilters(withStoreAndJson(record.command('stats'), shell), shell)
    .summary(say('record.stats.summary'))
    .addOption(
      new Option('--format <format>', say('record.stats.format')).choices([
        'text',
        'csv',
        'html',
        'pdf',
        'docx',
        'json',
      ]),
    )
    .option('--out <file>', say('cli.option.out'))
    .action(async (options: StatsOptions, command: Command) => {
      const { printStats } = await import('../record/stats.ts');
      await printStats(shell, withParent(command, options));
    });
  withExamples(stats, say('record.stats.examples'), say('record.stats.notes'));
}

/** Options that let some records through. */
function withFilters(command: Command, { say }: Shell): Command {
  return command
    .addOption(new Option('--state <state>', say('record.list.by-state')).choices(STATES))
    .option('--by <key>', say('record.list.by-key'))
    .option('--since <date>', say('record.option.since'))
    .option('--until <date>', say('record.option.until'))
    .option('--dilemma <id>', say('record.list.by-dilemma'))
    .option('--principle <id>', say('record.list.by-principle'))
    .option('--departures', say('record.list.by-departures'));
}
