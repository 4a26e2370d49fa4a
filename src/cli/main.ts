import process from 'node:process';
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

// Until a result is finished, the program has failed: a prompt that dies silently must not look like success.
process.exitCode = EXIT.bug;

const code = await run({
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  today: () => new Date().toISOString().slice(0, 10),
});
process.exitCode = code;
