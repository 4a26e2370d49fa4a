import type { Line } from '../render/spans.ts';

/** What can be typed at any prompt, whatever its kind, in either language. */
export type Command =
  | 'back'
  | 'why'
  | 'help'
  | 'commands'
  | 'now'
  | 'hide'
  | 'place'
  | 'lang'
  | 'change'
  | 'quit'
  | 'quit-silently';

/** What one prompt gave back: an answer, or a command with what had been typed before it. */
export type Reply<T> =
  | { readonly kind: 'value'; readonly value: T }
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly typed: string;
      /** Of several questions on one page, the one that the command was typed at. */
      readonly at?: string | undefined;
    };

/**
 * Lines for a width in cells: no line is wider, no word is cut. They are cleaned and styled when they are shown.
 *
 * @param rows lines that there is room for; a page that can say less says less, another one is cut into pages. Absent:
 *   as many as it takes
 */
export type Body = (width: number, rows?: number) => readonly Line[];

/** What every prompt shows: the text above, and what was said last (the reason asked for, a hint on a slip). */
export interface Page {
  readonly body: Body;
  /** Shown between the choices and the input line; plain mode prints only this when a page comes back with one. */
  readonly notice?: Body | undefined;
  /** A few words beside the hints, e.g. how many questions are left at most. */
  readonly note?: string;
}

export interface Choice {
  readonly value: string;
  /** One idea; wrapped by the prompter. */
  readonly label: string;
}

export interface ChooseOne extends Page {
  readonly choices: readonly Choice[];
  /** The value that holds now: said in words, kept by Enter. Without one, Enter alone chooses nothing. */
  readonly current?: string | undefined;
  /** What Enter takes where nothing holds yet; only for choices that can do no harm. */
  readonly enter?: string;
  /** Whether `?` has something to say and `:why` is worth a hint: a question of the pack. */
  readonly explained?: boolean;
  /** All choices on as few lines as they fit, for a long page with a short menu under it. */
  readonly compact?: boolean;
}

export interface MarkSeveral extends Page {
  readonly choices: readonly Choice[];
  readonly marked: readonly string[];
  /** Whether `?` has something to say. */
  readonly explained?: boolean;
}

/** One of several questions on a page, with its answers. */
export interface Item extends Choice {
  readonly answers: readonly Choice[];
}

/** Answers by the value of their question. */
export type Given = ReadonlyMap<string, string>;

/** Several questions on one page, each with an answer of its own. It ends with an answer to each of them. */
export interface FillIn extends Page {
  readonly items: readonly Item[];
  readonly given: Given;
  /** The question to go on with; else the first without an answer. */
  readonly at?: string | undefined;
  /** Lines that give one answer to every question without one, in words; only where all questions are in sight. */
  readonly others: readonly Choice[];
  /** Told every answer as it is given, so that none is lost whatever ends the prompt. */
  readonly heard: (given: Given) => void;
}

export interface ShortText extends Page {
  /** Text that stands there now, or was half typed; Enter keeps it. */
  readonly current?: string;
  /** What is wrong or doubtful about a text, told before it is taken; a doubt is confirmed by the same text again. */
  readonly check?: (text: string) => TextDoubt | undefined;
}

/** A remark on a typed text. `firm`: it cannot be used so. Otherwise Enter on the same text takes it all the same. */
export interface TextDoubt {
  readonly message: string;
  readonly firm: boolean;
}

/**
 * Asks one person, one thing at a time. Every method ends with a reply; Ctrl-C and the end of input are thrown as
 * `Interrupted` and `InputEnded`, so that one catch at the top of the session keeps the draft.
 */
export interface Prompter {
  chooseOne(ask: ChooseOne): Promise<Reply<string>>;
  markSeveral(ask: MarkSeveral): Promise<Reply<readonly string[]>>;
  fillIn(ask: FillIn): Promise<Reply<Given>>;
  shortText(ask: ShortText): Promise<Reply<string>>;
  /** Shows a page and waits for Enter. */
  pause(page: Page): Promise<Reply<null>>;
  /** Clears what is shown, and the scrollback where there is one, and leaves one neutral line until Enter. */
  hide(): Promise<Reply<null>>;
  /** Changes the language of the prompter's own words. */
  speak(lang: string): void;
  /** Puts the terminal back as it was; safe to call twice and from a signal handler. */
  close(): void;
}

/** Ctrl-C, or a signal that ends the program: exit code 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Input ended while an answer was awaited: exit code 66. */
export class InputEnded extends Error {
  override readonly name = 'InputEnded';
}
