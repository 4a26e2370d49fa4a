import type { Command, Help, Option } from 'commander';
import type { Say } from '../text/say.ts';

/** Examples of commands, printed before everything else; and notes, printed last. */
const examplesOf = new WeakMap<Command, string>();
const notesOf = new WeakMap<Command, string>();

/** Widest line of help, whatever the window: it is pasted into mails and read on small screens. */
const WIDTH = 80;

/** Gives a command the examples that open its help. */
export function withExamples(command: Command, examples: string, notes?: string): Command {
  examplesOf.set(command, examples);
  if (notes !== undefined) notesOf.set(command, notes);
  return command;
}

/**
 * Lays out the help of a command in one language: summary, examples, usage, arguments, options, commands, notes.
 * commander's own words do not appear in it.
 */
export function helpFormat(say: Say): Partial<Help> {
  return {
    showGlobalOptions: true,
    optionDescription: (option: Option) => option.description,
    formatHelp(command, helper) {
      const width = Math.min(helper.helpWidth ?? WIDTH, WIDTH);
      helper.helpWidth = width;
      const termWidth = Math.min(helper.padWidth(command, helper), 26);
      const item = (term: string, text: string): string => formatItem({ term, text, termWidth, helper });
      const list = (title: string, lines: readonly string[]): string[] =>
        lines.length === 0 ? [] : [title, ...lines, ''];
      const description = helper.commandDescription(command) || command.summary();
      const examples = examplesOf.get(command);
      const notes = notesOf.get(command);
      return [
        ...(description === '' ? [] : [helper.boxWrap(description, width), '']),
        ...(examples === undefined ? [] : [say('cli.help.examples'), indent(examples), '']),
        say('cli.help.usage'),
        `  ${usage(command, say)}`,
        '',
        ...list(
          say('cli.help.arguments'),
          helper.visibleArguments(command).map((one) => item(helper.argumentTerm(one), one.description)),
        ),
        ...list(
          say('cli.help.commands'),
          helper.visibleCommands(command).map((one) => item(commandTerm(one), one.summary())),
        ),
        ...list(
          say('cli.help.options'),
          helper.visibleOptions(command).map((one) => item(helper.optionTerm(one), one.description)),
        ),
        ...list(
          say('cli.help.global-options'),
          helper.visibleGlobalOptions(command).map((one) => item(helper.optionTerm(one), one.description)),
        ),
        ...(notes === undefined ? [] : [helper.boxWrap(notes, width), '']),
      ].join('\n');
    },
  };
}

/** How a command is called, with the words of the language for its options and commands. */
export function usage(command: Command, say: Say): string {
  const names: string[] = [];
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name());
  const takes = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '...' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  const verbs = command.commands.length > 0 ? [`[${say('cli.help.a-command')}]`] : [];
  return [...names, ...verbs, `[${say('cli.help.some-options')}]`, ...takes].join(' ');
}

function commandTerm(command: Command): string {
  return [command.name(), ...command.aliases()].join(', ');
}

function formatItem(parts: { term: string; text: string; termWidth: number; helper: Help }): string {
  const { term, text, termWidth, helper } = parts;
  const width = helper.helpWidth ?? WIDTH;
  const gap = ' '.repeat(termWidth + 4);
  const lines = helper.boxWrap(text, width - termWidth - 4).split('\n');
  // A long term takes a line of its own, so that the texts stay in one column.
  if (helper.displayWidth(term) > termWidth)
    return [`  ${term}`, ...lines.map((line) => gap + line)].join('\n');
  const [first = '', ...rest] = lines;
  const padding = ' '.repeat(termWidth - helper.displayWidth(term) + 2);
  return [`  ${term}${padding}${first}`.trimEnd(), ...rest.map((line) => gap + line)].join('\n');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}
