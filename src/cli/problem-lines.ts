import type { Problem } from '../problems/problem.ts';
import { catalogue, type MessageKey } from '../text/catalogue.ts';
import type { Say } from '../text/say.ts';
import type { ColourLevel } from './colour.ts';

export function problemLines(
  problems: readonly Problem[],
  { say }: { say: Say; width: number; colour: ColourLevel },
): string {
  return problems
    .map((problem) => {
      const key = `problem.${problem.code}`;
      const values = { saw: problem.saw, expected: (problem.expected ?? []).join(', '), ...problem.values };
      const place = problem.place
        ? `${problem.place.file}:${problem.place.line}:${problem.place.column}: `
        : '';
      const isKey = (one: string): one is MessageKey => Object.hasOwn(catalogue.en, one);
      const hint = `${key}.hint`;
      return `${place}${problem.code}: ${isKey(key) ? say(key, values) : problem.saw}\n${isKey(hint) ? say(hint, values) : ''} ${problem.nearest ?? ''}`;
    })
    .join('\n');
}
