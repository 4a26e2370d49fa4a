import { createInterface } from 'node:readline';
import { type Say, sayIn } from '../text/say.ts';
import { readMarks, readOne, readText, type Typed } from './commands.ts';
import { lineWidth, wrap } from './layout.ts';
import {
  type Choice,
  InputEnded,
  Interrupted,
  type Page,
  type Prompter,
  type Reply,
  type ShortText,
  type TextDoubt,
} from './prompter.ts';
import { CLEAR_ALL, slipNotice, type Terminal } from './terminal.ts';

/**
 * The append-only prompter, for screen readers, dumb terminals and pipes: nothing that was printed is ever drawn again,
 * choices are numbered, what holds now is said in words. One reader serves the whole session, so that lines that come
 * through a pipe all at once are none of them lost.
 */
export function plainPrompter(terminal: Terminal, lang: string): Prompter {
  let say: Say = sayIn(lang);
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
  interrupted.catch(() => {});
  const stop = terminal.onInterrupt(() => interrupt(new Interrupted()));

  const width = () => lineWidth(terminal.output.columns ?? 80);
  const write = (rows: readonly string[]) =>
    void terminal.output.write(`${rows.map((row) => `${row}\n`).join('')}`);

  async function read(label: string): Promise<string> {
    write(wrap(label, width()));
    const next = await Promise.race([lines.next(), interrupted]);
    if (next.done) throw new InputEnded();
    return next.value;
  }

  /** A page that comes back with a notice is not read out again: only the notice is. */
  function show(page: Page, below: readonly string[]): void {
    const notice = page.notice?.(width());
    const note = page.note === undefined ? [] : wrap(page.note, width());
    write(notice ? ['', ...notice, ''] : ['', ...page.body(width()), '', ...below, ...note]);
  }

  async function ask<T>(
    label: string,
    choices: number,
    interpret: (line: string) => Typed<T>,
  ): Promise<Reply<T>> {
    for (;;) {
      const typed = await read(label);
      const meant = interpret(typed);
      if (meant.kind === 'value') return meant;
      if (meant.kind === 'command') return { ...meant, typed: '' };
      write(['', ...slipNotice(say, meant, choices)(width())]);
    }
  }

  return {
    chooseOne(one) {
      const labelOf = (value?: string) => one.choices.find((choice) => choice.value === value)?.label;
      const [current, enter] = [labelOf(one.current), labelOf(one.enter)];
      show(one, [...listed(say('ask.choices'), one.choices, width()), ...said(say, current, width())]);
      const label = current
        ? say('ask.plain.one-or-keep')
        : enter
          ? say('ask.plain.one-or-enter', { enter })
          : say('ask.plain.one');
      return ask(label, one.choices.length, (line) =>
        readOne(line, one.choices, current ? one.current : one.enter),
      );
    },
    markSeveral(several) {
      const labels = several.choices.filter((choice) => several.marked.includes(choice.value));
      const current = labels.map((choice) => choice.label).join('; ') || say('ask.none-marked');
      show(several, [
        ...listed(say('ask.choices'), several.choices, width()),
        ...said(say, current, width()),
      ]);
      return ask(say('ask.plain.several'), several.choices.length, (line) =>
        readMarks(line, several.choices, several.marked),
      );
    },
    shortText(text) {
      show(text, said(say, text.current || undefined, width()));
      return readChecked(
        text,
        () =>
          ask(say(text.current ? 'ask.plain.text-or-keep' : 'ask.plain.text'), 0, (line) =>
            readText(line, text.current),
          ),
        (doubt) =>
          write([
            '',
            ...wrap(`${doubt.message} ${doubt.firm ? '' : say('ask.doubt.again')}`.trim(), width()),
          ]),
      );
    },
    async pause(page) {
      show(page, []);
      return ask(say('ask.plain.pause'), 0, (line) => {
        const meant = readText(line);
        return meant.kind === 'value' ? { kind: 'value', value: null } : meant;
      });
    },
    async hide() {
      if (terminal.output.isTTY && terminal.clears) terminal.output.write(CLEAR_ALL);
      else write(Array.from({ length: terminal.output.rows ?? 50 }, () => ''));
      return this.pause({ body: () => [] });
    },
    speak(next) {
      say = sayIn(next);
    },
    close() {
      stop();
      reader.close();
    },
  };
}

/** Asks until a text is taken: one that raises a doubt is taken when it is typed a second time. */
export async function readChecked(
  text: ShortText,
  once: () => Promise<Reply<string>>,
  tell: (doubt: TextDoubt, typed: string) => void,
): Promise<Reply<string>> {
  let doubted: string | undefined;
  for (;;) {
    const reply = await once();
    if (reply.kind !== 'value') return reply;
    const doubt = text.check?.(reply.value);
    if (!doubt || (!doubt.firm && doubted === reply.value)) return reply;
    doubted = reply.value;
    tell(doubt, reply.value);
  }
}

function listed(heading: string, choices: readonly Choice[], width: number): string[] {
  return [heading, ...choices.flatMap((choice, at) => wrap(`${at + 1}. ${choice.label}`, width, 3))];
}

function said(say: Say, current: string | undefined, width: number): string[] {
  return current === undefined ? [] : wrap(say('ask.current', { value: current }), width);
}
