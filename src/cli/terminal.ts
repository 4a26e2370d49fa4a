import type { Terminal } from '../ask/terminal.ts';
import type { Shell } from './shell.ts';

/** The terminal as prompters see it: they talk on stderr, so that stdout holds only the result. */
export function terminalOf(shell: Shell): Terminal {
  const { stdin, stderr, env, onInterrupt } = shell.host;
  return {
    input: stdin,
    output: stderr,
    level: shell.colour('stderr'),
    clears: env['TERM'] !== 'dumb',
    onInterrupt,
  };
}
