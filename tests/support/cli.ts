import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { inject } from 'vitest';
import { freshEnvironment, ROOT, temporaryFolder } from './workplace.ts';

export interface CliOptions {
  /** What is on stdin; left out: stdin is closed and empty. */
  readonly stdin?: string;
  /** Goes on top of the environment of a fresh account. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where it is run; left out: an empty folder. */
  readonly cwd?: string;
  /** HOME, and below it the XDG folders; left out: an empty folder. */
  readonly home?: string;
  /** Milliseconds after which it is killed and `signal` says so. */
  readonly timeout?: number;
}

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const PROGRAM = path.join(ROOT, 'bin', 'timbang.js');

/** Runs the built program without a terminal, as a fresh account would, and collects what it wrote. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const fault = inject('buildFault');
  if (fault !== '') return Promise.reject(new Error(`the program could not be built: ${fault}`));
  const home = options.home ?? temporaryFolder();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: options.cwd ?? home,
      env: freshEnvironment(home, options.env),
      stdio: 'pipe',
      timeout: options.timeout ?? 15_000,
      killSignal: 'SIGKILL',
    });
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const [stdout, stderr] = [chunks.stdout, chunks.stderr].map((parts) =>
        Buffer.concat(parts).toString('utf8'),
      );
      resolve({ code, signal, stdout: stdout ?? '', stderr: stderr ?? '' });
    });
    // A program that ends without reading its input closes the pipe: that is its right.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
  });
}
