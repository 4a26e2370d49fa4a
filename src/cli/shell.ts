import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import type { Look } from '../render/print.ts';
import { problemLines } from '../render/problem.ts';
import { cellsOf, wrapWords } from '../render/spans.ts';
import { problemWords } from '../text/problem-words.ts';
import { type Say, sayIn } from '../text/say.ts';
import { type ColourLevel, colourLevel } from './colour.ts';
import { dateOf, dayAt } from './date.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts';
import type { Globals } from './globals.ts';
import type { Host } from './host.ts';
import { type Places, placesOf } from './places.ts';
import type { Setting, Settings } from './settings.ts';

export type StreamName = 'stdout' | 'stderr';

/** What every command works with: one language, where to write, and how the program will end. */
export interface Shell {
  readonly host: Host;
  readonly lang: Settings['lang'];
  readonly say: Say;
  readonly globals: Globals;
  readonly places: Places;
  /** Id or folder of the pack in force, and whether somebody chose it. */
  readonly pack: Settings['pack'];
  readonly settings: readonly Setting[];
  /** Append-only words for screen readers and dumb terminals. */
  readonly plain: boolean;
  readonly clock: () => Date;
  /** `--now`, or today, as `2026-11-25`: what contacts are told to be old by. E821: `--now` is no date. */
  readonly today: () => string;
  /** Cells of one line on this stream: 80 where it is no terminal. */
  readonly width: (stream: StreamName) => number;
  readonly colour: (stream: StreamName) => ColourLevel;
  /** How a document is put on this stream. */
  readonly look: (stream: StreamName) => Look;
  /** Writes to stdout: the result and nothing else. */
  readonly write: (text: string) => void;
  /** Writes to stderr: what is said to the person. */
  readonly tell: (text: string) => void;
  /** Tells of problems on stderr and lets the program end as their codes say, or with the code given. */
  readonly report: (problems: readonly Problem[], code?: ExitCode) => void;
  /** Lets the program end with this code, unless a higher one was raised. */
  readonly raise: (code: ExitCode) => void;
  readonly exitCode: () => ExitCode;
  /** Runs for each file, in order; one that has problems is told of, and the others go on. */
  readonly each: <F, T>(files: readonly F[], work: (file: F) => Promise<T>) => Promise<T[]>;
}

/** Makes the one place that knows streams, environment and clock. */
export function makeShell(host: Host, globals: Globals, settings: Settings): Shell {
  const { env } = host;
  const { lang, pack } = settings;
  const say = sayIn(lang);
  let ending: ExitCode = EXIT.done;
  const raise = (code: ExitCode): void => {
    if (code > ending) ending = code;
  };
  const width = (stream: StreamName): number => host[stream].columns || 80;
  const colour = (stream: StreamName): ColourLevel => colourLevel(host[stream], globals, env);
  const plain = globals.plain === true || settings.accessible || env['TERM'] === 'dumb';
  const look = (stream: StreamName): Look => ({
    width: width(stream),
    style: { level: colour(stream) },
    plain,
  });
  const tell = (text: string): void => {
    const lines = host.stderr.isTTY
      ? text.split('\n').flatMap((line) => fitted(line, width('stderr')))
      : [text];
    host.stderr.write(`${lines.join('\n')}\n`);
  };
  const report = (problems: readonly Problem[], code?: ExitCode): void => {
    const told = problems.map((problem) => problemWords(problem, say));
    tell(problemLines(told, say, look('stderr')).join('\n'));
    for (const problem of problems) raise(code ?? exitCodeOf(problem.code));
  };
  return {
    host,
    globals,
    say,
    lang,
    pack,
    width,
    colour,
    tell,
    report,
    raise,
    settings: settings.list,
    places: placesOf(host),
    plain,
    look,
    clock: host.clock,
    today: () => (globals.now === undefined ? dayAt(host.clock()) : dateOf(globals.now)),
    write: (text) => void host.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    exitCode: () => ending,
    each: (files, work) => each(files, work, report),
  };
}

/** A line of talk in as many lines as it needs: a terminal itself would break it within a word. */
function fitted(line: string, width: number): string[] {
  if (cellsOf(line) <= width) return [line];
  const [margin = ''] = /^ */.exec(line) ?? [];
  return wrapWords(line, width - margin.length).map(
    (spans) => margin + spans.map(({ text }) => text).join(''),
  );
}

async function each<F, T>(
  files: readonly F[],
  work: (file: F) => Promise<T>,
  report: Shell['report'],
): Promise<T[]> {
  const results: T[] = [];
  for (const file of files) {
    try {
      results.push(await work(file));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      report(error.problems);
    }
  }
  return results;
}
