import type { Command } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import { catalogue, type MessageKey } from '../../text/catalogue.ts';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';

const TOPICS = {
  'exit-codes': 'cli.help.topic-exit-codes',
  privacy: 'cli.help.topic-privacy',
  crisis: 'cli.help.topic-crisis',
  accessibility: 'cli.help.topic-accessibility',
} as const satisfies Record<string, MessageKey>;

type Topic = keyof typeof TOPICS;

/** `timbang help [TOPIC]`: help of a command, a topic, or the long text of a code. */
export function addHelp(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('help')
    .summary(say('cli.help.summary'))
    .argument('[topic...]', say('cli.help.topic'))
    .action((words: string[]) => run(words, program, shell));
  withExamples(
    command,
    say('cli.help.examples-of-help'),
    say('cli.help.topics', { topics: helpTopics().join(', ') }),
  );
}

function run(words: readonly string[], program: Command, shell: Shell): void {
  const [word = ''] = words;
  const wrap = (text: string): string =>
    program.createHelp().boxWrap(text, Math.min(shell.width('stdout'), 80));
  if (words.length === 1 && isTopic(word)) return shell.write(wrap(shell.say(TOPICS[word])));
  const code = word.toUpperCase();
  const long = `problem.${code}.help`;
  if (words.length === 1 && isMessage(long)) return shell.write(wrap(`${code}\n\n${shell.say(long)}`));
  shell.write(commandOf(words, program).helpInformation());
}

function commandOf(words: readonly string[], program: Command): Command {
  let command = program;
  for (const [at, word] of words.entries()) {
    const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (!next) throw unknownTopic(words.slice(0, at + 1).join(' '), command, at === 0);
    command = next;
  }
  return command;
}

function unknownTopic(saw: string, command: Command, isFirst: boolean): InputError {
  const names = command.commands.map((one) => one.name());
  const expected = isFirst ? [...names, ...helpTopics()] : names;
  const nearest = nearestOf(saw, expected);
  return new InputError([{ code: 'E809', saw, expected, ...(nearest !== undefined && { nearest }) }]);
}

/** The topics that `timbang help` explains beside commands and codes. */
export function helpTopics(): Topic[] {
  return Object.keys(TOPICS) as Topic[];
}

function isTopic(word: string): word is Topic {
  return Object.hasOwn(TOPICS, word);
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(catalogue.en, key);
}
