import { type Command, InvalidArgumentError, Option } from 'commander';
import { STATES } from '../../model/record.ts';
import { withExamples } from '../help-format.ts';
import { collect } from '../pairs.ts';
import { withStore } from '../record/options.ts';
import { formatOf, formatOption, jsonOption } from '../report-options.ts';
import { type CompareOptions, EXIT_ON, type MutateOptions } from '../rules/compare-options.ts';
import type { ImpactOptions } from '../rules/tell-impact.ts';
import type { Shell } from '../shell.ts';

/** `timbang rules diff`, `impact` and `mutate`: what another version of a pack decides otherwise, and who would notice. */
export function addComparing(rules: Command, shell: Shell): void {
  addDiff(rules, shell);
  addImpact(rules, shell);
  addMutate(rules, shell);
}

function addDiff(rules: Command, shell: Shell): void {
  const { say } = shell;
  const diff = rules
    .command('diff')
    .summary(say('cli.rules.diff.summary'))
    .argument('<first>', say('cli.rules.diff.first'))
    .argument('<second>', say('cli.rules.diff.second'));
  withComparing(diff, shell).action(async (first: string, second: string, options: CompareOptions) => {
    const { diffRules } = await import('../rules/diff-rules.ts');
    await diffRules(shell, { first, second }, { ...options, format: formatOf(options) });
  });
  withExamples(diff, say('cli.rules.diff.examples'), say('cli.rules.diff.notes'));
}

function addImpact(rules: Command, shell: Shell): void {
  const { say } = shell;
  const impact = rules
    .command('impact')
    .summary(say('cli.rules.impact.summary'))
    .argument('<first>', say('cli.rules.impact.first'))
    .argument('<second>', say('cli.rules.impact.second'))
    .argument('[files...]', say('cli.rules.impact.files'))
    .option('--records', say('cli.rules.impact.records'))
    .addOption(new Option('--state <state>', say('record.list.by-state')).choices(STATES))
    .option('--since <date>', say('record.option.since'))
    .option('--until <date>', say('record.option.until'));
  withComparing(withStore(impact, shell), shell).action(
    async (...given: [first: string, second: string, files: string[], options: ImpactOptions]) => {
      const [first, second, files, options] = given;
      const { tellImpact } = await import('../rules/tell-impact.ts');
      await tellImpact(shell, { first, second, files }, { ...options, format: formatOf(options) });
    },
  );
  withExamples(impact, say('cli.rules.impact.examples'), say('cli.rules.impact.notes'));
}

function withComparing(command: Command, shell: Shell): Command {
  const { say } = shell;
  return command
    .addOption(formatOption(shell))
    .addOption(jsonOption(shell))
    .option('--out <file>', say('cli.option.out'))
    .addOption(new Option('--exit-on <result>', say('cli.rules.exit-on')).choices(EXIT_ON));
}

function addMutate(rules: Command, shell: Shell): void {
  const { say } = shell;
  const mutate = rules
    .command('mutate')
    .summary(say('cli.rules.mutate.summary'))
    .argument('[pack]', say('cli.rules.pack'))
    .option('--cases <path>', say('cli.rules.mutate.cases'), collect)
    .option('--sample <count>', say('cli.rules.mutate.sample'), wholeNumber)
    .option('--seed <number>', say('cli.rules.mutate.seed'), wholeNumber)
    .addOption(formatOption(shell))
    .addOption(jsonOption(shell))
    .option('--out <file>', say('cli.option.out'))
    .action(async (pack: string | undefined, options: MutateOptions) => {
      const { mutateRules } = await import('../rules/mutate-rules.ts');
      await mutateRules(shell, pack, { ...options, format: formatOf(options) });
    });
  withExamples(mutate, say('cli.rules.mutate.examples'), say('cli.rules.mutate.notes'));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}
