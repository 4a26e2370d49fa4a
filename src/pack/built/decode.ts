/** Keys and places in lists on the way from a value to a part of it. */
export type Path = readonly (string | number)[];

/**
 * A value as JSON can hold it, and what JSON cannot say, by place. `scripts/packs.mjs` writes it.
 *
 * The places are listed so that only they are visited: a walk through all of a pack would take longer than parsing it.
 */
export interface Encoded {
  readonly value: unknown;
  /** Lists of `[key, value]` that are maps; those that hold others come after them. */
  readonly maps: readonly Path[];
  /** Numbers that have no sign in JSON, as words: `Infinity`. */
  readonly numbers: readonly (readonly [Path, string])[];
  /** Keys whose value is `undefined`. */
  readonly empty: readonly Path[];
  /** Names of files, which a place shows as they are called where the program was started. */
  readonly files: readonly Path[];
}

type Parent = Record<string | number, unknown>;

/** Makes the value again; what was decoded is used up. */
export function decode(encoded: Encoded, fileOf: (name: string) => string): unknown {
  const { value, maps, numbers, empty, files } = encoded;
  const root: Parent = { value };
  const change = (path: Path, made: (old: unknown) => unknown): void => {
    let parent = root;
    let key: string | number = 'value';
    for (const step of path) {
      parent = parent[key] as Parent;
      key = step;
    }
    parent[key] = made(parent[key]);
  };
  for (const path of files) change(path, (name) => fileOf(String(name)));
  for (const [path, word] of numbers) change(path, () => Number(word));
  for (const path of empty) change(path, () => undefined);
  for (const path of maps) change(path, (entries) => new Map(entries as [unknown, unknown][]));
  return root['value'];
}
