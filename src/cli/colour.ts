import type { Globals } from './globals.ts';

/** Levels of chalk: none, 16, 256, millions. Ours need no more than 16. */
export type ColourLevel = 0 | 1;

/**
 * Decides whether one stream gets colour: `--color` and `--no-color` first, then `NO_COLOR` (any value but the empty
 * one), `FORCE_COLOR`, plain output, a dumb terminal; else whether the stream is a terminal.
 */
export function colourLevel(
  stream: { readonly isTTY?: boolean },
  globals: Globals,
  env: Readonly<Record<string, string | undefined>>,
): ColourLevel {
  if (globals.color === 'always') return 1;
  if (globals.color === 'never' || globals.color === false) return 0;
  if (env['NO_COLOR']) return 0;
  if (env['FORCE_COLOR'] !== undefined)
    return env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false' ? 0 : 1;
  if (globals.plain || env['TERM'] === 'dumb') return 0;
  return stream.isTTY === true ? 1 : 0;
}
