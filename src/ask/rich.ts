import { painter } from '../render/spans.ts';
import { type Say, sayIn } from '../text/say.ts';
import { readChecked } from './checked.ts';
import { readEdited, readMarks, readOne, readText, type Typed } from './commands.ts';
import { beginning, givenBy, marksOf, readEntered, type Standing } from './form.ts';
import { textBody } from './layout.ts';
import type {
  Body,
  ChooseOne,
  FillIn,
  Given,
  MarkSeveral,
  Page,
  Prompter,
  Reply,
  ShortText,
} from './prompter.ts';
import { type AlternateScreen, alternateScreen } from './screen.ts';
import { pagesOf, type ScreenConfig, type ScreenEnd } from './screen-config.ts';
import { doubtText, slipNotice, type Terminal } from './terminal.ts';

type Kind = 'question' | 'one' | 'menu' | 'marks' | 'several' | 'form' | 'text' | 'pause' | 'hidden';

/** One session on the alternate screen, and the language it speaks. */
interface Rich {
  readonly screen: AlternateScreen;
  readonly paint: (body: Body) => (width: number, rows?: number) => readonly string[];
  say: Say;
}

/**
 * The prompter of a real terminal, on the alternate screen, so that nothing of a case is left in what can be scrolled
 * back to. Choices are taken by number or with the arrows; Esc goes back; every command can be typed.
 */
export function richPrompter(terminal: Terminal, lang: string): Prompter {
  const line = painter(terminal.level);
  const rich: Rich = {
    screen: alternateScreen(terminal),
    paint: (body) => (width, rows) => body(width, rows).map(line),
    say: sayIn(lang),
  };
  return {
    chooseOne: (one) => chooseOne(rich, one),
    markSeveral: (several) => markSeveral(rich, several),
    fillIn: (form) => fillIn(rich, form),
    shortText: (text) => shortText(rich, text),
    pause: (page) => pause(rich, page),
    hide() {
      rich.screen.clearAll();
      return pause(rich, { body: () => [] }, 'hidden');
    },
    speak(next) {
      rich.say = sayIn(next);
    },
    close: () => rich.screen.close(),
  };
}

function chooseOne(rich: Rich, one: ChooseOne): Promise<Reply<string>> {
  const at = one.choices.findIndex((choice) => choice.value === (one.current ?? one.enter));
  const held = one.choices.find((choice) => choice.value === one.current);
  const asked: Asked = {
    ...one,
    kind: one.compact ? 'menu' : one.explained ? 'question' : 'one',
    active: at < 0 ? undefined : at,
    ...(held && { held: rich.say('ask.rich.current', { value: held.label }) }),
  };
  return ask(rich, asked, ({ line, active }) =>
    readOne(line, one.choices, active === undefined ? undefined : one.choices[active]?.value),
  );
}

async function markSeveral(rich: Rich, several: MarkSeveral): Promise<Reply<readonly string[]>> {
  const kind = several.explained ? 'marks' : 'several';
  let asked: Asked = { ...several, kind, active: 0 };
  for (;;) {
    let end: ScreenEnd | undefined;
    const reply = await ask(rich, asked, (ended) => {
      end = ended;
      return readMarks(ended.line, several.choices, ended.marked);
    });
    if (reply.kind !== 'value' || !end || end.line.trim() === '') return reply;
    // Typed numbers turn marks over, so that one can be added without typing all of them again.
    const marked = turned(end.marked, reply.value);
    asked = { ...several, kind, notice: undefined, active: end.active, marked };
  }
}

async function fillIn(rich: Rich, form: FillIn): Promise<Reply<Given>> {
  const { items, others, heard } = form;
  const words = { open: rich.say('ask.form.open'), full: rich.say('ask.form.full') };
  let standing: Standing = beginning(form);
  let { notice } = form;
  const hears = (now: Standing) => {
    standing = now;
    heard(now.given);
  };
  for (;;) {
    const asked: Asked = {
      ...form,
      kind: 'form',
      notice,
      choices: [...items, ...others],
      active: standing.active,
      marked: marksOf(standing.given),
      form: { items, others, ...words },
      watch: ({ marked, active }) => hears({ given: givenBy(marked), active: active ?? 0 }),
    };
    const reply = await ask(rich, asked, ({ line, marked, active }) =>
      readEntered(line, form, { given: givenBy(marked), active: active ?? 0 }),
    );
    if (reply.kind === 'command') return { ...reply, at: items[standing.active]?.value };
    hears(reply.value);
    if (reply.value.done) return { kind: 'value', value: reply.value.given };
    notice = undefined;
  }
}

