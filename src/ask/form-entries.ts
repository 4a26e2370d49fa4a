import stringWidth from 'string-width';
import { letterOf } from './form.ts';
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
    const head = `${at === active ? '>' : ' '} ${letterOf(at)}  `;
    const asked = wrap(head + item.label, width, INDENT);
    const said = given.get(item.value);
    return at === active
      ? [...asked, ...answerLines(item, said, width)]
      : withAnswer(asked, item.answers.find(({ value }) => value === said)?.label ?? open, width);
  });
  const rest = others.map(({ label }, at) => {
    const lines = wrap(`${at + items.length === active ? '>' : ' '}    ${label}`, width, INDENT);
    return at === 0 ? ['', ...lines] : lines;
  });
  return [...rows, ...rest];
}

function answerLines({ answers }: Item, said: string | undefined, width: number): string[] {
  const shown = answers.map(({ value, label }, at) => `(${value === said ? 'x' : ' '}) ${at + 1} ${label}`);
  const line = ' '.repeat(INDENT) + shown.join('   ');
  if (stringWidth(line) <= width) return [line];
  return shown.flatMap((answer) => wrap(' '.repeat(INDENT) + answer, width, INDENT + 6));
}

/** The answer stands behind the question where there is room, else below it. */
function withAnswer(asked: readonly string[], answer: string, width: number): string[] {
  const last = `${asked.at(-1) ?? ''}  ${answer}`;
  if (stringWidth(last) <= width) return [...asked.slice(0, -1), last];
  return [...asked, ...wrap(' '.repeat(INDENT) + answer, width, INDENT)];
}
