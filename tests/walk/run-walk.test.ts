import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../src/model/case-file.ts';
import type { FactId, TopicId } from '../../src/model/ids.ts';
import type { Pack } from '../../src/model/pack.ts';
import { readDraft } from '../../src/walk/drafts.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { playWalk } from './scripted.ts';

const PACK = tinyPack({
  topics: { secret: 'plain', money: 'plain', violence: 'safety' },
  facts: {
    danger: { answers: ['none', 'possible', 'serious'], topic: 'violence' },
    child: { answers: 'yes-no', topic: 'violence' },
    agreed: { answers: 'yes-no', topic: 'secret' },
    gift: { answers: ['small', 'large'], topic: 'money' },
  },
  rules: {
    protect: { must: 'report', when: { danger: 'serious' } },
    child: { must: 'tell-the-school', when: { child: 'yes' } },
    keep: { 'must-not': 'tell-the-family', unless: { agreed: 'yes' }, when: { topic: 'secret' } },
    refuse: { must: 'refuse', when: { gift: 'large' } },
  },
  constraints: { impossible: { danger: 'none', child: 'yes' } },
});

/** The notice, the marks and their confirmation. */
const MARKED = (marks: string) => ['', marks, '1'];

const given = (over: Partial<CaseFile>): CaseFile => ({
  facts: new Map(),
  screened: new Map(),
  considering: [],
  decided: new Map(),
  ...over,
});

const words = (said: string) => said.replace(/\s+/g, ' ');
const idOf = (told: readonly string[]) => /--resume ([a-z0-9]{8})$/.exec(told.at(-1) ?? '')?.[1] ?? 'none';

describe('how it ends', () => {
  test.each([
    {
      name: 'input ends before the result',
      lines: ['', '1'],
      code: 66,
      tells: ['Input ended before', 'The draft is kept'],
    },
    {
      name: 'the worker quits before it',
      lines: ['', '1', ':quit'],
      code: 130,
      tells: ['The draft is kept'],
    },
    { name: 'the worker quits without a word', lines: ['', '1', ':quit!'], code: 130, tells: [] },
    { name: 'the worker quits at the notice', lines: [':keluar'], code: 130, tells: [] },
    { name: 'input ends at the notice', lines: [], code: 66, tells: ['Input ended before'] },
    {
      name: 'the worker is done with the result',
      lines: [...MARKED('0'), '2', '', '6'],
      code: 0,
      tells: ['The draft is kept'],
    },
    {
      name: 'input ends at the result',
      lines: [...MARKED('0'), '2', ''],
      code: 0,
      tells: ['The draft is kept'],
    },
  ])('$name', async ({ lines, code, tells }) => {
    const { end, told } = await playWalk({ pack: PACK, lines });
    expect(end.code).toBe(code);
    expect(told).toEqual(tells.map((tell) => expect.stringContaining(tell)));
    expect(end.report !== undefined).toBe(code === 0);
  });

  test('keeps nothing with --no-save, and says so', async () => {
    const { told, folder } = await playWalk({ pack: PACK, lines: ['', '1'], options: { save: false } });
    expect(told.at(-1)).toBe('Stopped. Nothing is kept.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes on where the draft cannot be written', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'state'));
    writeFileSync(path.join(folder, 'state', 'drafts'), 'in the way');
    const { said, end } = await playWalk({ pack: PACK, folder, lines: [...MARKED('0'), '2', '', '6'] });
    expect(words(said)).toContain('The draft cannot be written; from now on nothing is kept.');
    expect(end.code).toBe(0);
  });
});

