import { type Command, Option } from 'commander';
import { withExamples } from '../help-format.ts';
import type { CheckpointOptions } from '../record/checkpoint.ts';
import type { HoldOptions } from '../record/hold.ts';
import type { InitOptions } from '../record/init.ts';
import type { AddKeyOptions } from '../record/key.ts';
import { type StoreOptions, withStore, withStoreAndJson } from '../record/options.ts';
import type { PurgeOptions } from '../record/purge.ts';
import type { RestoreOptions } from '../record/restore.ts';
import type { VerifyOptions } from '../record/verify.ts';
import { withParent } from '../record/with-parent.ts';
import type { Shell } from '../shell.ts';

// The same words as in the room of records, which is loaded when a verb runs and not for its help.
const HOLD_REASONS = ['complaint', 'court', 'audit', 'request'];
const PURGE_REASONS = ['retention', 'request', 'mistake', 'order'];
const KEY_ROLES = ['worker', 'supervisor', 'administrator'];

/** The verbs of whoever keeps the store: init, verify, checkpoint, hold, purge, key, restore. */
export function addRecordKeeping(record: Command, shell: Shell): void {
  addInit(record, shell);
  addVerify(record, shell);
  addCheckpoint(record, shell);
  addHold(record, shell);
  addPurge(record, shell);
  addKey(record, shell);
  addRestore(record, shell);
}

function addInit(record: Command, shell: Shell): void {
  const { say } = shell;
  const init = withStore(record.command('init'), shell)
    .summary(say('record.init.summary'))
    .option('--recovery <file>', say('record.init.option.recovery'))
    .addOption(new Option('--role <role>', say('record.init.option.role')).choices(KEY_ROLES))
    .option('--own-sign-off', say('record.init.option.own-sign-off'))
    .option('--unprotected', say('record.init.option.unprotected'))
    .action(async (options: InitOptions, command: Command) => {
      const { initRecords } = await import('../record/init.ts');
      await initRecords(shell, withParent(command, options));
    });
  withExamples(init, say('record.init.examples'), say('record.init.notes'));
}

function addVerify(record: Command, shell: Shell): void {
  const { say } = shell;
  const verify = withStoreAndJson(record.command('verify'), shell)
    .summary(say('record.verify.summary'))
    .option('--against <file>', say('record.verify.option.against'))
    .option('--contents', say('record.verify.option.contents'))
    .option('--hashes-only', say('record.verify.option.hashes-only'))
    .option('--accept', say('record.verify.option.accept'))
    .action(async (options: VerifyOptions, command: Command) => {
      const { verifyRecords } = await import('../record/verify.ts');
      await verifyRecords(shell, withParent(command, options));
    });
  withExamples(verify, say('record.verify.examples'), say('record.verify.notes'));
}

function addCheckpoint(record: Command, shell: Shell): void {
  const { say } = shell;
  const checkpoint = withStoreAndJson(record.command('checkpoint'), shell)
    .summary(say('record.checkpoint.summary'))
    .option('--out <file>', say('cli.option.out'))
    .option('--countersign <file>', say('record.checkpoint.option.countersign'))
    .action(async (options: CheckpointOptions, command: Command) => {
      const { checkpoint: run } = await import('../record/checkpoint.ts');
      await run(shell, withParent(command, options));
    });
  withExamples(checkpoint, say('record.checkpoint.examples'), say('record.checkpoint.notes'));
}

function addHold(record: Command, shell: Shell): void {
  const { say } = shell;
  const hold = withStoreAndJson(record.command('hold'), shell)
    .summary(say('record.hold.summary'))
    .argument('<record>', say('record.record'))
    .addOption(new Option('--because <reason>', say('record.hold.option.because')).choices(HOLD_REASONS))
    .option('--release', say('record.hold.option.release'))
    .action(async (id: string, options: HoldOptions, command: Command) => {
      const { holdRecord } = await import('../record/hold.ts');
      await holdRecord(shell, id, withParent(command, options));
    });
  withExamples(hold, say('record.hold.examples'));
}

function addPurge(record: Command, shell: Shell): void {
  const { say } = shell;
  const purge = withStoreAndJson(record.command('purge'), shell)
    .summary(say('record.purge.summary'))
    .argument('[records...]', say('record.record'))
    .option('--decided-before <date>', say('record.purge.option.decided-before'))
    .addOption(
      new Option('--because <reason>', say('record.purge.option.because'))
        .choices(PURGE_REASONS)
        .default('retention'),
    )
    .option('--do-it', say('record.purge.option.do-it'))
    .action(async (ids: string[], options: PurgeOptions, command: Command) => {
      const { purgeRecords } = await import('../record/purge.ts');
      await purgeRecords(shell, ids, withParent(command, options));
    });
  withExamples(purge, say('record.purge.examples'), say('record.purge.notes'));
}

function addKey(record: Command, shell: Shell): void {
  const { say } = shell;
  const key = record.command('key').summary(say('record.key.summary'));
  withExamples(key, say('record.key.examples'), say('record.key.notes'));

  const list = withStoreAndJson(key.command('list'), shell)
    .summary(say('record.key.list.summary'))
    .action(async (options: StoreOptions, command: Command) => {
      const { listKeys } = await import('../record/key.ts');
      await listKeys(shell, withParent(command, options));
    });
  withExamples(list, say('record.key.list.examples'));

  const add = withStoreAndJson(key.command('add'), shell)
    .summary(say('record.key.add.summary'))
    .argument('<line>', say('record.key.add.line'))
    .addOption(new Option('--role <role>', say('record.init.option.role')).choices(KEY_ROLES))
    .action(async (line: string, options: AddKeyOptions, command: Command) => {
      const { addKeyLine } = await import('../record/key.ts');
      await addKeyLine(shell, line, withParent(command, options));
    });
  withExamples(add, say('record.key.add.examples'));

  const revoke = withStoreAndJson(key.command('revoke'), shell)
    .summary(say('record.key.revoke.summary'))
    .argument('<key>', say('record.key.revoke.key'))
    .action(async (id: string, options: StoreOptions, command: Command) => {
      const { revoke: run } = await import('../record/key.ts');
      await run(shell, id, withParent(command, options));
    });
  withExamples(revoke, say('record.key.revoke.examples'));
}

function addRestore(record: Command, shell: Shell): void {
  const { say } = shell;
  const restore = withStoreAndJson(record.command('restore'), shell)
    .summary(say('record.restore.summary'))
    .requiredOption('--recovery <file>', say('record.restore.option.recovery'))
    .option('--rehearse', say('record.restore.option.rehearse'))
    .option('--unprotected', say('record.init.option.unprotected'))
    .action(async (options: RestoreOptions, command: Command) => {
      const { restore: run } = await import('../record/restore.ts');
      await run(shell, withParent(command, options));
    });
  withExamples(restore, say('record.restore.examples'), say('record.restore.notes'));
}
