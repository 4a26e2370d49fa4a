import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { draw, lineWidth, type Size } from './layout.ts';
import type { Body, Choice } from './prompter.ts';

/** What one rich prompt shows; words are given, nothing here speaks a language. */
export interface ScreenConfig {
  readonly body: Body;
  readonly notice?: Body | undefined;
  readonly choices: readonly Choice[];
  readonly compact: boolean;
  readonly active: number | undefined;
  readonly marked?: readonly string[] | undefined;
  readonly page: number;
  readonly hints: readonly string[];
  readonly label: string;
  /** What stands on the input line at the start. */
  readonly line: string;
  readonly pages: (page: number, of: number) => string;
  readonly size: () => Size;
  /** Calls back when the terminal has another size; returns how to stop that. */
  readonly onResize: (then: () => void) => () => void;
  /** Free text: spaces and digits are text, and arrows move in it. */
  readonly text: boolean;
}

/** How a rich prompt ended: with Enter, Esc, the chord Ctrl-X Ctrl-X, or because input ended (Ctrl-D, hang-up). */
export interface ScreenEnd {
  readonly how: 'enter' | 'escape' | 'hide' | 'ended';
  readonly line: string;
  readonly active: number | undefined;
  readonly marked: readonly string[];
  readonly page: number;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/**
 * One prompt for every kind of question: a page above, numbered choices or none, and a line on which a number, a word
 * or a `:command` is typed. What the line means is read by the caller.
 */
export const screenPrompt = createPrompt<ScreenEnd, ScreenConfig>((config, done) => {
  const [line, setLine] = useState(config.line);
  const [active, setActive] = useState(config.active);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set(config.marked ?? []));
  const [page, setPage] = useState(config.page);
  const [, setDrawn] = useState(0);
  const chord = useRef(false);
  // `done` is also called by events outside of a render, which must see what stands now.
  const now = useRef({ line, active, marked, page });
  now.current = { line, active, marked, page };
  const end = (how: ScreenEnd['how'], typed = now.current.line) =>
    done({ ...now.current, how, line: typed, marked: [...now.current.marked] });

  useEffect((rl) => {
    if (config.line !== '') rl.write(config.line);
    // Ctrl-D and a hang-up close the reader without a key: left alone, the program would end as if all were well.
    rl.on('close', () => end('ended'));
    let drawn = 0;
    return config.onResize(() => setDrawn(++drawn));
  }, []);

  const size = config.size();
  const width = lineWidth(size.columns);
  const drawing = draw(
    {
      ...config,
      body: config.body(width),
      notice: config.notice?.(width) ?? [],
      active,
      page,
      line,
      marked: config.marked && marked,
    },
    size,
  );

  useKeypress((pressed, rl) => {
    const key: Key = pressed;
    const second = chord.current && key.ctrl === true && key.name === 'x';
    chord.current = key.ctrl === true && key.name === 'x' && !second;
    const count = config.choices.length;
    const turn = (by: number) => setPage(Math.max(0, Math.min(drawing.pages - 1, page + by)));
    const restore = () => {
      rl.clearLine(0);
      if (line !== '') rl.write(line);
    };
    if (second) return end('hide');
    if (key.name === 'escape') return end('escape', rl.line);
    if (key.name === 'return' || key.name === 'enter') return end('enter', line);
    if (key.name === 'pagedown') return turn(1);
    if (key.name === 'pageup') return turn(-1);
    if (key.name === 'tab') return restore();
    if (!config.text && (key.name === 'down' || key.name === 'up')) {
      restore();
      const step = key.name === 'down' ? 1 : -1;
      if (config.compact || count === 0) turn(step);
      else setActive(active === undefined ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
      return;
    }
    if (!config.text && key.name === 'space' && line === '') {
      rl.clearLine(0);
      const value = active === undefined ? undefined : config.choices[active]?.value;
      if (config.marked && value !== undefined) setMarked(toggled(marked, value));
      else turn(1);
      return;
    }
    setLine(rl.line);
    if (!config.text && /^\d+$/.test(rl.line) && Number(rl.line) >= 1 && Number(rl.line) <= count) {
      setActive(Number(rl.line) - 1);
    }
  });

  return drawing.lines.join('\n');
});

/** The marks with one of them turned over. */
export function toggled(marks: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(marks);
  if (!next.delete(value)) next.add(value);
  return next;
}
