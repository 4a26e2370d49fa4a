import type { Report } from '../model/report.ts';
import { choiceInWords } from '../text/lists.ts';
import { atMost } from './acts.ts';
import { type Block, entry } from './doc.ts';
import { type Telling, verdictsWords } from './telling.ts';

type Change = Report['nearestChange'][number];

/**
 * What would change a verdict, by what the worker can do about it; what can be brought about comes first. Of what is
 * given, and nobody can change, only what moves a duty is told; the rest is counted.
 */
export function changeEntries(kinds: readonly Change['kind'][], most: number, telling: Telling): Block[] {
  const { report, say } = telling;
  const minor = kinds.includes('given') ? report.nearestChange.filter((one) => isMinor(one, report)) : [];
  const told = report.nearestChange.filter((one) => kinds.includes(one.kind) && !minor.includes(one));
  const lines = kinds.flatMap((kind) =>
    linesOf(
      told.filter((change) => change.kind === kind),
      telling,
    ),
  );
  const entries = lines.map(({ kind, words }, at) =>
    entry(lines[at - 1]?.kind === kind ? '' : say(`change.${kind as 'given'}`), words),
  );
  const rest = minor.length === 0 ? [] : [entry('', say('change.minor', { count: answersIn(minor) }))];
  return [...atMost(most, entries, telling), ...rest];
}

/** Given, and of no effect on a duty. */
function isMinor({ kind, action, to }: Change, report: Report): boolean {
  const now = report.actions.find(({ id }) => id === action)?.verdict ?? 'silent';
  return (
    kind === 'given' && ![now, to].some((verdict) => ['must', 'must-not', 'contested'].includes(verdict))
  );
}

function answersIn(changes: readonly Change[]): number {
  return new Set(changes.map(({ set }) => JSON.stringify(set))).size;
}

/** What one answer, alone, would come to for every action that it moves. */
interface Effect {
  readonly kind: string;
  readonly question: string;
  readonly answer: string;
  readonly verdicts: readonly (readonly [string, string])[];
}

/** One line for each effect: actions that one answer moves are told together, and so are answers of one effect. */
function linesOf(changes: readonly Change[], telling: Telling): { kind: string; words: string }[] {
  const groups = new Map<string, Effect[]>();
  for (const effect of effectsOf(changes)) {
    const key = JSON.stringify([effect.question, effect.verdicts]);
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ kind: first.kind, words: wordsOf(first, others, telling) }] : [],
  );
}

function effectsOf(changes: readonly Change[]): Effect[] {
  const effects = new Map<string, Effect>();
  for (const { kind, set, action, to } of changes) {
    const [[question, answer] = ['', '']] = Object.entries(set);
    const key = JSON.stringify(set);
    const verdicts = [...(effects.get(key)?.verdicts ?? []), [action, to] as const];
    effects.set(key, { kind, question, answer, verdicts });
  }
  return [...effects.values()];
}

function wordsOf(effect: Effect, others: readonly Effect[], telling: Telling): string {
  const { report, say } = telling;
  const question = report.questions.find(({ id }) => id === effect.question);
  const answers = [effect, ...others].map(
    ({ answer }) => question?.answers.find(({ id }) => id === answer)?.text ?? answer,
  );
  const values = {
    answers: say('answered', {
      question: telling.question(effect.question),
      answer: choiceInWords(answers, say),
    }),
    then: verdictsWords(effect.verdicts, telling).join('. '),
    by: question?.changeableBy?.text ?? '',
  };
  return say(effect.kind === 'bring-about' && values.by !== '' ? 'change.by' : 'change.line', values);
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
