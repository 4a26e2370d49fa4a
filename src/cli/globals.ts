import { Command, Option } from 'commander';
import { LANGS, type Say } from '../text/say.ts';

export const COLOURS = ['auto', 'always', 'never'] as const;

/** What the options that every command takes were set to; absent: not given. */
export interface Globals {
  readonly lang?: string;
  readonly pack?: string;
  readonly now?: string;
  /** `false` is `--no-color`. */
  readonly color?: (typeof COLOURS)[number] | false;
  readonly plain?: boolean;
  readonly accessible?: boolean;
}

/** Lists the options that every command takes, before or after its name, described in one language. */
export function globalOptions(say: Say): Option[] {
  return [
    new Option('--lang <language>', say('cli.option.lang', { choices: LANGS.join(', ') })),
    new Option('--pack <pack>', say('cli.option.pack')),
    new Option('--now <date>', say('cli.option.now')),
    new Option('--color <when>', say('cli.option.color')).choices(COLOURS),
    new Option('--no-color', say('cli.option.no-color')),
    new Option('--plain', say('cli.option.plain')),
    new Option('--accessible', say('cli.option.accessible')),
  ];
}

/**
 * Reads the options that every command takes, before the command tree exists: its words depend on the language.
 *
 * Never throws; the real parse reports what is wrong.
 */
export function readGlobals(args: readonly string[], say: Say): Globals {
  const reader = new Command().allowUnknownOption().allowExcessArguments().helpOption(false).exitOverride();
  reader.configureOutput({ outputError: () => undefined });
  for (const option of globalOptions(say)) reader.addOption(option);
  try {
    reader.parseOptions([...args]);
  } catch {
    // What was read up to the fault is enough to say in which language it is told.
  }
  return reader.opts();
}
