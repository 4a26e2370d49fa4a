import { type Command, Option } from 'commander';
import type { Shell } from '../shell.ts';

/** Which store, and with which key. */
export interface StoreOptions {
  readonly store?: string;
  readonly identity?: string;
  readonly json?: boolean;
}

/** Gives a verb the options that say which store and which key. */
export function withStore(command: Command, { say }: Shell): Command {
  return command
    .option('--store <folder>', say('record.option.store'))
    .option('--identity <file>', say('record.option.identity'));
}

/** The same, and `--json`. */
export function withStoreAndJson(command: Command, shell: Shell): Command {
  return withStore(command, shell).addOption(new Option('--json', shell.say('cli.option.json')));
}

/** `--from FILE`, where a text comes from that is never taken in an argument. */
export function fromOption({ say }: Shell): Option {
  return new Option('--from <file>', say('record.option.from'));
}
