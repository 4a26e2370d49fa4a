import type { ReportAction } from '../model/report.ts';
import { type Block, entry } from './doc.ts';
import { actWords, isAgainst, isFor, type Telling } from './telling.ts';

/** One thing to do or not: an action, or the group that several are folded into. */
export interface Act {
  readonly phase: string;
  readonly verdict: string;
  readonly words: string;
  /** The actions behind it. */
  readonly actions: readonly ReportAction[];
}

/** What is to be done, whatever is decided: must and should, in reading order. */
export function toDo(telling: Telling): Act[] {
  return acts(telling, ({ verdict }) => isFor(verdict));
}

/** What is not to be done: must-not and should-not. */
export function notToDo(telling: Telling): Act[] {
  return acts(telling, ({ verdict }) => isAgainst(verdict));
}

/** What may be done or left. */
export function permitted(telling: Telling): Act[] {
  return acts(telling, ({ verdict }) => verdict === 'may');
}

function acts(telling: Telling, takes: (action: ReportAction) => boolean): Act[] {
  const lines = new Map<string, Act>();
  for (const action of telling.report.actions.filter(takes)) {
    const group = action.foldedInto;
    const key = group === null ? action.id : `${group} ${action.verdict}`;
    const before = lines.get(key);
    const first = before ?? {
      phase: action.phase,
      verdict: action.verdict,
      words: lineOf(action, telling),
      actions: [],
    };
    lines.set(key, { ...first, actions: [...first.actions, action] });
  }
  return firstThingsFirst([...lines.values()]);
}

/** Puts what comes before acting right before the first act that is to come after it. */
function firstThingsFirst(acts: readonly Act[]): Act[] {
  const ordered = acts.filter(({ phase }) => phase !== 'before-acting');
  for (const act of acts.filter(({ phase }) => phase === 'before-acting')) {
    const ids = act.actions.map(({ id }) => id);
    const at = ordered.findIndex(({ actions }) =>
      actions.some(({ after }) => ids.some((id) => after.includes(id))),
    );
    ordered.splice(at < 0 ? placeOf(act, acts, ordered) : at, 0, act);
  }
  return ordered;
}

/** Where nothing names it: before the first act of a later phase. */
function placeOf(act: Act, acts: readonly Act[], ordered: readonly Act[]): number {
  const next = acts.slice(acts.indexOf(act) + 1).find(({ phase }) => phase !== 'before-acting');
  return next === undefined ? ordered.length : ordered.indexOf(next);
}

function lineOf(action: ReportAction, telling: Telling): string {
  const group = telling.report.groups.find(({ id }) => id === action.foldedInto);
  const words = actWords({ text: group?.text ?? action.text, verdict: action.verdict }, telling);
  if (action.through !== 'not-together' || action.notTogetherWith.length === 0) return words;
  const others = telling.series(action.notTogetherWith.map(telling.action));
  return telling.say('act.not-together', { action: words, others });
}

/** Acts with their phase as a label, each phase said once; what does not fit into `most` entries is counted. */
export function actEntries(all: readonly Act[], most: number, telling: Telling): Block[] {
  const shown = foremost(all, all.length > most ? Math.max(1, most - 1) : most, telling);
  const entries = shown.map((act, at) => {
    const label = shown[at - 1]?.phase === act.phase ? '' : telling.say(`phase.${act.phase as 'now'}`);
    return entry(label, act.words);
  });
  return shown.length < all.length ? [...entries, moreEntry(all.length - shown.length, telling)] : entries;
}

/**
 * Picks those that a reader must not miss, in their own order: what reasons were weighed over, then duties (to tell
 * somebody, or to refuse, before the others: it is what a dilemma is mostly about), then advice.
 */
export function foremost(all: readonly Act[], most: number, telling: Telling): readonly Act[] {
  if (all.length <= most) return all;
  const ranked = [...all].sort((first, second) => rankOf(first, telling) - rankOf(second, telling));
  const kept = new Set(ranked.slice(0, most));
  return all.filter((act) => kept.has(act));
}

function rankOf({ actions, verdict, phase }: Act, { report }: Telling): number {
  const weighed = new Set(report.principles.flatMap(({ to }) => to.map(({ action }) => action)));
  const marked = actions.some(
    ({ id, considering, decided }) => considering || decided !== null || weighed.has(id),
  );
  if (marked || phase === 'now') return 0;
  const quiet = actions.every(
    ({ kind, foldedInto }) => kind === 'record' || kind === 'conduct' || foldedInto !== null,
  );
  const isDuty = verdict === 'must' || verdict === 'must-not';
  const isTold = actions.some(({ kind }) => kind === 'tell' || kind === 'refuse');
  if (verdict === 'must' && phase !== 'later' && isTold) return 1;
  return (isDuty ? 2 : 4) + (quiet ? 1 : 0);
}

/** Acts without a time: what is not to be done is not to be done at any. */
export function plainEntries(all: readonly Act[], most: number, telling: Telling): Block[] {
  const shown = foremost(all, all.length > most ? Math.max(1, most - 1) : most, telling);
  const entries = shown.map(({ words }) => entry('', words));
  return shown.length < all.length ? [...entries, moreEntry(all.length - shown.length, telling)] : entries;
}

/** The same as running text, a sentence for each. */
export function runningText(all: readonly Act[], most: number, telling: Telling): Block[] {
  if (all.length === 0) return [];
  const shown = foremost(all, Math.max(1, most), telling);
  const left = all.length - shown.length;
  const sentences = shown.map(({ words }) => ({ text: ended(words) }));
  return [entry('', left > 0 ? [...sentences, { text: moreWords(left, telling) }] : sentences)];
}

/** Keeps the first entries and counts the others in a last one, which takes a place of its own. */
export function atMost(most: number, entries: readonly Block[], telling: Telling): Block[] {
  if (entries.length <= most) return [...entries];
  const shown = entries.slice(0, Math.max(1, most - 1));
  return [...shown, moreEntry(entries.length - shown.length, telling)];
}

/** Ends a text of a pack as a sentence ends. */
export function ended(words: string): string {
  return /[.?]$/.test(words) ? words : `${words}.`;
}

/** Says how many more there are, and where: nothing is left out silently. */
export function moreEntry(count: number, telling: Telling): Block {
  return entry('', moreWords(count, telling));
}

function moreWords(count: number, { say }: Telling): string {
  return say(count === 1 ? 'more.one' : 'more.other', { count });
}
