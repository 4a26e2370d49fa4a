import { openPrompter } from '../../ask/open.ts';
import { Interrupted, type Prompter, type Reply } from '../../ask/prompter.ts';
import { readTextFile, readTextStream } from '../../files/read.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Shell } from '../shell.ts';
import { terminalOf } from '../terminal.ts';

/** The text of a file, or of standard input for `-`. E7xx */
export function textFrom({ host }: Shell, file: string): Promise<string> {
  return file === '-' ? readTextStream(host.stdin, file) : readTextFile(file);
}

/**
 * Asks somebody at a terminal, and closes the prompter whatever happens.
 *
 * @throws InputError. E623: nobody can be asked here.
 */
export async function asking<Value>(
  shell: Shell,
  ask: (prompter: Prompter) => Promise<Value>,
): Promise<Value> {
  const { stdin, stderr } = shell.host;
  if (!stdin.isTTY || !stderr.isTTY) throw new InputError([{ code: 'E623', saw: '' }]);
  const prompter = openPrompter(terminalOf(shell), { plain: shell.plain, lang: shell.lang });
  try {
    return await ask(prompter);
  } finally {
    prompter.close();
  }
}

/** Asks until there is an answer; `:quit` ends. Other commands of the walkthrough mean nothing here. */
export async function answered<Value>(ask: () => Promise<Reply<Value>>): Promise<Value> {
  for (;;) {
    const reply = await ask();
    if (reply.kind === 'value') return reply.value;
    if (reply.command === 'quit' || reply.command === 'quit-silently') throw new Interrupted();
  }
}
