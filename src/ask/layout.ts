import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { clean } from '../render/spans.ts';
import type { Body, Choice } from './prompter.ts';

/** Where a rich prompt stands: what is drawn is a function of this and of the size of the terminal. */
export interface Screen {
  /** Lines for a width and for the rows that are left for them. */
  readonly body: (width: number, rows: number) => readonly string[];
  readonly choices: readonly Choice[];
  readonly compact: boolean;
  /** Index of the choice that Enter takes. */
  readonly active: number | undefined;
  /** Marked values; absent where there is nothing to mark. */
  readonly marked: ReadonlySet<string> | undefined;
  /** Draws what stands in the place of plain choices: one entry for each, of one or more lines. */
  readonly entries?: ((width: number) => readonly (readonly string[])[]) | undefined;
  /** Which page of the body is shown, from 0. */
  readonly page: number;
  readonly notice: readonly string[];
  readonly hints: readonly string[];
  /** What stands before the typed line, e.g. `Answer: `. */
  readonly label: string;
  readonly line: string;
  /** Says which page of how many is shown. */
  readonly pages: (page: number, of: number) => string;
  /** Says how many choices are out of sight. */
  readonly around: (above: number, below: number) => string;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The widest line that is still read easily. */
export const WIDEST = 80;

/** Columns of a terminal from which marks can stand in two columns. */
const ROOM_FOR_COLUMNS = 72;

/** Lines of a body that are kept in sight however many choices there are. */
const LEAST_BODY = 6;

/** Cells that a line may take on a terminal of that many columns. */
export function lineWidth(columns: number): number {
  return Math.max(20, Math.min(columns, WIDEST));
}

/** Wraps one text at words; lines after the first begin under its first word when `indent` says how far that is. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines = wrapAnsi(clean(text), Math.max(8, width - indent), { trim: true }).split('\n');
  return lines.map((line, at) => (at === 0 ? line : ' '.repeat(indent) + line));
}

/** A body of one text. */
export function textBody(text: string): Body {
  return (width) => wrap(text, width).map((line) => [{ text: line }]);
}

/**
 * Cuts lines into pages of at most `size` lines, at a blank line where one stands in the last third of a page, and drops
 * blank lines at the top of a page.
 *
 * @returns at least one page; `[[]]` for no lines
 */
export function paginate(lines: readonly string[], size: number): string[][] {
  const pages: string[][] = [];
  let rest = [...lines];
  while (rest.length > size) {
    let cut = size;
    for (let at = size; at >= Math.floor((size * 2) / 3); at--) {
      if (rest[at]?.trim() === '') {
        cut = at;
        break;
      }
    }
    pages.push(rest.slice(0, cut));
    rest = rest.slice(cut);
    while (rest[0]?.trim() === '') rest.shift();
  }
  return rest.length > 0 || pages.length === 0 ? [...pages, rest] : pages;
}

/** What is printed for one rich prompt, and how many pages its body takes. */
export interface Drawing {
  readonly lines: readonly string[];
  readonly pages: number;
}

/** Draws one rich prompt: lines no wider than the terminal, no more than it has rows; the typed line is the last. */
export function draw(screen: Screen, size: Size): Drawing {
  const width = lineWidth(size.columns);
  const { choices, below } = lower(screen, size, width);
  const room = size.rows - choices.length - below.length;
  const body = screen.body(width, room);
  // A page that needs cutting loses two more lines, which say that it goes on.
  const pages = paginate(body, body.length <= room ? Math.max(1, room) : Math.max(3, room - 2));
  const page = Math.min(screen.page, pages.length - 1);
  const shown = pages[page] ?? [];
  const mark = pages.length > 1 ? ['', ...wrap(screen.pages(page + 1, pages.length), width)] : [];
  return { lines: [...shown, ...mark, ...choices, ...below], pages: pages.length };
}

/** Everything under the body: the choices (a window of them where they are too many) and the lines that always show. */
function lower(screen: Screen, size: Size, width: number): { choices: string[]; below: string[] } {
  const notice = screen.notice.length > 0 ? ['', ...screen.notice] : [];
  const below = [
    ...notice,
    '',
    ...screen.hints.flatMap((hint) => wrap(hint, width)),
    screen.label + screen.line,
  ];
  if (screen.choices.length === 0) return { choices: [], below };
  if (screen.compact) return { choices: ['', ...inRows(screen, width)], below };
  const entries =
    screen.entries?.(width) ?? screen.choices.map((choice, at) => entry(screen, { choice, at }, width));
  const body = Math.min(screen.body(width, size.rows).length, LEAST_BODY);
  const room = Math.max(3, size.rows - below.length - body - 1);
  if (screen.marked && !screen.entries && entries.flat().length > room && width >= ROOM_FOR_COLUMNS) {
    const rows = inColumns(screen, width);
    if (rows.length <= room) return { choices: ['', ...rows], below };
  }
  return { choices: ['', ...windowed(screen, entries, { room, width })], below };
}

/** Marks in two columns, the first half on the left: a long list is then seen whole. */
function inColumns(screen: Screen, width: number): string[] {
  const half = Math.floor((width - 2) / 2);
  const entries = screen.choices.map((choice, at) => entry(screen, { choice, at }, half));
  const middle = Math.ceil(entries.length / 2);
  const [left, right] = [entries.slice(0, middle).flat(), entries.slice(middle).flat()];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const [one = '', other = ''] = [left[row], right[row]];
    return other === '' ? one : one + ' '.repeat(half + 2 - stringWidth(one)) + other;
  });
}

