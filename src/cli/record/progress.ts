import type { Shell } from '../shell.ts';

/** Milliseconds after which somebody who waits is told how far it is, and then again. */
const PATIENCE = 1000;

/** Gives what tells how many of how many are done, where it takes longer than a second. */
export function progressOf(shell: Shell): (done: number, of: number) => void {
  let last = shell.clock().getTime();
  return (done, of) => {
    const now = shell.clock().getTime();
    if (now - last < PATIENCE || done === of) return;
    last = now;
    shell.tell(shell.say('record.progress', { done, of }));
  };
}
