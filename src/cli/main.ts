import path from 'node:path';
import process from 'node:process';
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

// Until a result is finished, the program has failed: a prompt that dies silently must not look like success.
process.exitCode = EXIT.bug;

// Somebody who stops reading (`| head`) has what they wanted; everything else that cannot be written is told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.io);
});
process.stderr.on('error', () => undefined);

async function main(): Promise<void> {
  process.exitCode = await run({
    args: process.argv.slice(2),
    env: process.env,
    cwd: currentFolder(),
    platform: process.platform,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    clock: () => new Date(),
    onInterrupt,
  });
}

void main();

/** Where the program was started; a folder that is gone does not keep anybody from `timbang now`. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return path.parse(process.execPath).root;
  }
}

function onInterrupt(then: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, then);
  return () => {
    for (const signal of signals) process.off(signal, then);
  };
}
