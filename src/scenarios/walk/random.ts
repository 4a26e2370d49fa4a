/**
 * Gives numbers from 0 up to (not including) 1 that look random and are the same for the same seed, on every machine.
 *
 * Mulberry32 (Tommy Ettinger, 2017): far too weak for secrets, good enough to choose ways.
 */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
