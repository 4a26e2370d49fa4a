import { atMost } from './acts.ts';
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

/** The same for a first screen: what to do, each with one question that would settle it; reasons are in the details. */
export function asIfEntries(most: number, telling: Telling): Block[] {
  const { report, say } = telling;
  const { actions, steps } = report.meanwhile.asIf;
  const acts = [...actions.map((one) => ({ ...one, text: telling.action(one.id) })), ...steps];
  const entries = acts.map(({ text: words, prepare, askFirst }) => {
    const [first] = askFirst;
    if (!prepare || first === undefined)
      return entry('', wordsOf({ text: words, prepare, askFirst }, telling));
    return entry('', say('meanwhile.prepare', { action: words, questions: telling.question(first) }));
  });
  return atMost(most, entries, telling);
}

interface Cautious {
  readonly text: string;
  readonly prepare: boolean;
  readonly askFirst: readonly string[];
}

function wordsOf({ text: words, prepare, askFirst }: Cautious, { say, questions }: Telling): string {
  if (!prepare) return words;
  if (askFirst.length === 0) return say('safeguard.prepare', { action: words });
  return say('meanwhile.prepare', { action: words, questions: questions(askFirst) });
}

/** What holds whatever the open answers turn out to be. */
export function settledEntries(telling: Telling): Block[] {
  const { report, say, series } = telling;
  const told = new Set(report.actions.filter(({ foldedInto }) => foldedInto === null).map(({ id }) => id));
  const { settledFor, settledAgainst } = report.meanwhile;
  const named = (ids: readonly string[]): string =>
    series(ids.filter((id) => told.has(id)).map(telling.action));
  return [
    ...(named(settledFor) === '' ? [] : [entry(say('meanwhile.do'), named(settledFor))]),
    ...(named(settledAgainst) === '' ? [] : [entry(say('meanwhile.leave'), named(settledAgainst))]),
  ];
}
