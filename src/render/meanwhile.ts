import { type Block, entry, text } from './doc.ts';
import type { Telling } from './telling.ts';

/**
 * What caution asks for while something is not known: never a verdict. What discloses outside or coerces is only
 * prepared, with the question to ask first, and what it would bring stands under it.
 */
export function asIfBlocks(telling: Telling): Block[] {
  const { report, say } = telling;
  const { facts, actions, steps } = report.meanwhile.asIf;
  if (actions.length === 0 && steps.length === 0) return [];
  const reasons = facts.map(({ fact, value, because }) =>
    text(say('meanwhile.as-if', { answered: telling.answered(fact, value), because })),
  );
  const acts = actions.map(({ id, prepare, askFirst, brings }) => {
    const under = brings.map((one) =>
      'action' in one
        ? entry(
            '',
            say('meanwhile.brings', { action: one.text, verdict: say(`verdict.${one.verdict as 'must'}`) }),
          )
        : entry('', say('meanwhile.brings-step', { step: one.text })),
    );
    return entry('', wordsOf({ text: telling.action(id), prepare, askFirst }, telling), under);
  });
  const told = steps.map((step) => entry('', wordsOf(step, telling)));
  return [...reasons, ...acts, ...told];
}

interface Cautious {
  readonly text: string;
  readonly prepare: boolean;
  readonly askFirst: readonly string[];
}

function wordsOf({ text: words, prepare, askFirst }: Cautious, { say, list, question }: Telling): string {
  if (!prepare) return words;
  if (askFirst.length === 0) return say('safeguard.prepare', { action: words });
  return say('meanwhile.prepare', { action: words, questions: list(askFirst.map(question)) });
}

/** What holds whatever the open answers turn out to be. */
export function settledEntries(telling: Telling): Block[] {
  const { report, say, list } = telling;
  const told = new Set(report.actions.filter(({ foldedInto }) => foldedInto === null).map(({ id }) => id));
  const { settledFor, settledAgainst } = report.meanwhile;
  const named = (ids: readonly string[]): string =>
    list(ids.filter((id) => told.has(id)).map(telling.action));
  return [
    ...(named(settledFor) === '' ? [] : [entry(say('meanwhile.do'), named(settledFor))]),
    ...(named(settledAgainst) === '' ? [] : [entry(say('meanwhile.leave'), named(settledAgainst))]),
  ];
}
