import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { DecisionRecord } from '../../../src/model/record.ts';
import { type FaultStore, faultStore, startWriter, type Tried, wrongIn } from './place.ts';

/** System calls by which a store is written. */
const CALLS = [
  'openat',
  'write',
  'pwrite64',
  'fsync',
  'close',
  'rename',
  'ftruncate',
  'mkdir',
  'rmdir',
  'unlink',
  'fstat',
  'statx',
] as const;

export interface Injecting {
  readonly program: string;
  readonly below: string;
  readonly sample: DecisionRecord;
  /** `error=ENOSPC`, `error=EIO`, or `signal=KILL`. */
  readonly faults: readonly string[];
  /** The first, second, ... call of each kind is met. */
  readonly upTo: number;
  readonly calls?: readonly string[];
  readonly progress?: (fault: string, call: string) => void;
}

/** Lets one system call of a writer fail, or kills it there: one call for each run, each of them in turn. */
export async function injectFaults(injecting: Injecting): Promise<Tried> {
  const { program, below, sample, faults, upTo, calls = CALLS, progress } = injecting;
  const bad: string[] = [];
  let [runs, met] = [0, 0];
  for (const call of faults.flatMap((fault) => calls.map((one) => ({ fault, one })))) {
    const store = await faultStore(below, sample);
    for (let when = 1; when <= upTo; when += 1) {
      const inject = `${call.one}:${call.fault}:when=${when}`;
      const lines = await run({ program, store, inject, call: call.one });
      runs += 1;
      if (!lines.includes('DONE') || lines.some((line) => !/^(?:READY|DONE|KEPT)/.test(line))) met += 1;
      await rm(`${store.folder}/lock`, { recursive: true, force: true });
      bad.push(...(await wrongIn(store, lines)).map((one) => `${inject}: ${one}`));
    }
    store.remove();
    progress?.(call.fault, call.one);
  }
  return { name: `one system call: ${faults.join(', ')}`, runs, bad, note: `${met} runs met it` };
}

interface Run {
  readonly program: string;
  readonly store: FaultStore;
  readonly inject: string;
  readonly call: string;
}

async function run({ program, store, inject, call }: Run): Promise<readonly string[]> {
  const writer = await startWriter(program, store, 3);
  const pid = String(writer.child.pid);
  const trace = spawn(
    'strace',
    ['-f', '-o', '/dev/null', '-p', pid, '-e', `trace=${call}`, '-e', `inject=${inject}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    trace.on('error', reject);
    trace.stderr.on('data', (chunk: Buffer) => {
      if (chunk.includes('attached')) resolve();
    });
  });
  writer.go();
  const timer = setTimeout(() => writer.child.kill('SIGKILL'), 30_000);
  await writer.ended;
  clearTimeout(timer);
  trace.kill();
  return writer.lines;
}
