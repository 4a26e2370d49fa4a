import { draw, type Size } from './layout.ts';
import { InputEnded, Interrupted } from './prompter.ts';
import { type ScreenConfig, type ScreenEnd, screenOf } from './screen-config.ts';
import { CLEAR, CLEAR_ALL, type Terminal } from './terminal.ts';

const ALTERNATE_ON = '\x1b[?1049h';
const ALTERNATE_OFF = '\x1b[?1049l';

/** The alternate screen of a terminal: one prompt at a time is drawn on it. */
export interface AlternateScreen {
  readonly size: () => Size;
  /** Calls back, on a cleared screen, when the terminal has another size. */
  readonly onResize: (then: () => void) => () => void;
  /** Shows one prompt until it ends. Throws `InputEnded` and `Interrupted`. */
  readonly prompt: (config: ScreenConfig) => Promise<ScreenEnd>;
  readonly clearAll: () => void;
  readonly close: () => void;
}

/** Takes the alternate screen with the first prompt, and gives it back once, whatever happens. */
export function alternateScreen(terminal: Terminal): AlternateScreen {
  const { output } = terminal;
  const abort = new AbortController();
  const stop = terminal.onInterrupt(() => abort.abort());
  const size = () => ({ rows: output.rows || 24, columns: output.columns || 80 });
  let open = false;
  return {
    size,
    onResize(then) {
      const redraw = () => {
        output.write(CLEAR);
        then();
      };
      output.on('resize', redraw);
      return () => void output.removeListener('resize', redraw);
    },
    async prompt(config) {
      if (!open) {
        open = true;
        // The page stands before the prompt library is loaded, so that the first screen does not wait for it.
        const { lines } = draw(screenOf(config, { ...config, marked: config.marked ?? [] }), size());
        output.write(`${ALTERNATE_ON}${CLEAR}${lines.join('\r\n')}`);
      }
      const { screenPrompt } = await import('./screen-prompt.ts');
      output.write(CLEAR);
      const context = { input: terminal.input, output, clearPromptOnDone: true, signal: abort.signal };
      return screenPrompt(config, context).then(notEnded, interrupted);
    },
    clearAll: () => void output.write(CLEAR_ALL),
    close() {
      stop();
      if (open) output.write(`${CLEAR}${ALTERNATE_OFF}`);
      open = false;
    },
  };
}

function notEnded(end: ScreenEnd): ScreenEnd {
  if (end.how === 'ended') throw new InputEnded();
  return end;
}

/** By name: two copies of the library in one tree would make two classes of one name. */
function interrupted(error: unknown): never {
  if (error instanceof Error && /^(?:Exit|Abort|Cancel)PromptError$/.test(error.name))
    throw new Interrupted();
  throw error;
}
