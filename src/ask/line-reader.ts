import { createInterface } from 'node:readline';
import { InputEnded, Interrupted } from './prompter.ts';
import type { Terminal } from './terminal.ts';

/** Lines of one session, one after the other. */
export interface LineReader {
  /** The next line. Throws `InputEnded` and `Interrupted`. */
  readonly next: () => Promise<string>;
  readonly close: () => void;
}

/** Opens the one reader of a session, so that lines that come through a pipe all at once are none of them lost. */
export function openLines(terminal: Terminal): LineReader {
  const reader = createInterface({
    input: terminal.input,
    terminal: false,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const lines = reader[Symbol.asyncIterator]();
  let interrupt: (error: Error) => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = reject;
  });
  // It may be rejected while nobody reads; the next reader meets it all the same.
  interrupted.catch(() => {});
  const stop = terminal.onInterrupt(() => {
    // The terminal has echoed ^C: what is said next begins a line of its own.
    terminal.output.write('\n');
    interrupt(new Interrupted());
  });
  return {
    async next() {
      const next = await Promise.race([lines.next(), interrupted]);
      if (next.done) throw new InputEnded();
      return next.value;
    },
    close() {
      stop();
      reader.close();
    },
  };
}
