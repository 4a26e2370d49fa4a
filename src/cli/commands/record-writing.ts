import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import type { FollowUpOptions } from '../record/follow-up.ts';
import { fromOption, type StoreOptions, withStoreAndJson } from '../record/options.ts';
import type { ReviewOptions } from '../record/review.ts';
import { withParent } from '../record/with-parent.ts';
import type { Shell } from '../shell.ts';

/** The verbs that write to a record: review, follow-up, amend. */
export function addRecordWriting(record: Command, shell: Shell): void {
  const { say } = shell;
  const review = withStoreAndJson(record.command('review'), shell)
    .summary(say('record.review.summary'))
    .argument('[record]', say('record.review.record'))
    .option('--comment', say('record.review.option.comment'))
    .option('--return', say('record.review.option.return'))
    .option('--sign-off', say('record.review.option.sign-off'))
    .addOption(fromOption(shell))
    .action(async (id: string | undefined, options: ReviewOptions, command: Command) => {
      const { review: run } = await import('../record/review.ts');
      await run(shell, id, withParent(command, options));
    });
  withExamples(review, say('record.review.examples'), say('record.review.notes'));

  const followUp = withStoreAndJson(record.command('follow-up'), shell)
    .summary(say('record.follow-up.summary'))
    .argument('<record>', say('record.record'))
    .addOption(fromOption(shell))
    .action(async (id: string, options: FollowUpOptions, command: Command) => {
      const { followUpRecord } = await import('../record/follow-up.ts');
      await followUpRecord(shell, id, withParent(command, options));
    });
  withExamples(followUp, say('record.follow-up.examples'), say('record.follow-up.notes'));

  const amend = withStoreAndJson(record.command('amend'), shell)
    .summary(say('record.amend.summary'))
    .argument('<record>', say('record.record'))
    .addOption(fromOption(shell).makeOptionMandatory())
    .action(async (id: string, options: StoreOptions & { from: string }, command: Command) => {
      const { amend: run } = await import('../record/amend.ts');
      await run(shell, id, withParent(command, options));
    });
  withExamples(amend, say('record.amend.examples'), say('record.amend.notes'));
}
