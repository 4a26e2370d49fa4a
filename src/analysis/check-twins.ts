import type { Finding } from '../model/finding.ts';
import type { Fact } from '../model/pack.ts';
import type { Whole } from './whole.ts';

/** Questions that ask the same in some language, told apart by nothing but their ids. */
export function twinQuestions({ pack }: Whole): Finding[] {
  const facts = [...pack.facts.values()];
  return facts.flatMap((first, index) =>
    facts
      .slice(index + 1)
      .filter((second) => asksTheSame(first, second))
      .map(
        (second): Finding => ({
          kind: 'questions-ask-the-same',
          about: [first.id, second.id],
          place: second.place,
        }),
      ),
  );
}

function asksTheSame(first: Fact, second: Fact): boolean {
  return Object.entries(first.ask).some(
    ([lang, words]) => second.ask[lang] !== undefined && plainly(words) === plainly(second.ask[lang]),
  );
}

/** Words without case, marks and spaces between them. */
function plainly(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
