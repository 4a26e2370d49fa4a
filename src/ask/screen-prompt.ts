import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { draw } from './layout.ts';
import { type Key, press } from './press.ts';
import { type ScreenConfig, type ScreenEnd, type ScreenState, screenOf } from './screen-config.ts';

/**
 * One prompt for every kind of question: a page above, numbered choices or none, and a line on which a number, a word
 * or a `:command` is typed. What the line means is read by the caller.
 */
export const screenPrompt = createPrompt<ScreenEnd, ScreenConfig>((config, done) => {
  const [state, setState] = useState<ScreenState>({
    line: config.line,
    active: config.active,
    marked: new Set(config.marked ?? []),
    page: config.page,
  });
  const [, setDrawn] = useState(0);
  const chord = useRef(false);
  // `done` is also called by events outside of a render, which must see what stands now.
  const now = useRef(state);
  now.current = state;
  const end = (how: ScreenEnd['how'], { line } = now.current) =>
    done({ ...now.current, how, line, marked: [...now.current.marked] });

  useEffect((rl) => {
    if (config.line !== '') rl.write(config.line);
    // Ctrl-D and a hang-up close the reader without a key: left alone, the program would end as if all were well.
    rl.on('close', () => end('ended'));
    let drawn = 0;
    const redraw = () => setDrawn(++drawn);
    rl.on('SIGTSTP', () => config.suspend(redraw));
    return config.onResize(redraw);
  }, []);

  const drawing = draw(screenOf(config, state), config.size());

  useKeypress((pressed, rl) => {
    const key: Key = pressed;
    const held = key.ctrl === true && key.name === 'x';
    if (held && chord.current) return end('hide');
    chord.current = held;
    const {
      state: next,
      end: how,
      line,
    } = press(state, { key, typed: rl.line, pages: drawing.pages }, config);
    if (how) return end(how);
    if (line) rl.clearLine(0);
    if (line === 'restore' && next.line !== '') rl.write(next.line);
    config.watch?.(next);
    setState(next);
  });

  return drawing.lines.join('\n');
});
