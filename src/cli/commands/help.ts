import type { Command } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';

/** `timbang help [TOPIC]`: help of a command, a topic, or the long text of a code. */
export function addHelp(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('help')
    .summary(say('cli.help.summary'))
    .argument('[topic...]', say('cli.help.topic'))
    .action((words: string[]) => run(words, program, shell));
  withExamples(command, say('cli.help.examples-of-help'));
}

function run(words: readonly string[], program: Command, shell: Shell): void {
  let command = program;
  for (const [at, word] of words.entries()) {
    const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (!next) {
      const expected = command.commands.map((one) => one.name());
      const nearest = nearestOf(word, expected);
      throw new InputError([
        { code: 'E809', saw: words.slice(0, at + 1).join(' '), expected, ...(nearest !== undefined && { nearest }) },
      ]);
    }
    command = next;
  }
  shell.write(command.helpInformation());
}