describe('resuming', () => {
  const FIRST = [...MARKED('1,3'), '2'];

  test('goes on at the next question, with all that was answered', async () => {
    const first = await playWalk({ pack: PACK, lines: FIRST });
    const id = idOf(first.told);
    const again = await playWalk({
      pack: PACK,
      folder: first.folder,
      lines: ['', ':change'],
      options: { resume: id },
    });
    expect(words(again.said)).toContain('You go on. Answers so far: 3, the last one just now.');
    expect(again.said).not.toContain('What is this about?');
    expect(words(again.said)).toContain('Part of this: secret (en); violence (en)');
  });

  test('takes the latest draft where none is named', async () => {
    const first = await playWalk({ pack: PACK, lines: FIRST });
    const again = await playWalk({
      pack: PACK,
      folder: first.folder,
      lines: [''],
      options: { resume: true },
    });
    expect(idOf(again.told)).toBe(idOf(first.told));
  });

  test('begins at the start where there is no draft at all, and says so', async () => {
    const { said } = await playWalk({ pack: PACK, lines: [''], options: { resume: true } });
    expect(said).toContain('There is no draft to go on with; this is from the start.');
    expect(said).toContain('What is this about?');
  });

  test('refuses an id that names no draft (E820)', async () => {
    await expect(
      playWalk({ pack: PACK, lines: [''], options: { resume: 'nosuchid' } }),
    ).rejects.toMatchObject({
      problems: [{ code: 'E820', saw: 'nosuchid' }],
    });
  });

  test('comes to the same draft whether it was interrupted or not', async () => {
    const rest = ['1', '2', '1'];
    const whole = await playWalk({ pack: PACK, lines: [...FIRST, ...rest] });
    const first = await playWalk({ pack: PACK, lines: FIRST });
    await playWalk({ pack: PACK, folder: first.folder, lines: ['', ...rest], options: { resume: true } });
    const events = async (played: typeof first) =>
      (await readDraft(played.drafts, idOf(played.told)))?.events;
    expect(await events(first)).toEqual(await events(whole));
  });

  test('says that the rules have changed, and keeps the answers', async () => {
    const first = await playWalk({ pack: PACK, lines: FIRST });
    const changed: Pack = { ...PACK, digest: 'sha256-other' };
    const again = await playWalk({
      pack: changed,
      folder: first.folder,
      lines: [''],
      options: { resume: true },
    });
    expect(words(again.said)).toContain('The rules have changed since this draft was begun.');
  });
});