interface Numbered {
  readonly choice: Choice;
  readonly at: number;
}

function entry(screen: Screen, { choice, at }: Numbered, width: number): string[] {
  const digits = String(screen.choices.length).length;
  const box = screen.marked ? (screen.marked.has(choice.value) ? '[x] ' : '[ ] ') : '';
  const head = `${at === screen.active ? '>' : ' '} ${String(at + 1).padStart(digits)}  ${box}`;
  return wrap(choice.label, width - 1, head.length).map((line, row) => (row === 0 ? head + line : line));
}

interface Room {
  readonly room: number;
  readonly width: number;
}

/** All entries where they fit, else those nearest to the active one, and how many are out of sight. */
function windowed(screen: Screen, entries: readonly (readonly string[])[], { room, width }: Room): string[] {
  if (entries.flat().length <= room) return entries.flat();
  const [from, to] = nearest(entries, screen.active ?? 0, room - 1);
  const rest = wrap(screen.around(from, entries.length - to), width);
  return [...entries.slice(from, to).flat(), rest[0] ?? ''];
}

/** First and last of the entries around the active one that fit into `room` lines. */
function nearest(entries: readonly (readonly string[])[], active: number, room: number): [number, number] {
  let from = active;
  let to = active + 1;
  let used = entries[active]?.length ?? 0;
  for (let grown = true; grown; ) {
    grown = false;
    const next = entries[to];
    if (next && used + next.length <= room) {
      used += next.length;
      to += 1;
      grown = true;
    }
    const before = entries[from - 1];
    if (before && used + before.length <= room) {
      used += before.length;
      from -= 1;
      grown = true;
    }
  }
  return [from, to];
}

/** Numbered choices side by side, as many in a row as fit. */
function inRows(screen: Screen, width: number): string[] {
  const rows: string[] = [];
  for (const [at, choice] of screen.choices.entries()) {
    const item = `${at === screen.active ? '>' : ''}${at + 1} ${clean(choice.label)}`;
    const row = rows.at(-1);
    const joined = row === undefined ? item : `${row}  ${item}`;
    if (row !== undefined && stringWidth(joined) <= width) rows[rows.length - 1] = joined;
    else rows.push(...wrap(item, width, 2));
  }
  return rows;
}
