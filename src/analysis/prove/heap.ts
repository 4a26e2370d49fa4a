/** Numbers of which the one with the greatest rank is taken first: a binary heap (Williams, Heapsort, 1964). */
export interface Heap {
  /** Adds a number, if it is not in the heap. */
  readonly add: (number: number) => void;
  /** Takes out the number with the greatest rank; undefined where the heap is empty. */
  readonly take: () => number | undefined;
  /** Puts a number where it belongs after its rank has grown, if it is in the heap. */
  readonly raise: (number: number) => void;
}

/** An empty heap by ranks that are kept elsewhere; all of them may shrink together. */
export function heapBy(ranks: readonly number[]): Heap {
  const store: Store = { ranks, items: [], places: [] };
  const { items, places } = store;
  return {
    add: (number) => {
      if (places[number]) return;
      items.push(number);
      rise(items.length - 1, store);
    },
    take: () => {
      const [first] = items;
      const last = items.pop();
      if (first === undefined || last === undefined) return undefined;
      places[first] = 0;
      if (items.length > 0) sink(last, store);
      return first;
    },
    raise: (number) => {
      const place = places[number];
      if (place) rise(place - 1, store);
    },
  };
}

interface Store {
  readonly ranks: readonly number[];
  readonly items: number[];
  /** Where a number is, counted from 1; 0 where it is not in the heap. */
  readonly places: number[];
}

function rankAt(at: number, { ranks, items }: Store): number {
  return ranks[items[at] ?? 0] ?? 0;
}

function put(number: number, at: number, { items, places }: Store): void {
  items[at] = number;
  places[number] = at + 1;
}

function rise(start: number, store: Store): void {
  const number = store.items[start] ?? 0;
  const rank = rankAt(start, store);
  let at = start;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (rankAt(above, store) >= rank) break;
    put(store.items[above] ?? 0, at, store);
    at = above;
  }
  put(number, at, store);
}

/** Lets a number sink from the top, which is free. */
function sink(number: number, store: Store): void {
  const rank = store.ranks[number] ?? 0;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= store.items.length) break;
    if (below + 1 < store.items.length && rankAt(below + 1, store) > rankAt(below, store)) below += 1;
    if (rankAt(below, store) <= rank) break;
    put(store.items[below] ?? 0, at, store);
    at = below;
  }
  put(number, at, store);
}
