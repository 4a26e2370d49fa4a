import type { Level } from '../render/spans.ts';
import type { Say } from '../text/say.ts';
import type { Typed } from './commands.ts';
import { textBody } from './layout.ts';
import type { Body, TextDoubt } from './prompter.ts';

/** The terminal as the prompters see it; streams are given, none is taken from the process. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Where talk goes: stderr, so that stdout holds only the result. */
  readonly output: NodeJS.WritableStream & {
    readonly isTTY?: boolean;
    readonly rows?: number;
    readonly columns?: number;
  };
  /** How many colours the output takes; 0: none. */
  readonly level: Level;
  /** Whether the terminal understands the codes that clear it; `TERM=dumb` does not. */
  readonly clears: boolean;
  /** Calls back on SIGINT, SIGTERM and SIGHUP; returns how to stop that. */
  readonly onInterrupt: (then: () => void) => () => void;
}

/** Clears the screen and puts the cursor home. */
export const CLEAR = '\x1b[2J\x1b[H';
/** Clears the screen and what has been scrolled away. */
export const CLEAR_ALL = '\x1b[2J\x1b[3J\x1b[H';

/** Says why a typed line could not be taken, with what was typed and what can be: a number, or a line of a form. */
export function slipNotice(
  say: Say,
  slip: Extract<Typed<unknown>, { kind: 'slip' }>,
  choices: number | 'form',
): Body {
  const form = choices === 'form';
  const values = { typed: slip.typed, last: form ? 0 : choices };
  const text = {
    'nothing-chosen': () => (form ? say('ask.form.nothing-chosen') : say('ask.slip.nothing-chosen', values)),
    'not-a-choice': () => say(form ? 'ask.form.not-a-choice' : 'ask.slip.not-a-choice', values),
    'unknown-command': () => say('ask.slip.unknown-command', values),
  }[slip.slip]();
  return textBody(text);
}

/** A doubt about a text, with what to do if the text is meant so. */
export function doubtText(say: Say, { message, firm }: TextDoubt): string {
  return firm ? message : `${message} ${say('ask.doubt.again')}`;
}
