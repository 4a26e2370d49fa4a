import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { VERSION } from './version.ts';

/**
 * Runs one call of the program from its arguments to its exit code. Never throws.
 *
 * Whom to call, and the version, are told without building the tree of commands; with any option they are commands as
 * others are, and tell the same.
 */
export async function run(host: Host): Promise<ExitCode> {
  const [word, ...more] = host.args;
  if (more.length === 0 && (word === '--version' || word === '-V')) {
    host.stdout.write(`${VERSION}\n`);
    return EXIT.done;
  }
  if (more.length === 0 && (word === 'now' || word === 'darurat')) {
    const { callNow } = await import('./call-now.ts');
    return callNow(host);
  }
  const { runCommand } = await import('./run-command.ts');
  return runCommand(host);
}
