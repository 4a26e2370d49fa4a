/**
 * Remembers one number for each tuple of a fixed width: an open hash table over plain arrays of numbers, which is what
 * makes diagrams fast. Keys are small whole numbers, also negative ones.
 */
export interface Tuples {
  /** What is remembered for a tuple; undefined where nothing is. */
  readonly get: (key: readonly number[]) => number | undefined;
  /** Remembers a number for a tuple that has none yet. */
  readonly add: (key: readonly number[], value: number) => void;
}

const FIRST_SLOTS = 16;

export function tuplesOf(width: number): Tuples {
  let keys = new Int32Array(FIRST_SLOTS * width);
  let values = new Int32Array(FIRST_SLOTS);
  let taken = new Uint8Array(FIRST_SLOTS);
  let mask = FIRST_SLOTS - 1;
  let count = 0;

  /** The slot where a tuple is, or where it belongs. */
  function slotOf(key: readonly number[]): number {
    let slot = hash(key) & mask;
    while (taken[slot] && !isAt(slot, key)) slot = (slot + 1) & mask;
    return slot;
  }

  function isAt(slot: number, key: readonly number[]): boolean {
    for (let at = 0; at < width; at += 1) if (keys[slot * width + at] !== key[at]) return false;
    return true;
  }

  function put(slot: number, key: readonly number[], value: number): void {
    for (let at = 0; at < width; at += 1) keys[slot * width + at] = key[at] ?? 0;
    values[slot] = value;
    taken[slot] = 1;
  }

  function grow(): void {
    const [oldKeys, oldValues, oldTaken, slots] = [keys, values, taken, 4 * (mask + 1)];
    keys = new Int32Array(slots * width);
    values = new Int32Array(slots);
    taken = new Uint8Array(slots);
    mask = slots - 1;
    const key = Array.from({ length: width }, () => 0);
    for (let slot = 0; slot < oldTaken.length; slot += 1) {
      if (!oldTaken[slot]) continue;
      for (let at = 0; at < width; at += 1) key[at] = oldKeys[slot * width + at] ?? 0;
      put(slotOf(key), key, oldValues[slot] ?? 0);
    }
  }

  return {
    get: (key) => {
      const slot = slotOf(key);
      return taken[slot] ? values[slot] : undefined;
    },
    add: (key, value) => {
      if (2 * (count + 1) > mask + 1) grow();
      put(slotOf(key), key, value);
      count += 1;
    },
  };
}

/** Mixes the numbers of a tuple (after FNV-1a, Fowler, Noll and Vo 1991). */
function hash(key: readonly number[]): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    mixed = Math.imul(mixed ^ (key[at] ?? 0), 0x01000193);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}
