import { describe, expect, test } from 'vitest';
import type { AnswerId, FactId } from '../../src/model/ids.ts';
import { readDraft } from '../../src/walk/drafts.ts';
import type { WalkEvent } from '../../src/walk/fold/event.ts';
import { fold } from '../../src/walk/fold/fold.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { type Played, playWalk } from './scripted.ts';

const PACK = tinyPack({
  topics: { work: 'plain' },
  facts: {
    order: { answers: ['false', 'fair'], topic: 'work' },
    signal: { answers: 'yes-no', topic: 'work' },
    service: { answers: ['near', 'far', 'none'], topic: 'work' },
    colleague: { answers: 'yes-no', topic: 'work' },
    raised: { answers: 'yes-no', topic: 'work', 'asked-when': { signal: 'yes' } },
  },
  screens: { 'within-reach': ['colleague', 'signal', 'service', 'raised'] },
  rules: {
    refuse: { must: 'refuse', when: { order: 'false' } },
    write: { must: 'write', when: { order: 'false' } },
    tell: { must: 'tell', when: { order: 'false' } },
    phone: { must: 'phone', when: { signal: 'yes' } },
    go: { must: 'go', when: { service: 'near' } },
    share: { should: 'share', when: { colleague: 'yes' } },
    press: { should: 'press', when: { raised: 'no' } },
  },
});
const SAFETY = tinyPack({
  topics: { work: 'plain', home: 'safety', child: 'safety' },
  facts: { order: { answers: ['false', 'fair'], topic: 'work' } },
  rules: { refuse: { must: 'refuse', when: { order: 'false' } } },
});

/** The notice, the marks and their confirmation, and the question before the screen. */
const MARKED = ['', '1', '1'];

const words = (said: string) => said.replace(/ \((?:en|id)\)/g, '').replace(/\s+/g, ' ');
const answer = (id: string) => ({ kind: 'answer', answer: id as AnswerId }) as const;

async function eventsOf({ drafts, told }: Played): Promise<readonly WalkEvent[]> {
  const id = /--resume ([a-z0-9]{8})$/.exec(told.at(-1) ?? '')?.[1] ?? 'none';
  return (await readDraft(drafts, id))?.events ?? [];
}

/** What was answered, in the order in which it was kept. */
async function factsOf(played: Played): Promise<unknown[]> {
  const kept = (await eventsOf(played)).filter((event) => event.event === 'fact');
  return kept.map(({ fact, given }) => [fact, given.kind === 'answer' ? given.answer : given.kind]);
}

function asked({ said }: Played): string[] {
  return [...said.matchAll(/^\d (?:of|dari) \d\. (\S+)/gm)].map(([, question]) => question ?? '');
}

