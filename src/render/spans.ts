import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import { type Span, type Style, spansOf, type Words } from './doc.ts';

/** A line ready to be printed: spans side by side. */
export type Line = readonly Span[];

/** Levels of chalk: none, 16 colours, 256, millions. No more than the 16 of the user's own theme are used. */
export type Level = 0 | 1 | 2 | 3;

// A string that an escape opens (OSC, DCS, PM, APC, SOS), up to its end; one without an end is left for CONTROLS.
const STRINGS =
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)/g;
const SEQUENCES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
// C0 and C1, what turns the direction of text, what has no width, line and paragraph separators, invisible tags, and
// halves of characters (\p{Cs} matches only those that stand alone).
const CONTROLS =
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u2028\u2029\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

// Nearly all text is of this kind: it needs no cleaning, and each sign takes one cell.
const PLAIN = /^[ -~]*$/;

/**
 * Makes a text safe for a terminal: escape sequences go, line breaks and tabs become spaces, what could move the cursor,
 * turn the direction of reading or hide becomes a visible U+FFFD. INVARIANT: what comes out holds no such character, and
 * cleaning it again changes nothing.
 */
export function clean(written: string): string {
  if (PLAIN.test(written)) return written;
  return written
    .replace(STRINGS, '')
    .replace(SEQUENCES, '')
    .replace(/\r\n|[\n\t]/g, ' ')
    .replace(CONTROLS, '\ufffd');
}

const LOOKS: Readonly<Record<Style, (chalk: ChalkInstance) => (text: string) => string>> = {
  heading: (chalk) => chalk.bold,
  strong: (chalk) => chalk.bold,
  label: (chalk) => chalk.cyan,
  for: (chalk) => chalk.bold,
  against: (chalk) => chalk.yellow,
  open: (chalk) => chalk.magenta,
  place: (chalk) => chalk.underline,
};

/** Gives what prints a line at one colour level: every span is cleaned, then styled. The only door to a terminal. */
export function painter(level: Level): (line: Line) => string {
  const chalk = new Chalk({ level });
  return (line) =>
    line
      .map(({ text, style }) => {
        const safe = clean(text);
        return style === undefined || safe.trim() === '' ? safe : LOOKS[style](chalk)(safe);
      })
      .join('')
      .trimEnd();
}

/** Cells that a text takes on a terminal, once cleaned. */
export function cellsOf(written: string): number {
  return PLAIN.test(written) ? written.length : stringWidth(clean(written));
}

/**
 * Wraps words at spaces. The first line has room for `width` cells, and so have the others; a word that is longer than
 * that stands alone on its line, whole.
 */
export function wrapWords(words: Words, width: number): Line[] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  for (const { text, style } of spansOf(words).flatMap(wordsIn)) {
    const cells = cellsOf(text);
    if (line.length > 0 && used + 1 + cells > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += append(line, text, style) + cells;
  }
  return line.length > 0 || lines.length === 0 ? [...lines, line] : lines;
}

/** Adds a word, after a space unless it is the first, to the last span where that has the same style. */
function append(line: Span[], word: string, style: Style | undefined): number {
  const last = line.at(-1);
  if (!last) {
    line.push(spanOf(word, style));
    return 0;
  }
  if (last.style === style) line[line.length - 1] = spanOf(`${last.text} ${word}`, style);
  else line.push({ text: ' ' }, spanOf(word, style));
  return 1;
}

function wordsIn({ text, style }: Span): Span[] {
  return clean(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => spanOf(word, style));
}

function spanOf(text: string, style: Style | undefined): Span {
  return style === undefined ? { text } : { text, style };
}
