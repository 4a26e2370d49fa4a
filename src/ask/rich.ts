import { type Say, sayIn } from '../text/say.ts';
import { readMarks, readOne, readText, type Typed } from './commands.ts';
import { draw, lineWidth, wrap } from './layout.ts';
import { readChecked } from './plain.ts';
import { type Body, InputEnded, Interrupted, type Page, type Prompter, type Reply } from './prompter.ts';
import type { ScreenConfig, ScreenEnd } from './screen-prompt.ts';
import { CLEAR, CLEAR_ALL, slipNotice, type Terminal } from './terminal.ts';

const ALTERNATE_ON = '\x1b[?1049h';
const ALTERNATE_OFF = '\x1b[?1049l';

type Kind = 'one' | 'menu' | 'several' | 'text' | 'pause';
type Asked = Page &
  Pick<ScreenConfig, 'choices' | 'active'> & { readonly marked?: readonly string[]; readonly line?: string };

/**
 * The prompter of a real terminal, on the alternate screen, so that nothing of a case is left in what can be scrolled
 * back to. Choices are taken by number or with the arrows; Esc goes back; every command can be typed.
 */
export function richPrompter(terminal: Terminal, lang: string): Prompter {
  let say: Say = sayIn(lang);
  let open = false;
  const abort = new AbortController();
  const { output } = terminal;
  const size = () => ({ rows: output.rows ?? 24, columns: output.columns ?? 80 });

  function close(): void {
    if (!open) return;
    open = false;
    output.write(`${CLEAR}${ALTERNATE_OFF}`);
  }
  const stop = terminal.onInterrupt(() => abort.abort());

  /** Draws the page before the prompt library is loaded, so that the first screen does not wait for it. */
  async function load(config: ScreenConfig) {
    if (!open) {
      open = true;
      output.write(`${ALTERNATE_ON}${CLEAR}${preview(config)}`);
    }
    return (await import('./screen-prompt.ts')).screenPrompt;
  }

  async function prompt(config: ScreenConfig): Promise<ScreenEnd> {
    const screenPrompt = await load(config);
    output.write(CLEAR);
    try {
      const end = await screenPrompt(config, {
        input: terminal.input,
        output,
        clearPromptOnDone: true,
        signal: abort.signal,
      });
      if (end.how === 'ended') throw new InputEnded();
      return end;
    } catch (error) {
      // By name: two copies of the library would make two classes of one name.
      if (error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name))
        throw new Interrupted();
      throw error;
    }
  }

  function onResize(then: () => void): () => void {
    const redraw = () => {
      output.write(CLEAR);
      then();
    };
    output.on('resize', redraw);
    return () => void output.removeListener('resize', redraw);
  }

  async function ask<T>(kind: Kind, asked: Asked, read: (end: ScreenEnd) => Typed<T>): Promise<Reply<T>> {
    let config: ScreenConfig = {
      body: asked.body,
      notice: asked.notice,
      choices: asked.choices,
      compact: kind === 'menu',
      active: asked.active,
      marked: asked.marked,
      page: 0,
      hints: [hints(say, kind), ...(asked.note === undefined ? [] : [asked.note])],
      label: kind === 'pause' ? '> ' : `${say('ask.answer')} `,
      line: asked.line ?? '',
      text: kind === 'text',
      pages: (page, of) => say('ask.pages', { page, of }),
      size,
      onResize,
    };
    for (;;) {
      const end = await prompt(config);
      if (end.how === 'escape')
        return { kind: 'command', command: 'back', typed: kind === 'text' ? end.line : '' };
      if (end.how === 'hide')
        return { kind: 'command', command: 'hide', typed: kind === 'text' ? end.line : '' };
      const pages = draw(
        { ...config, ...drawn(config), page: 0, active: end.active, marked: undefined },
        size(),
      ).pages;
      const next = { page: end.page, active: end.active, marked: config.marked && end.marked, line: '' };
      if (end.line === '' && (kind === 'menu' || kind === 'pause') && end.page < pages - 1) {
        config = { ...config, ...next, page: end.page + 1, notice: undefined };
        continue;
      }
      const meant = read(end);
      if (meant.kind === 'value') return meant;
      if (meant.kind === 'command') return { ...meant, typed: '' };
      config = { ...config, ...next, notice: slipNotice(say, meant, config.choices.length) };
    }
  }

  return {
    chooseOne(one) {
      const at = one.choices.findIndex((choice) => choice.value === (one.current ?? one.enter));
      return ask(one.compact ? 'menu' : 'one', { ...one, active: at < 0 ? undefined : at }, (end) =>
        readOne(end.line, one.choices, end.active === undefined ? undefined : one.choices[end.active]?.value),
      );
    },
    async markSeveral(several) {
      let { marked } = several;
      let notice = several.notice;
      let active: number | undefined = 0;
      for (;;) {
        let typed = false;
        const reply: Reply<readonly string[]> = await ask(
          'several',
          { ...several, notice: notice as Body, active, marked },
          (end) => {
            typed = end.line.trim() !== '';
            active = end.active;
            return readMarks(end.line, several.choices, end.marked);
          },
        );
        if (reply.kind !== 'value' || !typed) return reply;
        // Typed numbers turn marks over, so that one can be added without typing all of them again.
        marked = turned(marked, reply.value);
        notice = undefined;
      }
    },
    async shortText(text) {
      let line = text.current;
      let notice = text.notice;
      const once = () =>
        ask(
          'text',
          { ...text, notice: notice as Body, choices: [], active: undefined, line: line ?? '' },
          (end) => readText(end.line),
        );
      return readChecked(text, once, (doubt, typed) => {
        line = typed;
        notice = (width) =>
          wrap(`${doubt.message} ${doubt.firm ? '' : say('ask.doubt.again')}`.trim(), width);
      });
    },
    pause: (page) =>
      ask('pause', { ...page, choices: [], active: undefined }, (end) => {
        const meant = readText(end.line);
        return meant.kind === 'value' ? { kind: 'value', value: null } : meant;
      }),
    hide() {
      output.write(CLEAR_ALL);
      return this.pause({ body: () => [] });
    },
    speak(next) {
      say = sayIn(next);
    },
    close() {
      stop();
      close();
    },
  };

  function drawn(config: ScreenConfig) {
    const width = lineWidth(size().columns);
    return { body: config.body(width), notice: config.notice?.(width) ?? [] };
  }

  function preview(config: ScreenConfig): string {
    return draw(
      { ...config, ...drawn(config), marked: config.marked && new Set(config.marked) },
      size(),
    ).lines.join('\r\n');
  }
}

function hints(say: Say, kind: Kind): string {
  return {
    one: () => say('ask.rich.one'),
    menu: () => say('ask.rich.menu'),
    several: () => say('ask.rich.several'),
    text: () => say('ask.rich.text'),
    pause: () => say('ask.rich.pause'),
  }[kind]();
}

function turned(marked: readonly string[], typed: readonly string[]): string[] {
  return [
    ...marked.filter((value) => !typed.includes(value)),
    ...typed.filter((value) => !marked.includes(value)),
  ];
}
