import type { Report } from '../model/report.ts';
import { atMost } from './acts.ts';
import { type Block, entry } from './doc.ts';
import { type Telling, verdictsWords } from './telling.ts';

type Change = Report['nearestChange'][number];

/** What would change a verdict, by what the worker can do about it; what can be brought about comes first. */
export function changeEntries(kinds: readonly Change['kind'][], most: number, telling: Telling): Block[] {
  const { report, say } = telling;
  const all = kinds.flatMap((kind) =>
    linesOf(
      report.nearestChange.filter((change) => change.kind === kind),
      telling,
    ),
  );
  const entries = all.map(({ kind, words }, at) =>
    entry(all[at - 1]?.kind === kind ? '' : say(`change.${kind as 'given'}`), words),
  );
  return atMost(most, entries, telling);
}

/** One line for each answer: several actions that one answer changes are told together. */
function linesOf(changes: readonly Change[], telling: Telling): { kind: string; words: string }[] {
  const { report, say } = telling;
  const byAnswer = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify(change.set);
    byAnswer.set(key, [...(byAnswer.get(key) ?? []), change]);
  }
  return [...byAnswer.values()].map((alike) => {
    const [first] = alike as [Change, ...Change[]];
    const answers = Object.entries(first.set).map(([question, answer]) => telling.answered(question, answer));
    const then = verdictsWords(
      alike.map(({ action, to }): [string, string] => [action, to]),
      telling,
    );
    const by = Object.keys(first.set).flatMap(
      (id) => report.questions.find((question) => question.id === id)?.changeableBy?.text ?? [],
    );
    const values = { answers: answers.join('; '), then: then.join('. '), by: by[0] ?? '' };
    const words =
      first.kind === 'bring-about' && by.length > 0 ? say('change.by', values) : say('change.line', values);
    return { kind: first.kind, words };
  });
}

/** What is worth finding out: each open question with the actions that hang on it. */
export function findOutEntries(most: number, telling: Telling): Block[] {
  const { report, say, series } = telling;
  const entries = report.findOut.map(({ ask, changes }) => {
    const hanging = [...new Set(changes.flatMap(({ verdicts }) => Object.keys(verdicts)))];
    const named = hanging.slice(0, 2).map(telling.action);
    const rest = hanging.length - named.length;
    const values = { question: ask, actions: series(named), count: rest };
    return entry('', say(rest > 0 ? 'find-out.line-more' : 'find-out.line', values));
  });
  return atMost(most, entries, telling);
}
