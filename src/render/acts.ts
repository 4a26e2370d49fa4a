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
  const others = telling.list(action.notTogetherWith.map(telling.action));
  return telling.say('act.not-together', { action: words, others });
}

/** Acts with their phase as a label, each phase said once; what does not fit into `most` lines is counted. */
export function actEntries(all: readonly Act[], most: number, telling: Telling): Block[] {
  const { say } = telling;
  const shown = all.length > most ? all.slice(0, Math.max(1, most - 1)) : all;
  const left = all.length - shown.length;
  const entries = shown.map((act, at) => {
    const label = shown[at - 1]?.phase === act.phase ? '' : say(`phase.${act.phase as 'now'}`);
    return entry(label, act.words);
  });
  return left > 0 ? [...entries, moreEntry(left, telling)] : entries;
}

/** Says how many more there are, and where: nothing is left out silently. */
export function moreEntry(count: number, { say }: Telling): Block {
  return entry('', say(count === 1 ? 'more.one' : 'more.other', { count }));
}
