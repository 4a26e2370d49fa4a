import { type Command, Option } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import type { PlayCommandOptions } from './options.ts';

/** `timbang scenario play FILE`: a staged scenario with a learner, stage by stage. */
export function addPlay(scenario: Command, shell: Shell): void {
  const { say } = shell;
  const play = scenario
    .command('play')
    .summary(say('cli.scenario.play.summary'))
    .argument('<file>', say('cli.scenario.play.file'))
    .addOption(new Option('--resume [session]', say('cli.scenario.play.resume')).conflicts('answers'))
    .option('--sessions <folder>', say('cli.scenario.play.sessions'))
    .option('--answers <file>', say('cli.scenario.play.answers'))
    .option('--no-input', say('cli.scenario.play.no-input'))
    .option('--plain-stdin', say('cli.scenario.play.plain-stdin'))
    .option('--no-save', say('cli.scenario.play.no-save'))
    .action((file: string, options: PlayCommandOptions) => run(file, options, shell));
  withExamples(play, say('cli.scenario.play.examples'), say('cli.scenario.play.notes'));
}

async function run(file: string, options: PlayCommandOptions, shell: Shell): Promise<void> {
  const { stdin, stderr } = shell.host;
  const canAsk = options.input && (options.plainStdin === true || (stdin.isTTY && stderr.isTTY));
  if (canAsk) {
    const { playStory } = await import('./play-story.ts');
    return playStory(shell, file, options);
  }
  // Nobody can be asked: a session is told to its end, without one this is said at once.
  if (options.answers === undefined) throw new InputError([{ code: 'E810', saw: '' }]);
  const { tellSession } = await import('./tell-session.ts');
  await tellSession(shell, file, options.answers);
}
