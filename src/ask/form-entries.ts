import stringWidth from 'string-width';
import { isFull, letterOf } from './form.ts';
import { wrap } from './layout.ts';
import type { Choice, Given, Item } from './prompter.ts';

/** What a page of several questions shows under its body. */
export interface FormLook {
  readonly items: readonly Item[];
  /** Lines that answer every question without an answer. */
  readonly others: readonly Choice[];
  /** Stands in the place of an answer. */
  readonly open: string;
  /** The hint once every question has an answer. */
  readonly full: string;
}

/** Cells before the text of a question. */
const INDENT = 5;

/** Every question with its answer; under the one that Enter is about, all of its answers. */
export function formEntries(
  { items, others, open }: FormLook,
  { given, active }: { readonly given: Given; readonly active: number | undefined },
  width: number,
): string[][] {
  const rows = items.map((item, at) => {
    const asked = withHead(`${at === active ? '>' : ' '} ${letterOf(at)}  `, item.label, { width });
    const said = given.get(item.value);
    return at === active
      ? [...asked, ...answerLines(item, said, width)]
      : withAnswer(asked, item.answers.find(({ value }) => value === said)?.label ?? open, width);
  });
  const rest = (isFull(items, given) ? [] : others).map(({ label }, at) => {
    const lines = withHead(at + items.length === active ? '>    ' : '     ', label, { width });
    return at === 0 ? ['', ...lines] : lines;
  });
  return [...rows, ...rest];
}

function answerLines({ answers }: Item, said: string | undefined, width: number): string[] {
  const shown = answers.map(({ value, label }, at) => `(${value === said ? 'x' : ' '}) ${at + 1} ${label}`);
  const line = ' '.repeat(INDENT) + shown.join('   ');
  if (stringWidth(line) <= width) return [line];
  // What does not fit on a line goes on under the words of the answer, not under its box.
  const [margin, further] = [' '.repeat(INDENT), 6];
  return shown.flatMap((answer) => withHead(margin, answer, { width, further }));
}

/** The answer stands behind the question where there is room, else below it. */
function withAnswer(asked: readonly string[], answer: string, width: number): string[] {
  const last = `${asked.at(-1) ?? ''}  ${answer}`;
  if (stringWidth(last) <= width) return [...asked.slice(0, -1), last];
  return [...asked, ...withHead(' '.repeat(INDENT), answer, { width })];
}

interface Room {
  readonly width: number;
  /** How much further in the later lines stand than the first word. */
  readonly further?: number;
}

/** A text behind a head, its later lines under its first word or further in. */
function withHead(head: string, text: string, { width, further = 0 }: Room): string[] {
  return wrap(text, width, head.length + further).map((line, row) => (row === 0 ? head + line : line));
}
