import { clean } from '../render/spans.ts';
import type { Shell } from './shell.ts';

/**
 * Delivers a result: to stdout, or into a file that is not there yet. Written as a whole or not at all, mode 600.
 * E7xx: the file is there already, or cannot be written.
 */
export async function deliver(shell: Shell, text: string, out: string | undefined): Promise<void> {
  if (out === undefined) return shell.write(text);
  const { writeAtomic } = await import('../files/write.ts');
  await writeAtomic(out, text.endsWith('\n') ? text : `${text}\n`);
  shell.tell(shell.say('cli.written', { file: clean(out) }));
}
