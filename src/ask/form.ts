import { readCommand, slip, type Typed, tidy } from './commands.ts';
import type { Choice, FillIn, Given, Item } from './prompter.ts';

/** Where a page of several questions stands: what is answered, and the row that Enter is about. */
export interface Standing {
  readonly given: Given;
  /** Index of a question, or, after the last one, of a line that answers the rest. */
  readonly active: number;
}

/** A form is drawn by the same prompt as marks are: an answer is a mark of its question. */
export function marksOf(given: Given): string[] {
  return [...given].map(([item, answer]) => `${item}=${answer}`);
}

export function givenBy(marked: Iterable<string>): Map<string, string> {
  return new Map(
    [...marked].map((mark): [string, string] => {
      const at = mark.indexOf('=');
      return [mark.slice(0, at), mark.slice(at + 1)];
    }),
  );
}

/** The letter by which a question is called: digits are its answers, as on a page with one question. */
export function letterOf(at: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + at);
}

/** The next question without an answer, from the one after `from` on and round the end; none when each has one. */
export function nextOpen(items: readonly Item[], given: Given, from: number): number | undefined {
  const order = items.map((_, step) => (from + 1 + step) % items.length);
  return order.find((at) => !given.has(items[at]?.value ?? ''));
}

/** Whether every question has an answer. */
export function isFull(items: readonly Item[], given: Given): boolean {
  return items.every(({ value }) => given.has(value));
}

/** Where a page of several questions begins: where it was left, or at the first without an answer. */
export function beginning({ items, given, at }: FillIn): Standing {
  const left = items.findIndex(({ value }) => value === at);
  return { given, active: left >= 0 ? left : (nextOpen(items, given, -1) ?? 0) };
}

/** The answer beside the one that holds, round the ends. */
export function turnedAnswer({ value, answers }: Item, given: Given, step: number): string | undefined {
  const at = answers.findIndex((answer) => answer.value === given.get(value));
  const from = at < 0 && step < 0 ? 0 : at;
  return answers[(from + step + answers.length) % answers.length]?.value;
}

/** Gives one answer to each question that has none. */
export function answerRest({ items }: Pick<FillIn, 'items'>, given: Given, answer: string): Given {
  const open = items.filter(({ value }) => !given.has(value));
  return new Map([...given, ...open.map(({ value }): [string, string] => [value, answer])]);
}

/** What Enter does to a page of several questions: it goes on to the next question without an answer, or ends. */
export type Entered = Standing & { readonly done: boolean };

/**
 * Reads Enter on a page of several questions: a line where one was typed, else the row that Enter is about. It never
 * passes over a question, and it ends only when nothing was typed and every question has an answer.
 */
export function readEntered(typed: string, form: FillIn, standing: Standing): Typed<Entered> {
  const { given, active } = standing;
  if (tidy(typed) !== '') {
    const meant = readForm(typed, form, standing);
    return meant.kind === 'value' ? { kind: 'value', value: { ...meant.value, done: false } } : meant;
  }
  const open = nextOpen(form.items, given, active);
  if (open === undefined) return { kind: 'value', value: { ...standing, done: true } };
  const rest = form.others[active - form.items.length];
  if (rest) {
    const value = { given: answerRest(form, given, rest.value), active: form.items.length - 1, done: false };
    return { kind: 'value', value };
  }
  if (!given.has(form.items[active]?.value ?? '')) return slip('nothing-chosen', '');
  return { kind: 'value', value: { given, active: open, done: false } };
}

/**
 * Reads a line typed at a page of several questions: answers apart by commas, each for the question that is next or for
 * the one whose letter stands before it (`2, b tidak, c1`); a letter alone goes to that question; the words of a line
 * that answers the rest; or a command. Nothing of a line is taken where a part of it means nothing.
 */
function readForm(typed: string, form: FillIn, standing: Standing): Typed<Standing> {
  const line = tidy(typed);
  const command = readCommand(line);
  if (command) return command;
  let now: Standing = { ...standing, active: Math.min(standing.active, form.items.length - 1) };
  for (const [at, part] of line.split(/[,;]/).map(tidy).filter(Boolean).entries()) {
    // Where a line has more answers than there are questions left, nobody can say which was meant for which.
    const next = readPart(part, form, { ...now, named: at > 0 && isFull(form.items, now.given) });
    if (!next) return slip('not-a-choice', part);
    now = next;
  }
  return { kind: 'value', value: now };
}

const LETTERED = /^([a-z])(?:[\s.:=)]+(.+)|(\d+))?$/i;

/** Where a part of a line stands; `named`: only a letter says which question it is about. */
type Reading = Standing & { readonly named: boolean };

function readPart(
  part: string,
  form: FillIn,
  { given, active, named: byLetter }: Reading,
): Standing | undefined {
  const rest = restMeant(part, form.others);
  if (rest) return { given: answerRest(form, given, rest), active };
  const [, letter = '', after, digits] = LETTERED.exec(part) ?? [];
  const named = form.items.findIndex((_, at) => letterOf(at) === letter.toLowerCase());
  if (named >= 0 && after === undefined && digits === undefined) return { given, active: named };
  if (named < 0 && byLetter) return undefined;
  const at = named >= 0 ? named : active;
  const item = form.items[at];
  const answer = item && answerMeant(named >= 0 ? (after ?? digits ?? '') : part, item.answers);
  if (!item || answer === undefined) return undefined;
  const answered = new Map(given).set(item.value, answer);
  return { given: answered, active: nextOpen(form.items, answered, at) ?? at };
}

/** An answer by its number, its words, or their beginning; by one letter the first that begins so. */
function answerMeant(typed: string, answers: readonly Choice[]): string | undefined {
  if (/^\d+$/.test(typed)) return answers[Number(typed) - 1]?.value;
  const wanted = typed.toLowerCase();
  const beginning = answers.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const exact = beginning.find(({ label }) => label.length === wanted.length);
  return exact || beginning.length === 1 || wanted.length === 1 ? (exact ?? beginning[0])?.value : undefined;
}

/** Letters of `the others: no` that have to be typed before it can be meant. */
const LEAST = 5;

function restMeant(part: string, others: readonly Choice[]): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[\s:]+/g, ' ');
  const wanted = bare(part);
  if (wanted.length < LEAST) return undefined;
  const meant = others.filter(({ label }) => bare(label).startsWith(wanted));
  const exact = meant.find(({ label }) => bare(label) === wanted);
  return exact ? exact.value : meant.length === 1 ? meant[0]?.value : undefined;
}
