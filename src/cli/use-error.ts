import type { Command, CommanderError } from 'commander';
import { InputError } from '../problems/input-error.ts';
import { nearestOf } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';

/** A wrong call, help or version, as commander ends them, with the command in which it did. */
export class UseError extends Error {
  override readonly name = 'UseError';
  override readonly cause: CommanderError;
  readonly command: Command;

  constructor(cause: CommanderError, command: Command) {
    super(cause.code);
    this.cause = cause;
    this.command = command;
  }
}

/** Faults in the environment or a configuration file: exit code 78, whatever their codes. */
export class SettingsFault extends InputError {}

/**
 * Turns commander's English sentence into a problem of ours: what was typed, and what could have been.
 *
 * E801 no such command, E802 no such option, E803 an argument is missing, E804 an option lacks its value, E805 the
 * value of an option, E806 an argument too many, E807 two options that exclude each other, E808 no verb given.
 */
export function useProblem({ cause: error, command }: UseError, args: readonly string[]): Problem {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [first = '', second = ''] = quoted;
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(first, command);
    case 'commander.unknownOption':
      return { code: 'E802', saw: first, ...near(first, optionsOf(command)) };
    case 'commander.missingArgument':
      return { code: 'E803', saw: first, values: { command: pathOf(command) } };
    case 'commander.missingMandatoryOptionValue':
      return { code: 'E803', saw: longOf(first), values: { command: pathOf(command) } };
    case 'commander.optionMissingArgument':
      return { code: 'E804', saw: longOf(first) };
    case 'commander.invalidArgument':
      return invalidValue(error, first, second);
    case 'commander.excessArguments':
      return excess(command, args);
    case 'commander.conflictingOption':
      return { code: 'E807', saw: longOf(first), values: { other: longOf(second) } };
    default:
      return { code: 'E808', saw: pathOf(command), expected: commandNames(command) };
  }
}

function unknownCommand(saw: string, command: Command): Problem {
  return { code: 'E801', saw, ...near(saw, commandNames(command)) };
}

// A bare `timbang foo` reaches `walk`, which is what `timbang` alone runs; its author meant a command.
function excess(command: Command, args: readonly string[]): Problem {
  const extra = command.args[command.registeredArguments.length] ?? '';
  const parent = command.parent;
  if (parent && !args.includes(command.name())) return unknownCommand(extra, parent);
  return { code: 'E806', saw: extra, values: { command: pathOf(command) } };
}

function invalidValue(error: CommanderError, option: string, saw: string): Problem {
  const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1]?.split(', ') ?? [];
  // Of an argument commander names the value first, of an option the flags.
  if (error.message.includes('for argument')) {
    return { code: 'E805', saw: option, values: { option: saw }, ...near(option, choices) };
  }
  return { code: 'E805', saw, values: { option: longOf(option) }, ...near(saw, choices) };
}

function near(saw: string, expected: readonly string[]): Pick<Problem, 'expected' | 'nearest'> {
  const nearest = nearestOf(saw, expected);
  return { ...(expected.length > 0 && { expected }), ...(nearest !== undefined && { nearest }) };
}

function commandNames(command: Command): string[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .flatMap((one) => [one.name(), ...one.aliases()]);
}

function optionsOf(command: Command): string[] {
  const own = command.createHelp().visibleOptions(command);
  const global = command.createHelp().visibleGlobalOptions(command);
  return [...own, ...global].flatMap((option) => (option.long ? [option.long] : []));
}

function longOf(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
