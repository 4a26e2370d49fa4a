import { PassThrough, Writable } from 'node:stream';
import { type Host } from '../../src/cli/host.ts';
import { run } from '../../src/cli/run.ts';
import { blocksOfPage, writePack } from '../pack/format-page.ts';
import { freshEnvironment, temporaryFolder } from '../support/workplace.ts';

export interface CallOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Columns of stdout and stderr; left out: neither is a terminal. */
  readonly columns?: number;
  readonly now?: string;
  readonly clock?: () => Date;
}

export interface CallResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the program in this process, with streams, an environment, a folder and a clock of its own. */
export async function call(args: readonly string[], options: CallOptions = {}): Promise<CallResult> {
  const home = options.cwd ?? temporaryFolder();
  const [stdout, stderr] = [collector(options.columns), collector(options.columns)];
  const stdin = new PassThrough();
  stdin.end(options.stdin ?? '');
  const host: Host = {
    args,
    env: freshEnvironment(home, options.env),
    cwd: home,
    platform: 'linux',
    stdin: stdin as unknown as Host['stdin'],
    stdout: stdout.stream as unknown as Host['stdout'],
    stderr: stderr.stream as unknown as Host['stderr'],
    clock: options.clock ?? (() => new Date(`${options.now ?? '2026-11-25'}T10:00:00Z`)),
    onInterrupt: () => () => undefined,
  };
  const code = await run(host);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(columns: number | undefined): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  if (columns !== undefined) Object.assign(stream, { isTTY: true, columns });
  return { stream, text: () => chunks.join('') };
}

/** Puts the pack of the page on the format into a folder, as `example`; small, and none of its answers ever moves. */
export async function examplePack(folder: string): Promise<string> {
  const files = (await blocksOfPage()).filter(({ kind }) => kind === 'file');
  await writePack(`${folder}/example`, files);
  return `${folder}/example`;
}
