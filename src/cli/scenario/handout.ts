import { type Command, Option } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import { type HandoutCommandOptions, READERS } from './options.ts';
import { PAPER_FORMATS } from './paper-formats.ts';

/** `timbang scenario handout SCENARIO`: for a class without computers. */
export function addHandout(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const handout = scenario
    .command('handout')
    .summary(say('cli.scenario.handout.summary'))
    .argument('<file>', say('cli.scenario.handout.file'))
    .addOption(new Option('--for <reader>', say('cli.scenario.handout.for')).choices(READERS))
    .addOption(new Option('--format <format>', say('cli.scenario.debrief.format')).choices(PAPER_FORMATS))
    .option('--out <file>', say('cli.option.out'))
    .action(async (file: string, options: HandoutCommandOptions) => {
      const { handOut } = await import('./hand-out.ts');
      await handOut(shell, file, options);
    });
  withExamples(handout, say('cli.scenario.handout.examples'), say('cli.scenario.handout.notes'));
}
