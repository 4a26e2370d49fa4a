import { givenBy, isFull, marksOf, turnedAnswer } from './form.ts';
import type { ScreenConfig, ScreenState } from './screen-config.ts';

export interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** What a key does: another state, the end of the prompt, and whether the typed line has to be put back or emptied. */
export interface Pressed {
  readonly state: ScreenState;
  readonly end?: 'enter' | 'escape';
  readonly line?: 'restore' | 'empty';
}

export interface Pressing {
  readonly key: Key;
  /** What the reader's line is after the key. */
  readonly typed: string;
  /** Pages of the body as drawn now. */
  readonly pages: number;
}

/** Works out what one key does to a rich prompt. Pure: the whole behaviour of the keyboard is tested without one. */
export function press(state: ScreenState, pressing: Pressing, config: ScreenConfig): Pressed {
  const turned = (by: number) => ({
    ...state,
    page: Math.max(0, Math.min(pressing.pages - 1, state.page + by)),
  });
  switch (pressing.key.name) {
    case 'return':
    case 'enter':
      return { state, end: 'enter' };
    case 'escape':
      return { state, end: 'escape' };
    case 'pagedown':
      return { state: turned(1) };
    case 'pageup':
      return { state: turned(-1) };
    case 'tab':
      return { state, line: 'restore' };
    case 'up':
    case 'down':
      return config.text ? { state } : arrow(state, pressing, config);
    case 'left':
    case 'right':
      if (!config.form || state.line !== '') return typing(state, pressing.typed, config);
      return { state: answered(state, pressing.key.name === 'right' ? 1 : -1, config), line: 'empty' };
    case 'space':
      if (config.text || state.line !== '') return typing(state, pressing.typed, config);
      if (config.form) return { state: answered(state, 1, config), line: 'empty' };
      return { state: config.marked ? toggled(state, config) : turned(1), line: 'empty' };
    default:
      return typing(state, pressing.typed, config);
  }
}

function arrow(
  state: ScreenState,
  { key, pages }: Pressing,
  { choices, compact, form }: ScreenConfig,
): Pressed {
  const step = key.name === 'down' ? 1 : -1;
  // Lines that answer the rest are gone with the last question without an answer.
  const rest = form && isFull(form.items, givenBy(state.marked));
  const count = rest ? form.items.length : choices.length;
  if (compact || count === 0) {
    const page = Math.max(0, Math.min(pages - 1, state.page + step));
    return { state: { ...state, page }, line: 'restore' };
  }
  const from = state.active ?? (step > 0 ? -1 : count);
  return { state: { ...state, active: (from + step + count) % count }, line: 'restore' };
}

/** A number that is being typed moves the mark of the choice, so that Enter takes what is seen. */
function typing(state: ScreenState, typed: string, { text, form, choices }: ScreenConfig): Pressed {
  const number = !text && !form && /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  const active = number >= 1 && number <= choices.length ? number - 1 : state.active;
  return { state: { ...state, line: typed, active } };
}

function toggled(state: ScreenState, { choices }: ScreenConfig): ScreenState {
  const value = state.active === undefined ? undefined : choices[state.active]?.value;
  if (value === undefined) return state;
  const marked = new Set(state.marked);
  if (!marked.delete(value)) marked.add(value);
  return { ...state, marked };
}

/** The answer beside the one that holds, for the question that the arrows are at. */
function answered(state: ScreenState, step: 1 | -1, { form }: ScreenConfig): ScreenState {
  const item = form?.items[state.active ?? 0];
  if (!item) return state;
  const given = givenBy(state.marked);
  const answer = turnedAnswer(item, given, step);
  return answer === undefined ? state : { ...state, marked: new Set(marksOf(given.set(item.value, answer))) };
}
