import {
  type ActionTaken,
  type DecidedAction,
  type DecisionRecord,
  type FollowUp,
  PARTS_PLAYED,
  type RecordAuthor,
  type RecordVersion,
  type Review,
} from '../model/record.ts';
import type { Say } from '../text/say.ts';
import { type Block, type Doc, entry, section, text, title } from './doc.ts';

/**
 * A decision record as a document: what was decided and why, then people, plan and facts, then what came after. The result
 * that was given is not in it; it is told by `render` beside it.
 */
export function recordDoc(record: DecisionRecord, say: Say): Doc {
  const { id, versions } = record;
  const current = versions.at(-1) ?? versions[0];
  return [
    title(say('record.title', { id })),
    ...head(current, versions.length, say),
    ...decision(current, say),
    ...section(say('record.people'), peopleEntries(current, say)),
    ...section(say('record.plan'), planEntries(current, say)),
    ...section(say('record.taken'), takenEntries(current.taken, say)),
    ...section(say('record.facts'), factEntries(current, say)),
    ...since(record, say),
  ];
}

/** What came after the decision: follow-ups, reviews, and the versions before. */
export function since({ versions, followUps, reviews }: DecisionRecord, say: Say, level: 2 | 3 = 2): Doc {
  const part = (words: string, blocks: Block[]): Block[] => section(words, blocks, level);
  return [
    ...part(
      say('record.follow-ups'),
      followUps.map((one) => followUpEntry(one, say)),
    ),
    ...part(
      say('record.reviews'),
      reviews.map((one) => reviewEntry(one, say)),
    ),
    ...part(say('record.earlier'), earlier(versions, say)),
  ];
}

function head(version: RecordVersion, of: number, say: Say): Doc {
  const { number, decidedOn, author, amends, reviewOn, report } = version;
  const { id, version: packVersion, digest } = report.pack;
  return [
    entry('', say('record.decided-on', { date: decidedOn, author: authorWords(author, say) })),
    ...(of > 1 ? [entry('', say('record.version', { number, of }))] : []),
    ...(amends === null ? [] : [entry('', say('record.amended', { because: amends }))]),
    ...(reviewOn === null ? [] : [entry('', say('record.review-on', { date: reviewOn }))]),
    entry('', say('record.pack', { id, version: packVersion, digest })),
  ];
}

function decision({ decision: made, options, doubts }: RecordVersion, say: Say): Doc {
  const { actions, other, reason } = made;
  const decided = (what: 'do' | 'do-not'): Block[] =>
    actions.filter((one) => one.decided === what).map((one) => entry('', one.text, [...departure(one, say)]));
  return [
    ...section(say('record.do'), [...decided('do'), ...(other === null ? [] : [entry('', other)])]),
    ...section(say('record.leave'), decided('do-not')),
    ...section(say('record.reason'), reason === null ? [] : [entry('', reason)]),
    ...section(
      say('record.options'),
      options.map((one) => entry('', one.text)),
    ),
    ...section(say('record.doubts'), doubts === null ? [] : [entry('', doubts)]),
  ];
}

/** That an action was decided against a duty, and why; that no reason stands there is said too. */
export function departure({ departs, reason }: DecidedAction, say: Say): Block[] {
  const because = reason === null ? say('record.no-reason') : say('record.because', { text: reason });
  return [
    ...(departs ? [text(say('record.departs'))] : []),
    ...(departs || reason !== null ? [text(because)] : []),
  ];
}

/** Who has what to do with a decision, a line for each part that is played. */
export function peopleEntries({ people }: RecordVersion, say: Say): Block[] {
  return PARTS_PLAYED.flatMap((part) => {
    const roles = people[part].map((role) => role.text);
    return roles.length === 0 ? [] : [entry('', say(`record.people.${part}`, { roles: roles.join(', ') }))];
  });
}

/** What is planned, and whether the client agrees. */
export function planEntries({ plan: made }: RecordVersion, say: Say): Block[] {
  return [
    ...(made.text === null ? [] : [entry('', made.text)]),
    ...(made.agreed === null ? [] : [entry('', say(`record.agreed.${made.agreed}`))]),
  ];
}

/** What was done: when, by which role. */
export function takenEntries(taken: readonly ActionTaken[], say: Say): Block[] {
  return taken.map(({ on, by, text: what }) =>
    entry('', say('record.taken.line', { date: on, role: by.text, text: what })),
  );
}

/** Facts, and how each is known. Only what was given: what does not arise, or follows from the rest, is in the result. */
export function factEntries({ report, known }: RecordVersion, say: Say): Block[] {
  return report.facts
    .filter(({ from }) => from === 'given')
    .map(({ id, ask, text: answer }) => {
      const basis = known[id];
      const words = basis === undefined ? answer : say(`record.known.${basis}`, { answer });
      return entry('', say('record.fact', { ask, answer: words }));
    });
}

function followUpEntry(told: FollowUp, say: Say): Block {
  const { on, kind, outcome, effective, next, reviewOn, author, taken } = told;
  return entry(
    '',
    say('record.follow-up.line', {
      date: on,
      kind: say(`record.follow-up.${kind}`),
      author: authorWords(author, say),
    }),
    [
      text(outcome),
      text(say(`record.effective.${effective}`)),
      text(
        reviewOn === null ? say(`record.next.${next}`) : say(`record.next.${next}.until`, { date: reviewOn }),
      ),
      ...takenEntries(taken, say),
    ],
  );
}

function reviewEntry({ kind, version, writtenAt, author, text: said, own }: Review, say: Say): Block {
  return entry(
    '',
    say(`record.review.${kind}`, {
      date: writtenAt.slice(0, 10),
      version,
      author: authorWords(author, say),
    }),
    [...(own ? [text(say('record.review.own'))] : []), ...(said === null ? [] : [text(said)])],
  );
}

function earlier(versions: readonly RecordVersion[], say: Say): Block[] {
  return versions.slice(0, -1).map(({ number, decidedOn, decision: made }) =>
    entry(
      '',
      say('record.earlier.line', { number, date: decidedOn }),
      made.actions.map((one) =>
        text(say(one.decided === 'do' ? 'record.earlier.do' : 'record.earlier.leave', { text: one.text })),
      ),
    ),
  );
}

/** Who wrote it: a role, and the key where there is one. Never a name. */
export function authorWords({ role, key }: RecordAuthor, say: Say): string {
  const words = say(`record.role.${role as 'worker'}`);
  return key === null ? words : say('record.author', { role: words, key });
}
