import { painter } from '../render/spans.ts';
import { type Say, sayIn } from '../text/say.ts';
import { readChecked } from './checked.ts';
import { readMarks, readOne, readText, type Typed } from './commands.ts';
import { beginning } from './form.ts';
import { lineWidth, textBody, wrap } from './layout.ts';
import { type LineReader, openLines } from './line-reader.ts';
import type {
  Choice,
  ChooseOne,
  FillIn,
  Given,
  Item,
  MarkSeveral,
  Page,
  Prompter,
  Reply,
  ShortText,
} from './prompter.ts';
import { CLEAR_ALL, doubtText, slipNotice, type Terminal } from './terminal.ts';

/** One session of plain text: where it is written, read from, and in which language. */
interface Plain {
  readonly terminal: Terminal;
  readonly lines: LineReader;
  say: Say;
}

/**
 * The append-only prompter, for screen readers, dumb terminals and pipes: nothing that was printed is ever drawn again,
 * choices are numbered, what holds now is said in words.
 */
export function plainPrompter(terminal: Terminal, lang: string): Prompter {
  const plain: Plain = { terminal, lines: openLines(terminal), say: sayIn(lang) };
  return {
    chooseOne: (one) => chooseOne(plain, one),
    markSeveral: (several) => markSeveral(plain, several),
    fillIn: (form) => fillIn(plain, form),
    shortText: (text) => shortText(plain, text),
    pause: (page) => pause(plain, page),
    hide: () => hide(plain),
    speak(next) {
      plain.say = sayIn(next);
    },
    close: () => plain.lines.close(),
  };
}

function chooseOne(plain: Plain, one: ChooseOne): Promise<Reply<string>> {
  const { say } = plain;
  const wordsOf = (value?: string) => one.choices.find((choice) => choice.value === value)?.label;
  const [current, enter] = [wordsOf(one.current), wordsOf(one.enter)];
  show(plain, one, [...listed(plain, one.choices), ...said(plain, current)]);
  return ask(plain, labelOf(say, one, { current, enter }), {
    choices: one.choices.length,
    read: (line) => readOne(line, one.choices, current ? one.current : one.enter),
  });
}

interface Held {
  readonly current: string | undefined;
  readonly enter: string | undefined;
}

function labelOf(say: Say, { explained }: ChooseOne, { current, enter }: Held): string {
  if (current) return say(explained ? 'ask.plain.question-or-keep' : 'ask.plain.one-or-keep');
  if (enter) return say('ask.plain.one-or-enter', { enter });
  return say(explained ? 'ask.plain.question' : 'ask.plain.one');
}

function markSeveral(plain: Plain, several: MarkSeveral): Promise<Reply<readonly string[]>> {
  const { say } = plain;
  const marked = several.choices.filter((choice) => several.marked.includes(choice.value));
  const current = marked.map((choice) => choice.label).join('; ') || say('ask.none-marked');
  show(plain, several, [...listed(plain, several.choices), ...said(plain, current)]);
  return ask(plain, say('ask.plain.several'), {
    choices: several.choices.length,
    read: (line) => readMarks(line, several.choices, several.marked),
  });
}

/** One after the other under one heading: what would have to be remembered from a list is read out when it is asked. */
async function fillIn(plain: Plain, form: FillIn): Promise<Reply<Given>> {
  const { items, heard } = form;
  let { given, active } = beginning(form);
  let { notice } = form;
  if (!notice) {
    const count = plain.say('ask.form.count', { count: items.length });
    const note = form.note === undefined ? [] : wrap(form.note, width(plain));
    write(plain, ['', ...painted(plain, form.body), '', ...wrap(count, width(plain)), ...note]);
  }
  for (let item = items[active]; item; item = items[active]) {
    const reply = await askItem(plain, { item, at: active, of: items.length, given, notice });
    notice = undefined;
    if (reply.kind === 'command' && reply.command === 'back' && active > 0) active -= 1;
    else if (reply.kind === 'command') return { ...reply, at: item.value };
    else {
      given = new Map(given).set(item.value, reply.value);
      heard(given);
      active += 1;
    }
  }
  return { kind: 'value', value: given };
}

interface AskedItem {
  readonly item: Item;
  readonly at: number;
  readonly of: number;
  readonly given: Given;
  readonly notice: Page['notice'];
}

function askItem(plain: Plain, { item, at, of, given, notice }: AskedItem): Promise<Reply<string>> {
  const asked = plain.say('ask.form.item', { at: at + 1, of, ask: item.label });
  return chooseOne(plain, {
    body: textBody(asked),
    choices: item.answers,
    current: given.get(item.value),
    explained: true,
    notice,
  });
}

function shortText(plain: Plain, text: ShortText): Promise<Reply<string>> {
  const { say } = plain;
  show(plain, text, said(plain, text.current || undefined));
  const label = say(text.current ? 'ask.plain.text-or-keep' : 'ask.plain.text');
  const once = () => ask(plain, label, { choices: 0, read: (line) => readText(line, text.current) });
  return readChecked(text, once, (doubt) => write(plain, ['', ...wrap(doubtText(say, doubt), width(plain))]));
}

function pause(plain: Plain, page: Page, label = plain.say('ask.plain.pause')): Promise<Reply<null>> {
  show(plain, page, []);
  return ask(plain, label, {
    choices: 0,
    read: (line) => {
      const meant = readText(line);
      return meant.kind === 'value' ? { kind: 'value', value: null } : meant;
    },
  });
}

function hide(plain: Plain): Promise<Reply<null>> {
  const { output, clears } = plain.terminal;
  if (output.isTTY && clears) output.write(CLEAR_ALL);
  else
    write(
      plain,
      Array.from({ length: output.rows || 50 }, () => ''),
    );
  return pause(plain, { body: () => [] }, plain.say('ask.hidden'));
}

interface Asked<T> {
  readonly choices: number;
  readonly read: (line: string) => Typed<T>;
}

async function ask<T>(plain: Plain, label: string, asked: Asked<T>): Promise<Reply<T>> {
  for (;;) {
    write(plain, wrap(label, width(plain)));
    const meant = asked.read(await plain.lines.next());
    if (meant.kind === 'value') return meant;
    if (meant.kind === 'command') return { ...meant, typed: '' };
    write(plain, ['', ...painted(plain, slipNotice(plain.say, meant, asked.choices))]);
  }
}

/** A page that comes back with a notice is not read out again: only the notice is. */
function show(plain: Plain, page: Page, below: readonly string[]): void {
  if (page.notice) return write(plain, ['', ...painted(plain, page.notice), '']);
  const note = page.note === undefined ? [] : wrap(page.note, width(plain));
  write(plain, ['', ...painted(plain, page.body), '', ...below, ...note]);
}

function painted(plain: Plain, body: Page['body']): string[] {
  return body(width(plain)).map(painter(plain.terminal.level));
}

function listed(plain: Plain, choices: readonly Choice[]): string[] {
  const lines = choices.flatMap((choice, at) => wrap(`${at + 1}. ${choice.label}`, width(plain), 3));
  return [plain.say('ask.choices'), ...lines];
}

function said(plain: Plain, current: string | undefined): string[] {
  return current === undefined ? [] : wrap(plain.say('ask.current', { value: current }), width(plain));
}

function width({ terminal }: Plain): number {
  return lineWidth(terminal.output.columns || 80);
}

function write({ terminal }: Plain, rows: readonly string[]): void {
  terminal.output.write(rows.map((row) => `${row}\n`).join(''));
}
