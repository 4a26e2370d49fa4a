import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { PROGRAM } from './cli.ts';
import { freshEnvironment, temporaryFolder } from './workplace.ts';

export interface TerminalOptions {
  readonly width?: number;
  readonly height?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly home?: string;
}

/** A real terminal with one program in it. Keys go in, screens come out. */
export interface Terminal {
  /** Types text as it stands, without Enter. */
  readonly type: (text: string) => void;
  /** Presses keys by tmux's names: `Enter`, `Escape`, `Up`, `C-c`, `Space` ... */
  readonly key: (...names: string[]) => void;
  /** Types text, then Enter. */
  readonly enter: (text?: string) => void;
  /** What is on the screen now; no blanks at line ends, no empty lines at the end. */
  readonly screen: () => string;
  /** The same with the escape sequences of its colours. */
  readonly styledScreen: () => string;
  /** The screen with all that has scrolled off it. */
  readonly history: () => string;
  /** Waits until the screen holds the text, and returns the screen; throws with the screen after `seconds`. */
  readonly waitFor: (what: string | RegExp, seconds?: number) => Promise<string>;
  /** Waits until the program has ended, and returns its exit code. */
  readonly exitCode: (seconds?: number) => Promise<number>;
  /** The process id of the program. */
  readonly pid: () => number;
  readonly resize: (width: number, height: number) => void;
  readonly kill: () => void;
}

/** Opens a terminal of 80×24 (or as said) and runs `timbang ARGS` in it, as a fresh account would. */
export function openTimbang(args: readonly string[], options: TerminalOptions = {}): Terminal {
  return openTerminal([process.execPath, PROGRAM, ...args], options);
}

/**
 * Opens a terminal and runs a command in it. Every terminal has a tmux server of its own, which no settings of the
 * machine reach and which ends with the test.
 */
export function openTerminal(command: readonly string[], options: TerminalOptions = {}): Terminal {
  const home = options.home ?? temporaryFolder();
  const env = freshEnvironment(home, { TERM: 'tmux-256color', ...options.env });
  const socket = path.join(temporaryFolder(), randomUUID().slice(0, 8));
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      env: serverEnvironment(home),
    });
  const [width, height] = [options.width ?? 80, options.height ?? 24];
  const program = [
    'env',
    '-i',
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...command,
  ];
  const settings = [
    '-g remain-on-exit on',
    '-g history-limit 20000',
    '-s escape-time 0',
    '-g status off',
    '-g remain-on-exit-format ',
  ];
  const start = [
    'new-session',
    '-d',
    '-s',
    'test',
    '-x',
    `${width}`,
    '-y',
    `${height}`,
    '-c',
    options.cwd ?? home,
  ];
  tmux(
    'start-server',
    ';',
    ...settings.flatMap((one) => ['set-option', ...one.split(' '), ';']),
    ...start,
    // Without `exec` the process of the pane would be the shell, and `pid` the wrong one.
    `exec ${quoted(program)}`,
  );
  const kill = (): void => {
    // A server that has ended already is what is wanted.
    spawnSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' });
  };
  onTestFinished(kill);
  const capture = (...more: string[]): string => trimmed(tmux('capture-pane', '-p', '-t', 'test', ...more));
  const ask = (format: string): string => tmux('display-message', '-p', '-t', 'test', format).trim();
  const screen = (): string => capture();
  const type = (text: string): void => void tmux('send-keys', '-t', 'test', '-l', '--', text);
  const key = (...names: string[]): void => void tmux('send-keys', '-t', 'test', ...names);
  return {
    type,
    key,
    enter: (text = '') => {
      if (text !== '') type(text);
      key('Enter');
    },
    screen,
    styledScreen: () => capture('-e'),
    history: () => capture('-S', '-'),
    waitFor: (what, seconds = 15) => waitFor(screen, what, seconds),
    exitCode: async (seconds = 15) => {
      await until(
        () => {
          const ended = ask('#{pane_dead_status}#{pane_dead_signal}') !== '';
          // tmux 3.3 now and then misses that a child has ended; another child that ends makes it look again.
          if (!ended && ask('#{pane_dead}') === '1') tmux('run-shell', '-b', 'true');
          return ended;
        },
        seconds,
        () => `the program has not ended:\n${screen()}`,
      );
      return Number(ask('#{pane_dead_status}'));
    },
    pid: () => Number(ask('#{pane_pid}')),
    resize: (columns, lines) =>
      void tmux('resize-window', '-t', 'test', '-x', `${columns}`, '-y', `${lines}`),
    kill,
  };
}

async function waitFor(screen: () => string, what: string | RegExp, seconds: number): Promise<string> {
  const holds = (): boolean => (typeof what === 'string' ? screen().includes(what) : what.test(screen()));
  await until(holds, seconds, () => `waited ${seconds} s for ${String(what)}; the screen is:\n${screen()}`);
  return screen();
}

async function until(holds: () => boolean, seconds: number, fault: () => string): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(fault());
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** tmux itself needs a language to measure characters, and no more. */
function serverEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: home, LC_ALL: 'C.UTF-8', SHELL: '/bin/sh' };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
}

function trimmed(screen: string): string {
  return screen.replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}
