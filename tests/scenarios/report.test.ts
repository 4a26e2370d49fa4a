import { beforeAll, describe, expect, test } from 'vitest';
import { print } from '../../src/render/print.ts';
import type { PlayEvent } from '../../src/scenarios/play/event.ts';
import type { SessionFile } from '../../src/scenarios/play/session-file.ts';
import { storyVoice } from '../../src/scenarios/play/voice.ts';
import { weighStages } from '../../src/scenarios/play/weigh-path.ts';
import { groupOf, percentOf } from '../../src/scenarios/report/group.ts';
import { groupDoc } from '../../src/scenarios/report/group-doc.ts';
import { type Learner, learnerOf } from '../../src/scenarios/report/learner.ts';
import { learnersDoc, type ReportShown } from '../../src/scenarios/report/learner-doc.ts';
import { groupJson, learnerRows, learnersJson } from '../../src/scenarios/report/tables.ts';
import { type Opened, openSecret } from './playing.ts';

let opened: Opened;
let shown: ReportShown;

beforeAll(async () => {
  opened = await openSecret();
  shown = { story: opened.story, voice: storyVoice(opened.compiled.pack, 'en'), withReasons: false };
});

const choice = (stage: string, option: string): PlayEvent => ({ event: 'choice', stage, option });
const sure: PlayEvent = { event: 'confidence', stage: 'told', confidence: 'sure', sure: 0.95 };
const TOLD: PlayEvent = { event: 'told', stage: 'told' };

function session(id: string, events: readonly PlayEvent[]): SessionFile {
  return {
    id,
    scenario: { id: 'a-secret-told', version: '1.0.0', file: 'story.yaml' },
    pack: { id: 'sound', version: '1.0.0', digest: 'sha256-0' },
    lang: 'en',
    path: {},
    events,
  };
}

function learner(
  id: string,
  events: readonly PlayEvent[],
  path: Readonly<Record<string, string>> = {},
): Learner {
  const weighed = weighStages({ ...opened, path, lang: 'en', toolVersion: '0.0.0' });
  const apart = weighed.flatMap(({ stage, apart: all }) => all.map((parting) => ({ ...parting, stage })));
  return { ...learnerOf(opened.story, session(id, events)), apart };
}

const waits = (id: string): Learner =>
  learner(id, [choice('told', 'listen'), sure, choice('news', 'wait'), { event: 'ended', end: 'end-late' }], {
    told: 'listen',
    news: 'wait',
  });

const words = (text: string) => text.replace(/\s+/g, ' ');
const LOOK = { width: 80, style: { level: 0 }, plain: true } as const;

describe('one learner', () => {
  test('a change before anything was said is told apart from one after it', () => {
    const early = learner('a', [choice('told', 'listen'), { event: 'back' }, choice('told', 'promise')]);
    const late = learner('b', [choice('told', 'listen'), TOLD, { event: 'back' }, choice('told', 'promise')]);
    expect(early.stages[0]?.changes).toEqual([{ from: 'listen', to: 'promise', afterTold: false }]);
    expect(late.stages[0]?.changes).toEqual([{ from: 'listen', to: 'promise', afterTold: true }]);
    const text = words(print(learnersDoc([early, late], shown), LOOK));
    expect(text).toContain('At first: Listen');
    expect(text).toContain('At first, before it was talked about: Listen');
  });

  test('the same choice again is no change', () => {
    expect(learner('a', [choice('told', 'listen'), choice('told', 'listen')]).stages[0]?.changes).toEqual([]);
  });

  test('an end counts only on the way that held at last', () => {
    const left = learner('a', [
      choice('told', 'leave'),
      { event: 'ended', end: 'end-alone' },
      { event: 'back' },
      choice('told', 'listen'),
    ]);
    expect(left.end).toBeUndefined();
    expect(left.backs).toBe(1);
  });

  test('reasons are told only when they are asked for', () => {
    const one = learner('a', [
      choice('told', 'listen'),
      { event: 'reason', stage: 'told', reason: 'SECRET' },
    ]);
    expect(print(learnersDoc([one], shown), LOOK)).not.toContain('SECRET');
    expect(JSON.stringify([learnersJson([one], shown), learnerRows([one], shown)])).not.toContain('SECRET');
    const all = { ...shown, withReasons: true };
    expect(print(learnersDoc([one], all), LOOK)).toContain('SECRET');
    expect(JSON.stringify([learnersJson([one], all)])).toContain('SECRET');
    expect(JSON.stringify([learnerRows([one], all)])).toContain('SECRET');
  });

  test('a way that parts from the rules says where', () => {
    expect(words(print(learnersDoc([waits('a')], shown), LOOK))).toContain('Parts: left out: Report (must)');
  });

  test('nothing ranks, grades or passes', () => {
    const text = print(learnersDoc([waits('a'), waits('b')], shown), LOOK);
    expect(text).not.toMatch(/score|grade|passed|failed|best|worst|%/i);
  });
});

describe('a group', () => {
  test('has no percentages under five', () => {
    expect([percentOf(2, 4), percentOf(2, 5)]).toEqual([undefined, 40]);
    const four = ['a', 'b', 'c', 'd'].map(waits);
    const text = print(groupDoc(groupOf(opened.story, four), shown), LOOK);
    expect(text).not.toContain('%');
    expect(words(text)).toContain('Fewer than 5: counts only.');
    expect(JSON.stringify(groupJson(groupOf(opened.story, four), shown))).not.toMatch(/"percent":\d/);
  });

  test('is counted stage by stage in the order of the author, with everything said in words', () => {
    const five = ['a', 'b', 'c', 'd'].map(waits).concat(learner('e', [choice('told', 'promise'), sure]));
    const text = words(print(groupDoc(groupOf(opened.story, five), shown), LOOK));
    expect(text).toContain('Listen: 4 of 5 (80 %) Promise to keep quiet: 1 of 5 (20 %) Leave: 0 of 5 (0 %)');
    expect(text).toContain('The next day she is in hospital: 4 of 4');
    expect(text).toContain('left out: Report (must): 4 of 4');
  });

  test('reasons stand in the order of the alphabet, without a name', () => {
    const reasons = ['zebra', 'apple'].map((reason, at) =>
      learner(`id-${at}`, [choice('told', 'listen'), { event: 'reason', stage: 'told', reason }]),
    );
    const text = print(groupDoc(groupOf(opened.story, reasons), { ...shown, withReasons: true }), LOOK);
    expect(text.indexOf('apple')).toBeLessThan(text.indexOf('zebra'));
    expect(text).not.toContain('id-0');
  });
});
