import { givenBy, isFull } from './form.ts';
import { type FormLook, formEntries } from './form-entries.ts';
import { draw, lineWidth, type Screen, type Size } from './layout.ts';
import type { Choice } from './prompter.ts';

/** What one rich prompt shows; words are given, nothing here speaks a language. */
export interface ScreenConfig {
  /** Lines for a width and for the rows that are left for them, ready to be printed. */
  readonly body: (width: number, rows: number) => readonly string[];
  readonly notice?: ((width: number) => readonly string[]) | undefined;
  readonly choices: readonly Choice[];
  readonly compact: boolean;
  readonly active: number | undefined;
  readonly marked?: readonly string[] | undefined;
  /** Several questions: each choice is one of them, and a mark is its answer. */
  readonly form?: FormLook | undefined;
  /** Told how the prompt stands after every key. */
  readonly watch?: ((now: ScreenState) => void) | undefined;
  readonly page: number;
  readonly hints: readonly string[];
  readonly label: string;
  /** What stands on the input line at the start. */
  readonly line: string;
  readonly pages: (page: number, of: number) => string;
  readonly around: (above: number, below: number) => string;
  readonly size: () => Size;
  /** Calls back when the terminal has another size; returns how to stop that. */
  readonly onResize: (then: () => void) => () => void;
  /** Ctrl-Z: suspends the program with nothing left in sight; calls back when it goes on. */
  readonly suspend: (then: () => void) => void;
  /** Free text: spaces and digits are text, and arrows move in it. */
  readonly text: boolean;
}

/** Where a prompt stands between two keys. */
export interface ScreenState {
  readonly line: string;
  readonly active: number | undefined;
  readonly marked: ReadonlySet<string>;
  readonly page: number;
}

/** How a rich prompt ended: with Enter, Esc, the chord Ctrl-X Ctrl-X, or because input ended (Ctrl-D, hang-up). */
export interface ScreenEnd extends Omit<ScreenState, 'marked'> {
  readonly how: 'enter' | 'escape' | 'hide' | 'ended';
  readonly marked: readonly string[];
}

/** What is drawn for a prompt as it stands. */
export function screenOf(
  config: ScreenConfig,
  now: Omit<ScreenState, 'marked'> & { readonly marked: Iterable<string> },
): Screen {
  const width = lineWidth(config.size().columns);
  return {
    ...config,
    ...now,
    ...(config.form && formOf(config.form, config.hints, now)),
    notice: config.notice?.(width) ?? [],
    marked: config.marked && new Set(now.marked),
  };
}

type Standing = Pick<ScreenState, 'active'> & { readonly marked: Iterable<string> };

function formOf(form: FormLook, hints: readonly string[], { active, marked }: Standing): Partial<Screen> {
  const given = givenBy(marked);
  return {
    entries: (width) => formEntries(form, { given, active }, width),
    hints: isFull(form.items, given) ? [form.full, ...hints] : hints,
  };
}

/** How many pages the body takes as the prompt stands. */
export function pagesOf(config: ScreenConfig, now: ScreenEnd): number {
  return draw(screenOf(config, now), config.size()).pages;
}
