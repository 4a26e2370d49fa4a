import type { Choice, Command } from './prompter.ts';

/** Words after the colon, both languages at once: nobody has to remember which language is on. */
const WORDS: Readonly<Record<string, Command>> = {
  back: 'back',
  kembali: 'back',
  why: 'why',
  mengapa: 'why',
  now: 'now',
  darurat: 'now',
  hide: 'hide',
  sembunyi: 'hide',
  place: 'place',
  tempat: 'place',
  lang: 'lang',
  bahasa: 'lang',
  change: 'change',
  ubah: 'change',
  quit: 'quit',
  keluar: 'quit',
  'quit!': 'quit-silently',
  'keluar!': 'quit-silently',
  help: 'commands',
  bantuan: 'commands',
};

/** What one typed line means at a prompt. `slip`: it means nothing here; why is looked up by the caller. */
export type Typed<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'command'; readonly command: Command }
  | {
      readonly kind: 'slip';
      readonly slip: 'nothing-chosen' | 'not-a-choice' | 'unknown-command';
      readonly typed: string;
    };

export const slip = (kind: 'nothing-chosen' | 'not-a-choice' | 'unknown-command', typed: string) =>
  ({ kind: 'slip', slip: kind, typed }) as const;

/** The command in a line, a slip for an unknown one, `undefined` for a line that is no command. */
export function readCommand(line: string): Typed<never> | undefined {
  if (line === '?') return { kind: 'command', command: 'help' };
  if (!line.startsWith(':')) return undefined;
  const word = line.slice(1).trim().toLowerCase();
  const command = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return command ? { kind: 'command', command } : slip('unknown-command', line);
}

/**
 * Reads a line typed at a choice: a number, the words of a choice or their beginning if only one begins so, or a
 * command. An empty line takes `kept`.
 */
export function readOne(typed: string, choices: readonly Choice[], kept?: string): Typed<string> {
  const line = tidy(typed);
  if (line === '') return kept === undefined ? slip('nothing-chosen', '') : { kind: 'value', value: kept };
  const command = readCommand(line);
  if (command) return command;
  const found = /^\d+$/.test(line) ? choices[Number(line) - 1] : byWords(line, choices);
  return found ? { kind: 'value', value: found.value } : slip('not-a-choice', line);
}

function byWords(line: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = line.toLowerCase();
  const exact = choices.filter((choice) => choice.label.toLowerCase() === wanted);
  const found =
    exact.length > 0 ? exact : choices.filter((choice) => choice.label.toLowerCase().startsWith(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** Reads a line typed at a list of marks: numbers apart by commas or spaces (0: none), or a command. Empty: as it is. */
export function readMarks(
  typed: string,
  choices: readonly Choice[],
  marked: readonly string[],
): Typed<readonly string[]> {
  const line = tidy(typed);
  if (line === '') return { kind: 'value', value: marked };
  const command = readCommand(line);
  if (command) return command;
  if (line === '0') return { kind: 'value', value: [] };
  const values: string[] = [];
  for (const word of line.split(/[\s,;]+/).filter(Boolean)) {
    const found = /^\d+$/.test(word) ? choices[Number(word) - 1] : undefined;
    if (!found) return slip('not-a-choice', word);
    values.push(found.value);
  }
  return {
    kind: 'value',
    value: choices.map((choice) => choice.value).filter((value) => values.includes(value)),
  };
}

/** Reads a line of free text or a command. Empty keeps what is there, a lone hyphen empties it. */
export function readText(typed: string, current = ''): Typed<string> {
  const line = tidy(typed);
  if (line === '') return { kind: 'value', value: current };
  if (line === '-') return { kind: 'value', value: '' };
  return readCommand(line) ?? { kind: 'value', value: line };
}

/**
 * Reads a line of text that began as another one, on which a command may have been typed at the end: nobody empties a
 * line first to ask for help.
 */
export function readEdited(typed: string, began: string): Typed<string> {
  const added = began !== '' && typed.startsWith(began) ? tidy(typed.slice(began.length)) : '';
  const command = added.startsWith(':') ? readCommand(added) : undefined;
  return command?.kind === 'command' ? command : readText(typed);
}

/** A typed line without controls, direction marks and outer blanks; no longer than 2,000 characters. */
export function tidy(line: string): string {
  return line
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .trim()
    .slice(0, 2000);
}
