import process from 'node:process';
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
  /** Gives the terminal back and stops until the shell lets the program go on; then calls back. */
  readonly suspend: (then: () => void) => void;
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
    suspend: (then) => suspend(terminal, then),
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

/** Without a shell that minds its jobs the signal does nothing: then the screen comes back at once. */
const SHELL_TAKES = 100;

function suspend({ input, output }: Terminal, then: () => void): void {
  const raw = (on: boolean) => void (input as Partial<NodeJS.ReadStream>).setRawMode?.(on);
  let away = true;
  const back = () => {
    if (!away) return;
    away = false;
    process.off('SIGCONT', back);
    raw(true);
    output.write(`${ALTERNATE_ON}${CLEAR}`);
    then();
  };
  process.on('SIGCONT', back);
  raw(false);
  output.write(`${CLEAR}${ALTERNATE_OFF}`);
  process.kill(process.pid, 'SIGTSTP');
  setTimeout(back, SHELL_TAKES);
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
