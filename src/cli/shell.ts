import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import { type Say, sayIn } from '../text/say.ts';
import { type ColourLevel, colourLevel } from './colour.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts';
import type { Globals } from './globals.ts';
import type { ChosenLanguage } from './language.ts';

/** What the machine gives the program; in tests, streams and an environment of their own. */
export interface Host {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Today, `2026-11-25`. */
  readonly today: () => string;
}

export type StreamName = 'stdout' | 'stderr';

/** What every command works with: one language, where to write, and how the program will end. */
export interface Shell {
  readonly host: Host;
  readonly lang: ChosenLanguage['lang'];
  readonly say: Say;
  readonly globals: Globals;
  /** Append-only words for screen readers and dumb terminals. */
  readonly plain: boolean;
  /** Cells of one line on this stream: 80 where it is no terminal. */
  readonly width: (stream: StreamName) => number;
  readonly colour: (stream: StreamName) => ColourLevel;
  /** Writes to stdout: the result and nothing else. */
  readonly write: (text: string) => void;
  /** Writes to stderr: what is said to the person. */
  readonly tell: (text: string) => void;
  /** Tells of problems on stderr and lets the program end accordingly. */
  readonly report: (problems: readonly Problem[]) => void;
  /** Lets the program end with this code, unless a higher one was raised. */
  readonly raise: (code: ExitCode) => void;
  readonly exitCode: () => ExitCode;
  /** Runs for each file, in order; one that has problems is told of, and the others go on. */
  readonly each: <T>(files: readonly string[], work: (file: string) => Promise<T>) => Promise<T[]>;
}

/** Makes the one place that knows streams, environment and clock. */
export function makeShell(host: Host, globals: Globals, { lang }: ChosenLanguage): Shell {
  const say = sayIn(lang);
  let code: ExitCode = EXIT.done;
  const { env } = host;
  const plain = globals.plain === true || isAccessible(globals, env) || env['TERM'] === 'dumb';
  const raise = (next: ExitCode): void => {
    if (next > code) code = next;
  };
  const tell = (text: string): void => void host.stderr.write(`${text}\n`);
  const report = (problems: readonly Problem[]): void => {
    for (const problem of problems) {
      tell(`${problem.code}: ${problem.saw}`);
      raise(exitCodeOf(problem.code));
    }
  };
  const each = async <T>(files: readonly string[], work: (file: string) => Promise<T>): Promise<T[]> => {
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
  };
  return {
    host,
    lang,
    say,
    globals,
    plain,
    width: (stream) => host[stream].columns || 80,
    colour: (stream) => colourLevel(host[stream], globals, env),
    write: (text) => void host.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    tell,
    report,
    raise,
    exitCode: () => code,
    each,
  };
}

function isAccessible(globals: Globals, env: Host['env']): boolean {
  return globals.accessible === true || (env['ACCESSIBLE'] ?? '') !== '';
}
