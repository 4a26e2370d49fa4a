import { type Command, Option } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { withExamples } from '../help-format.ts';
import { collect } from '../pairs.ts';
import { formatOf, formatOption, jsonOption, pathOption } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import type { WalkCommandOptions } from '../walk-options.ts';

/** `timbang walk`, which `timbang` alone runs too: the walkthrough. */
export function addWalk(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('walk', { isDefault: true })
    .summary(say('cli.walk.summary'))
    .addOption(new Option('--resume [draft]', say('cli.walk.resume')).conflicts(['answers', 'set']))
    .option('--answers <file>', say('cli.walk.answers'))
    .option('--no-input', say('cli.walk.no-input'))
    .option('--plain-stdin', say('cli.walk.plain-stdin'))
    .option('--no-save', say('cli.walk.no-save'))
    .option('--set <fact=answer>', say('cli.walk.set'), collect)
    .addOption(pathOption(shell))
    .option('--out <file>', say('cli.walk.out'))
    .addOption(formatOption(shell))
    .addOption(jsonOption(shell))
    .action((options: WalkCommandOptions) => run(options, shell));
  withExamples(command, say('cli.walk.examples'), say('cli.walk.notes'));
}

async function run(options: WalkCommandOptions, shell: Shell): Promise<void> {
  formatOf(options);
  const { stdin, stderr } = shell.host;
  const terminal = stdin.isTTY && stderr.isTTY;
  const canAsk = options.input && (options.plainStdin === true || (terminal && options.answers !== '-'));
  const hasAnswers = options.answers !== undefined || options.set !== undefined;
  if (canAsk) {
    const { walkThrough } = await import('../walk-through.ts');
    return walkThrough(shell, options);
  }
  // Nobody can be asked: with answers the result is told, without any this is said at once.
  if (!hasAnswers || options.resume !== undefined) throw new InputError([{ code: 'E810', saw: '' }]);
  const { weighAnswers } = await import('../weigh-answers.ts');
  await weighAnswers(shell, options);
}