describe('questions of one screen', () => {
  const all = [...MARKED, '2', '2', '1', '3'];

  test('are asked on one page, in the order of the screen, and kept one by one', async () => {
    const played = await playWalk({ pack: PACK, lines: all });
    expect(asked(played)).toEqual(['colleague', 'signal', 'service']);
    expect(await factsOf(played)).toEqual([
      ['order', 'fair'],
      ['colleague', 'no'],
      ['signal', 'yes'],
      ['service', 'none'],
    ]);
  });

  test('that are the last ones are said to be so, and not to be one', async () => {
    const { said } = await playWalk({ pack: PACK, lines: [...MARKED, '2'] });
    expect(words(said)).toContain('At most one more question after these.');
    const rest = { ...PACK, rules: new Map([...PACK.rules].filter(([id]) => id !== 'press')) };
    const { said: last } = await playWalk({ pack: rest, lines: [...MARKED, '2'] });
    expect(words(last)).toContain('These are the last questions.');
    expect(words(last)).not.toContain('This is the last question.');
  });

  test('one that arises from an answer is asked after them, by itself', async () => {
    const played = await playWalk({ pack: PACK, lines: [...all, '4'] });
    expect(words(played.said)).toContain('raised Choices: 1. yes 2. no 3. Not known yet 4. Rather not say');
  });

  test('what a case file answers is not asked; a single one that is left is an ordinary page', async () => {
    const facts = new Map([
      ['colleague' as FactId, answer('yes')],
      ['signal' as FactId, answer('no')],
    ]);
    const answers = { facts, screened: new Map(), considering: [], decided: new Map() };
    const played = await playWalk({ pack: PACK, lines: [...MARKED, '2'], options: { answers } });
    expect(asked(played)).toEqual([]);
    expect(words(played.said)).toContain('service Choices: 1. near 2. far 3. none 4. Not known yet');
  });

  test('back from the next page shows all of them with their answers; back from there the page before', async () => {
    const played = await playWalk({ pack: PACK, lines: [...all, ':back', ':back', ''] });
    expect(asked(played)).toEqual(['colleague', 'signal', 'service', 'colleague']);
    const [, again = ''] = words(played.said).split('1 of 3. colleague').slice(1);
    expect(again).toContain('Current answer: no');
    expect(again).toContain('order Choices: 1. false 2. fair');
  });

  test('an answer that is changed there counts, the others stay', async () => {
    const played = await playWalk({ pack: PACK, lines: [...all, ':back', '1', '', ''] });
    expect((await factsOf(played)).slice(4)).toEqual([
      ['colleague', 'yes'],
      ['signal', 'yes'],
      ['service', 'none'],
    ]);
  });

  test.each([':quit', ':change'])('%s in the middle keeps what was answered by then', async (command) => {
    const played = await playWalk({ pack: PACK, lines: [...MARKED, '2', '2', '1', command] });
    expect(await factsOf(played)).toEqual([
      ['order', 'fair'],
      ['colleague', 'no'],
      ['signal', 'yes'],
    ]);
  });

  test('so does the end of input, and a resumed draft asks the rest', async () => {
    const folder = temporaryFolder();
    const first = await playWalk({ pack: PACK, folder, lines: [...MARKED, '2', '2'] });
    expect(await factsOf(first)).toContainEqual(['colleague', 'no']);
    const again = await playWalk({ pack: PACK, folder, lines: ['', '1', '1'], options: { resume: true } });
    expect(asked(again)).toEqual(['signal', 'service']);
  });

  test('back in the middle keeps what was answered by then as well', async () => {
    // Back from the second question is to the first, and from there to the page before.
    const played = await playWalk({ pack: PACK, lines: [...MARKED, '2', '2', ':back', ':back', '2'] });
    const events = await eventsOf(played);
    expect(events.slice(-3)).toEqual([
      { event: 'fact', fact: 'colleague', given: answer('no') },
      { event: 'back', from: 'question:colleague' },
      { event: 'fact', fact: 'order', given: answer('fair') },
    ]);
    expect(asked(played)).toEqual(['colleague', 'signal', 'colleague', 'signal']);
  });

  test('help and why are those of the question at which they are typed, and lose no answer', async () => {
    const played = await playWalk({ pack: PACK, lines: [...MARKED, '2', '2', ':why', '?', '1', '1'] });
    const said = words(played.said);
    expect(said).toContain('This answer decides: - phone');
    expect(await factsOf(played)).toHaveLength(4);
  });

  test('the language changes in the middle, and the answers stay', async () => {
    const played = await playWalk({ pack: PACK, lines: [...MARKED, '2', '2', ':lang', '1', '1'] });
    expect(words(played.said)).toContain('2 dari 3. signal');
    expect(await factsOf(played)).toContainEqual(['colleague', 'no']);
  });

  test('one is changed from the page that sums up by itself, also to a day by which it is found out', async () => {
    const lines = [...all, '2', ':change', '5', '5', '2026-11-27', ':change'];
    const played = await playWalk({ pack: PACK, lines });
    expect(await factsOf(played)).toContainEqual(['signal', 'find-out']);
    expect(words(played.said)).toContain('signal Will find out by 2026-11-27');
  });

  test('is shown with that day when it is gone back to', async () => {
    const lines = [...all, '2', '5', '5', '2026-11-27', ':back', '', '', '', ''];
    const played = await playWalk({ pack: PACK, lines });
    expect(words(played.said)).toContain('4. Will find out by 2026-11-27 Current answer: Will find out by');
    expect((await factsOf(played)).at(-3)).toEqual(['signal', 'find-out']);
  });
});

describe('the screening of safety', () => {
  test('of topics left unmarked is one page, first of all, each with an answer of its own', async () => {
    const played = await playWalk({ pack: SAFETY, lines: [...MARKED, '2', '3'] });
    expect(asked(played)).toEqual(['home', 'child']);
    const events = await eventsOf(played);
    expect(events.slice(-2)).toEqual([
      { event: 'screened', topic: 'home', answer: 'no' },
      { event: 'screened', topic: 'child', answer: 'unknown' },
    ]);
  });

  test('of one topic is the ordinary page', async () => {
    const played = await playWalk({ pack: SAFETY, lines: ['', '1,2', '1', '4'] });
    expect(asked(played)).toEqual([]);
    expect((await eventsOf(played)).at(-1)).toMatchObject({ event: 'screened', answer: 'withheld' });
  });
});

test('back goes before the first of the pages that are shown as one; older drafts have no such page', () => {
  const fact = (id: string): WalkEvent => ({ event: 'fact', fact: id as FactId, given: answer('yes') });
  const walked = [fact('one'), fact('two'), fact('three')];
  expect(fold([...walked, { event: 'back', from: 'question:two' }]).at).toBe('question:one');
  expect(fold([...walked, { event: 'back' }]).at).toBe('question:three');
});