function shortText(rich: Rich, text: ShortText): Promise<Reply<string>> {
  let line = text.current ?? '';
  let { notice } = text;
  const once = () =>
    ask(rich, { ...text, kind: 'text', notice, line, choices: [], active: undefined }, (end) =>
      readEdited(end.line, line),
    );
  return readChecked(text, once, (doubt, typed) => {
    line = typed;
    notice = textBody(doubtText(rich.say, doubt));
  });
}

function pause(rich: Rich, page: Page, kind: 'pause' | 'hidden' = 'pause'): Promise<Reply<null>> {
  return ask(rich, { ...page, kind, choices: [], active: undefined }, ({ line }) => {
    const meant = readText(line);
    return meant.kind === 'value' ? { kind: 'value', value: null } : meant;
  });
}

interface Asked extends Page, Pick<ScreenConfig, 'choices' | 'active' | 'form' | 'watch'> {
  readonly kind: Kind;
  readonly marked?: readonly string[];
  readonly line?: string;
  /** What holds now, in words. */
  readonly held?: string;
}

async function ask<T>(
  rich: Rich,
  { kind, ...asked }: Asked,
  read: (end: ScreenEnd) => Typed<T>,
): Promise<Reply<T>> {
  let config = configOf(rich, { kind, ...asked });
  for (;;) {
    const end = await rich.screen.prompt(config);
    if (end.how === 'escape' || end.how === 'hide') {
      const command = end.how === 'hide' ? 'hide' : 'back';
      return { kind: 'command', command, typed: kind === 'text' ? end.line : '' };
    }
    const again = {
      ...config,
      page: end.page,
      active: end.active,
      marked: config.marked && end.marked,
      line: '',
    };
    if (turnsPage(kind, end, config)) {
      config = { ...again, page: end.page + 1, notice: undefined };
      continue;
    }
    const meant = read(end);
    if (meant.kind === 'value') return meant;
    if (meant.kind === 'command') return { ...meant, typed: '' };
    config = {
      ...again,
      notice: rich.paint(slipNotice(rich.say, meant, kind === 'form' ? 'form' : config.choices.length)),
    };
  }
}

/** Enter alone turns the pages of what is only read, before it means anything else. */
function turnsPage(kind: Kind, end: ScreenEnd, config: ScreenConfig): boolean {
  return isReading(kind) && end.line === '' && end.page < pagesOf(config, end) - 1;
}

function isReading(kind: Kind): boolean {
  return kind === 'menu' || kind === 'pause';
}

interface Pages {
  readonly page: number;
  readonly of: number;
  readonly reading: boolean;
}

function pagesWords(say: Say, { page, of, reading }: Pages): string {
  if (page === of) return say('ask.pages.last', { page, of });
  return say(reading ? 'ask.pages.reading' : 'ask.pages', { page, of });
}

function aroundWords(say: Say, kind: Kind, { above, below }: Record<'above' | 'below', number>): string {
  const where = above === 0 ? 'below' : below === 0 ? 'above' : 'around';
  return say(kind === 'form' ? `ask.form.${where}` : `ask.rich.${where}`, { above, below });
}

function configOf({ say, paint, screen }: Rich, { kind, ...asked }: Asked): ScreenConfig {
  return {
    body: paint(asked.body),
    notice: asked.notice && paint(asked.notice),
    choices: asked.choices,
    compact: kind === 'menu',
    active: asked.active,
    marked: asked.marked,
    form: asked.form,
    watch: asked.watch,
    page: 0,
    hints: [
      asked.held,
      asked.note,
      ...(kind === 'form' ? [say('ask.form.keys')] : []),
      hintOf(say, kind),
    ].filter((hint) => hint !== undefined),
    label: kind === 'pause' || kind === 'hidden' ? '> ' : `${say('ask.answer')} `,
    line: asked.line ?? '',
    text: kind === 'text',
    pages: (page, of) => pagesWords(say, { page, of, reading: isReading(kind) }),
    around: (above, below) => aroundWords(say, kind, { above, below }),
    size: screen.size,
    onResize: screen.onResize,
    suspend: screen.suspend,
  };
}

function hintOf(say: Say, kind: Kind): string {
  return {
    question: () => say('ask.rich.question'),
    one: () => say('ask.rich.one'),
    menu: () => say('ask.rich.menu'),
    marks: () => say('ask.rich.marks'),
    several: () => say('ask.rich.several'),
    form: () => say('ask.rich.form'),
    text: () => say('ask.rich.text'),
    pause: () => say('ask.rich.pause'),
    // Whoever looks over the shoulder learns nothing of what this is.
    hidden: () => say('ask.hidden'),
  }[kind]();
}

function turned(marked: readonly string[], typed: readonly string[]): string[] {
  return [
    ...marked.filter((value) => !typed.includes(value)),
    ...typed.filter((value) => !marked.includes(value)),
  ];
}
