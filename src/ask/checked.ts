import type { Reply, ShortText, TextDoubt } from './prompter.ts';

/**
 * Asks until a text is taken: one that raises a doubt is taken when it is given a second time, one that cannot be used
 * never is.
 *
 * @param once shows the prompt and reads one text
 * @param tell says the doubt before the prompt is shown again
 */
export async function readChecked(
  text: ShortText,
  once: () => Promise<Reply<string>>,
  tell: (doubt: TextDoubt, typed: string) => void,
): Promise<Reply<string>> {
  let doubted: string | undefined;
  for (;;) {
    const reply = await once();
    if (reply.kind !== 'value') return reply;
    const doubt = text.check?.(reply.value);
    if (!doubt || (!doubt.firm && doubted === reply.value)) return reply;
    doubted = reply.value;
    tell(doubt, reply.value);
  }
}
