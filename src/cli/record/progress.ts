import type { Shell } from '../shell.ts';

/** Milliseconds after which somebody who waits is told how far it is; then again, each time after twice as long. */
const PATIENCE = 1000;

/** Gives what tells how many of how many are done, where it takes longer than a second. */
export function progressOf(shell: Shell): (done: number, of: number) => void {
  const start = shell.clock().getTime();
  let next = start + PATIENCE;
  return (done, of) => {
    const now = shell.clock().getTime();
    if (now < next || done === of) return;
    next = now + (now - start);
    shell.tell(shell.say('record.progress', { done, of }));
  };
}
