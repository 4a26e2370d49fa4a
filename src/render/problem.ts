import type { ProblemWords } from '../text/problem-words.ts';
import type { Say } from '../text/say.ts';
import type { Look } from './print.ts';
import { cellsOf, clean, type Line, painter, wrapWords } from './spans.ts';

/** More than this is not read. */
const MOST_SHOWN = 20;

/**
 * Prints problems in the shape of a compiler: place, code, sentence; the line with a caret under what it is about; what
 * helps. A summary goes first when there are several; 20 are shown, in the order given. Nothing that stood in a file
 * reaches the terminal uncleaned.
 */
export function problemLines(problems: readonly ProblemWords[], say: Say, look: Look): string[] {
  const paint = painter(look.style.level);
  const shown = problems.slice(0, MOST_SHOWN);
  const left = problems.length - shown.length;
  const files = new Set(problems.map(({ place }) => place?.replace(/:\d+:\d+$/, '')));
  files.delete(undefined);
  const summary = files.size > 1 ? 'problem.summary-files' : 'problem.summary';
  return [
    ...(problems.length > 1
      ? [paint([{ text: say(summary, { count: problems.length, files: files.size }) }]), '']
      : []),
    ...shown.flatMap((problem) => linesOf(problem, look).map(paint)),
    ...(left > 0 ? [paint([{ text: say('problem.more', { count: left }) }])] : []),
  ];
}

function linesOf(problem: ProblemWords, look: Look): Line[] {
  const place = problem.place === null ? [] : [{ text: `${problem.place}:`, style: 'place' as const }];
  const head = wrapWords(
    [...place, { text: `${problem.code}:`, style: 'strong' }, { text: problem.message }],
    look.width,
  );
  const caret =
    problem.excerpt === null
      ? []
      : look.plain
        ? [said(problem.excerpt)]
        : caretLines(problem.excerpt, look.width);
  const help = problem.help.flatMap((line) =>
    wrapWords(line, Math.max(10, look.width - 2)).map((one): Line => [{ text: '  ' }, ...one]),
  );
  return [...head, ...caret, ...help];
}

type Excerpt = NonNullable<ProblemWords['excerpt']>;

/** A listener hears the line and not the caret. */
function said({ line, text }: Excerpt): Line {
  return [{ text: `  ${line}: ${clean(text).trim()}` }];
}

/** The line with carets under the part in question, cut at the right where it is longer than the terminal is wide. */
function caretLines({ line, column, length, text }: Excerpt, width: number): Line[] {
  const gutter = ` ${line} | `;
  const room = Math.max(20, width - gutter.length - 2);
  // A line that is too long is shown from a little before the fault.
  const from = column - 1 + length > room ? Math.max(0, column - 1 - Math.floor(room / 2)) : 0;
  const before = cellsOf(text.slice(from, column - 1));
  const carets = Math.max(1, Math.min(cellsOf(text.slice(column - 1, column - 1 + length)), room - before));
  const shown = cut(text.slice(from), room);
  return [
    [{ text: `  ${gutter}${shown}` }],
    [
      { text: `  ${' '.repeat(gutter.length - 2)}| ${' '.repeat(before)}` },
      { text: '^'.repeat(carets), style: 'strong' },
    ],
  ];
}

function cut(text: string, cells: number): string {
  let shown = '';
  for (const character of clean(text)) {
    if (cellsOf(shown + character) > cells) return shown;
    shown += character;
  }
  return shown;
}