describe('with answers from a file', () => {
  test('asks only what is missing', async () => {
    const answers = given({
      topics: new Set(['violence' as TopicId]),
      facts: new Map([['danger' as FactId, { kind: 'answer', answer: 'serious' as never }]]),
    });
    const { said } = await playWalk({ pack: PACK, lines: ['', '2', '', '6'], options: { answers } });
    expect(said).not.toContain('What is this about?');
    expect(said.split('1. yes (en)')).toHaveLength(2);
    expect(said).not.toContain('1. none (en)');
    expect(said).toContain('report (en)');
  });

  test('keeps no draft, and promises none, where nothing was added to them', async () => {
    const { told, folder } = await playWalk({
      pack: PACK,
      lines: [],
      options: { answers: given({ topics: new Set() }) },
    });
    expect(told).toEqual(['Input ended before there was a result.']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps them in the draft, so that it is whole by itself', async () => {
    const answers = given({
      topics: new Set(['violence' as TopicId]),
      facts: new Map([['child' as FactId, { kind: 'unknown' }]]),
    });
    const { told, drafts } = await playWalk({ pack: PACK, lines: ['', '3'], options: { answers } });
    expect((await readDraft(drafts, idOf(told)))?.events.map(({ event }) => event)).toEqual([
      'marks',
      'marks-confirmed',
      'fact',
      'fact',
    ]);
  });
});

describe('deciding', () => {
  const TORN = tinyPack({
    actions: { stay: { excludes: ['go'] }, go: null },
    rules: { one: { must: 'stay' }, two: { must: 'go', of: 'autonomy' } },
  });

  test('two that cannot both be done are told once, and taken if they are marked again', async () => {
    const { said, drafts, told } = await playWalk({
      pack: TORN,
      lines: ['', '0', '1', '', '5', '1,2', '', 'torn'],
    });
    expect(words(said).split('These two cannot both be done: "go (en)" and "stay (en)".')).toHaveLength(2);
    const events = (await readDraft(drafts, idOf(told)))?.events;
    expect(events).toContainEqual({ event: 'decided', do: ['go', 'stay'], leave: [], other: '' });
  });
});

describe('what a decision brings', () => {
  const TORN = tinyPack({
    actions: { stay: { excludes: ['go'] }, go: null, 'keep-watch': { phase: 'now' } },
    rules: { one: { must: 'stay', of: 'nonmaleficence' }, two: { must: 'go', of: 'autonomy' } },
    safeguards: { watch: { must: 'keep-watch', when: { yields: 'autonomy' } } },
  });
  const DECIDING = ['', '0', '1', '', '5'];

  test('is told where one way out of a dilemma is chosen', async () => {
    const stays = await playWalk({ pack: TORN, lines: [...DECIDING, '2', 'why', ''] });
    expect(words(stays.said)).toContain('With this decision, then at least: now: keep-watch (en)');
  });

  test('is not told where the other way brings nothing', async () => {
    const goes = await playWalk({ pack: TORN, lines: [...DECIDING, '1', 'why', ''] });
    expect(words(goes.said)).not.toContain('With this decision');
  });
});

describe('on the way', () => {
  test('a safety topic that is not marked is asked about first, and only once', async () => {
    const { said } = await playWalk({ pack: PACK, lines: [...MARKED('2'), '3', '1'] });
    expect(said.indexOf('Safety first')).toBeLessThan(said.indexOf('1. small (en)'));
    expect(said.split('Safety first')).toHaveLength(2);
  });

  test('the result can be seen before all is answered, and the questions gone on with', async () => {
    const { said, end } = await playWalk({
      pack: PACK,
      lines: [...MARKED('1,3'), ':change', '2', '4', '', ':quit'],
    });
    expect(words(said)).toContain('See the result with what is answered so far');
    expect(end.code).toBe(0);
    expect(said.lastIndexOf('I will find out')).toBeGreaterThan(said.lastIndexOf('Finish'));
  });

  test('an answer that is no longer part of it is parked, in sight', async () => {
    const { said } = await playWalk({
      pack: PACK,
      lines: [...MARKED('2'), '2', '2', ':back', ':back', ':back', ':back', '1', '1', '1', ''],
    });
    expect(words(said)).toContain('large (en) (no longer used)');
  });

  test('answers that cannot hold together are told, with a number to change each', async () => {
    const answers = given({
      topics: new Set(['violence' as TopicId]),
      facts: new Map([
        ['danger' as FactId, { kind: 'answer', answer: 'none' as never }],
        ['child' as FactId, { kind: 'answer', answer: 'yes' as never }],
      ]),
    });
    const { said } = await playWalk({ pack: PACK, lines: ['', '', '3', '3', '', '6'], options: { answers } });
    const [before, after] = words(said).split('Which one holds? Choose its number to change it.');
    expect(before).toContain('These answers cannot hold together: child (en) yes (en) danger (en) none (en)');
    // Enter alone goes on nowhere while they contradict each other.
    expect(after).toContain('Nothing is chosen yet.');
    expect(after).toContain('report (en)');
  });

  test('another place brings other rules, and the answers stay', async () => {
    const other: Pack = {
      ...PACK,
      id: 'other' as Pack['id'],
      placeName: { id: 'Di sana', en: 'Over there' },
    };
    const { said } = await playWalk({
      pack: PACK,
      others: [other],
      lines: [...MARKED('3'), ':place', '2', ':now', ''],
    });
    expect(said).toContain('Over there: tiny (en)');
    expect(said).toContain('nowhere (en)');
  });

  test('says so where there is only one place', async () => {
    const { said } = await playWalk({ pack: PACK, lines: ['', ':tempat'] });
    expect(said).toContain('There is only one place: nowhere (en).');
  });

  test('a pause is offered after half an hour, once', async () => {
    let minutes = 0;
    const clock = () => new Date(Date.UTC(2026, 10, 25, 9, (minutes += 20)));
    const { said } = await playWalk({ pack: PACK, clock, lines: [...MARKED('3'), '1', '1', ''] });
    expect(words(said).split('Half an hour has passed.')).toHaveLength(2);
  });
});
