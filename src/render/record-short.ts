import type { DecidedAction, DecisionRecord, RecordState } from '../model/record.ts';
import type { Say } from '../text/say.ts';
import { type Act, ended, foremost, notToDo, toDo } from './acts.ts';
import { type Block, type Doc, entry, heading, section, text } from './doc.ts';
import { headlineWords } from './headline.ts';
import { withinWords } from './owed.ts';
import {
  authorWords,
  departure,
  factEntries,
  peopleEntries,
  planEntries,
  since,
  takenEntries,
} from './record.ts';
import { isAgainst, isFor, type Telling, tell } from './telling.ts';
import { whyEntries } from './why.ts';

/** So many acts, and so many steps, are named of a recommendation; the others are counted. */
const NAMED = 6;

/**
 * One record on a page or two: facts and how each is known, the recommendation in brief, the decision and why it departs,
 * plan, follow-up and review. What it leaves out it counts.
 */
export function shortRecord(record: DecisionRecord, say: Say): Doc {
  const current = currentOf(record);
  const part = (words: string, blocks: readonly Block[]): Block[] => section(words, blocks, 3);
  return [
    heading(say('record.title', { id: record.id })),
    ...head(record, say),
    ...part(say('record.facts'), factEntries(current, say)),
    ...part(say('short.recommended'), recommended(tell(current.report, say))),
    ...part(say('short.decided'), decided(record, say)),
    ...part(say('short.people-and-plan'), [
      ...peopleEntries(current, say),
      ...planEntries(current, say),
      ...takenEntries(current.taken, say),
    ]),
    ...since(record, say, 3),
  ];
}

/** The version that holds. */
export function currentOf({ versions }: DecisionRecord): DecisionRecord['versions'][0] {
  return versions.at(-1) ?? versions[0];
}

/** Where the version that holds stands in review. */
export function stateOf({ versions, reviews }: DecisionRecord): RecordState {
  const last = reviews.findLast(({ kind, version }) => kind !== 'comment' && version === versions.length);
  if (!last) return 'pending';
  return last.kind === 'return' ? 'returned' : 'signed';
}

/** The next look at it: what the last follow-up on this version says, else what the version says. */
export function nextLook(record: DecisionRecord): string | null {
  const { writtenAt, reviewOn } = currentOf(record);
  const last = record.followUps.findLast((one) => writtenAt === null || one.writtenAt >= writtenAt);
  return last ? last.reviewOn : reviewOn;
}

function head(record: DecisionRecord, say: Say): Doc {
  const { decidedOn, author, number, amends, report } = currentOf(record);
  const { id, version, digest } = report.pack;
  const next = nextLook(record);
  const topics = report.topics.filter(({ state }) => state === 'marked').map((topic) => topic.text);
  return [
    entry('', say('record.decided-on', { date: decidedOn, author: authorWords(author, say) })),
    ...(number > 1 ? [entry('', say('record.version', { number, of: number }))] : []),
    ...(amends === null ? [] : [entry('', say('record.amended', { because: amends }))]),
    ...(topics.length === 0 ? [] : [entry('', say('short.about', { topics: topics.join('; ') }))]),
    entry('', say('short.state', { state: say(`record.state.${stateOf(record)}`) })),
    ...(next === null ? [] : [entry('', say('record.review-on', { date: next }))]),
    entry('', say('record.pack', { id, version, digest: digest.slice(0, 19) })),
  ];
}

function recommended(telling: Telling): Block[] {
  const { say, report } = telling;
  if (report.contradiction.length > 0) return [text(headlineWords(telling))];
  const steps = report.escalation
    .filter(({ owed }) => owed === 'yes')
    .map((step) => say('short.step', { step: step.text, within: withinWords(step, telling) }));
  return [
    text([{ text: headlineWords(telling), style: 'strong' }]),
    ...line(say('heading.to-do'), actsOf(toDo(telling), telling), telling),
    ...line(say('heading.not-to-do'), actsOf(notToDo(telling), telling), telling),
    ...line(say('heading.tell'), { shown: steps.slice(0, NAMED), of: steps.length }, telling),
    ...whyEntries('yielding', telling),
  ];
}

interface Listed {
  readonly shown: readonly string[];
  readonly of: number;
}

function actsOf(acts: readonly Act[], telling: Telling): Listed {
  return { shown: foremost(acts, NAMED, telling).map(({ words }) => words), of: acts.length };
}

/** Several things as one line of sentences; those that are not named are counted. */
function line(label: string, { shown, of }: Listed, { say }: Telling): Block[] {
  if (of === 0) return [];
  const left = of - shown.length;
  const more = left > 0 ? [{ text: say('short.more', { count: left }) }] : [];
  return [entry(label, [...shown.map((words) => ({ text: ended(words) })), ...more])];
}

function decided(record: DecisionRecord, say: Say): Block[] {
  const { decision, options, doubts, report } = currentOf(record);
  const { actions, other, reason } = decision;
  const named = (label: string, texts: readonly string[]): Block[] =>
    texts.length === 0 ? [] : [entry(label, texts.map(ended).join(' '))];
  const of = (word: DecidedAction['decided'], asAdvised: (verdict: string) => boolean): string[] => {
    const all = actions.filter((one) => one.decided === word);
    const ids = new Set(all.map(({ id }) => id));
    const advised = report.actions.filter(({ verdict }) => asAdvised(verdict));
    // What was decided as it stands above is not told again.
    const isFollowed = advised.length > 0 && advised.every(({ id }) => ids.has(id));
    const left = new Set(isFollowed ? advised.map(({ id }) => id) : []);
    const followed = isFollowed
      ? [say(word === 'do' ? 'short.all-advised' : 'short.all-advised-against')]
      : [];
    return [...followed, ...all.filter(({ id }) => !left.has(id)).map((one) => one.text)];
  };
  const own = options.filter(({ action }) => action === null).map((one) => one.text);
  return [
    ...named(say('record.do'), [...of('do', isFor), ...(other === null ? [] : [other])]),
    ...named(say('record.leave'), of('do-not', isAgainst)),
    ...actions.flatMap((one) => {
      const told = departure(one, say);
      return told.length === 0 ? [] : [entry('', one.text, told)];
    }),
    ...named(say('record.reason'), reason === null ? [] : [reason]),
    ...named(say('record.options'), own),
    ...named(say('record.doubts'), doubts === null ? [] : [doubts]),
  ];
}
