import { clean } from '../../render/spans.ts';
import type { Say } from '../../text/say.ts';
import type { ListLine } from './graph.ts';

/** Tells a story as an indented list that also reads well aloud: each line says what it is. Ends in a line break. */
export function listText(lines: readonly ListLine[], say: Say): string {
  const told = lines.map(({ depth, kind, id, text }) => {
    const words = say(`graph.${kind}`, { id: clean(id), text: clean(text) });
    return `${'  '.repeat(depth)}${words}`;
  });
  return `${told.join('\n')}\n`;
}
