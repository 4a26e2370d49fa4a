import type { Command } from 'commander';
import type { StoreOptions } from './options.ts';

/** The options of a verb, with `--store` and `--identity` as they stood before it where they do not stand behind. */
export function withParent<Options extends StoreOptions>(command: Command, options: Options): Options {
  let above: StoreOptions = {};
  for (let one = command.parent; one; one = one.parent) {
    const { store, identity } = one.opts<StoreOptions>();
    above = { ...(store !== undefined && { store }), ...(identity !== undefined && { identity }), ...above };
  }
  return { ...above, ...options };
}
