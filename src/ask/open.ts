import { plainPrompter } from './plain.ts';
import type { Prompter } from './prompter.ts';
import { richPrompter } from './rich.ts';
import type { Terminal } from './terminal.ts';

/** Opens the prompter of a session: rich on a real terminal, plain where nothing may be drawn again. */
export function openPrompter(
  terminal: Terminal,
  options: { readonly plain: boolean; readonly lang: string },
): Prompter {
  return options.plain ? plainPrompter(terminal, options.lang) : richPrompter(terminal, options.lang);
}
