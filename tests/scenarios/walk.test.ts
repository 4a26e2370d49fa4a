import { beforeAll, describe, expect, test } from 'vitest';
import { type CompiledPack, compile } from '../../src/engine/assess.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { playableOf } from '../../src/scenarios/map/playable.ts';
import { scenarioOf } from '../../src/scenarios/read-scenario.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';
import { testOf } from '../../src/scenarios/walk/counterexample.ts';
import { lawsOf } from '../../src/scenarios/walk/laws.ts';
import { randomOf } from '../../src/scenarios/walk/random.ts';
import { countWays } from '../../src/scenarios/walk/states.ts';
import { type Walked, wander } from '../../src/scenarios/walk/wander.ts';
import { type Change, opened, soundPack, storyWith } from './opened.ts';

let compiled: CompiledPack;

beforeAll(async () => {
  compiled = compile(await soundPack());
});

interface Tried {
  readonly changes?: readonly Change[];
  readonly always?: string;
  readonly runs?: number;
  readonly seed?: number;
  readonly mostStates?: number;
}

/** The story with laws, and what walks through it come to. */
function walk({ changes = [], always = '', runs = 200, seed = 7, mostStates = 100 }: Tried) {
  const laws = always === '' ? '' : `walk:\n  always:\n    - ${always}\n`;
  const text = `${storyWith(changes)}${laws}`;
  const root = opened(text);
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const playable = playableOf(root, compiled.pack, report);
  if (!playable) throw new Error('the story has no stages');
  const read = lawsOf(root, compiled.pack, report);
  const walked: Walked = wander({ playable, compiled, laws: read, runs, seed, maxSteps: 10, mostStates });
  return { walked, problems, playable, text };
}

test('random numbers are the same for the same seed, and lie from 0 to 1', () => {
  const numbers = (seed: number) => Array.from({ length: 500 }, randomOf(seed));
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
  expect(numbers(7).every((one) => one >= 0 && one < 1)).toBe(true);
});

test('the same seed gives the same walks, another one others', () => {
  expect(walk({}).walked).toEqual(walk({}).walked);
  expect(walk({ seed: 8 }).walked.hits.options).not.toEqual(walk({}).walked.hits.options);
});

test('every walk is counted at each stage, choice and end', () => {
  const { hits, lost, ways, states } = walk({}).walked;
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((all, one) => all + one, 0);
  expect(hits.stages.get('told')).toBe(200);
  expect(sum(hits.ends)).toBe(200);
  expect(sum(hits.options)).toBe(sum(hits.stages));
  expect({ lost, ways }).toEqual({ lost: 0, ways: 5 });
  // Both ways into the second stage bring the same facts: they are one state.
  expect(states).toBe(5);
});

test('a way in a circle, or to nowhere, is lost and not walked for ever', () => {
  const { walked, playable } = walk({
    changes: [
      ['then: end-safe', 'then: told'],
      ['then: end-alone', 'then: nowhere'],
    ],
  });
  expect(walked.lost).toBeGreaterThan(0);
  expect(walked.lostAt?.path.size).toBeLessThan(3);
  expect(countWays(playable)).toBe(2);
});

describe('laws', () => {
  test('one that holds in every state is proved', () => {
    const { walked } = walk({
      always: '{ whenever: { harm: serious }, then: { verdict: { report: must } } }',
    });
    expect(walked).toMatchObject({ complete: true, laws: [{ spoke: 3 }] });
    expect(walked.laws[0]?.broken).toBeUndefined();
  });

  test('one that speaks of nothing says so', () => {
    const { walked } = walk({ always: '{ whenever: { harm: none }, then: { verdict: { report: must } } }' });
    expect(walked.laws).toMatchObject([{ spoke: 0 }]);
  });

  test.each([
    { always: '{ whenever: { harm: serious }, then: { not-verdict: { report: must } } }', path: ['told'] },
    { always: '{ whenever: { plea: yes }, then: { verdict: { report: must } } }', path: [] },
    { always: '{ unmoved-by: consent }', path: undefined },
  ])('$always is broken on the shortest way', ({ always, path }) => {
    const broken = walk({ always }).walked.laws[0]?.broken;
    expect(broken).toBeDefined();
    if (path) expect([...(broken?.path.keys() ?? [])]).toEqual(path);
  });

  test('random walks find it too, where there are too many states to look at each', () => {
    const { walked } = walk({
      always: '{ whenever: { harm: serious }, then: { not-verdict: { report: must } } }',
      mostStates: 2,
    });
    expect(walked.complete).toBe(false);
    expect(walked.laws[0]?.broken?.at).toBe('news');
  });

  test('the counterexample is a test that can be pasted, and fails', () => {
    const { walked, playable, text } = walk({
      always: '{ whenever: { harm: serious }, then: { verdict: { report: should } } }',
    });
    const [{ law, broken } = { law: undefined, broken: undefined }] = walked.laws;
    if (!law || !broken) throw new Error('the law is not broken');
    const written = testOf(law, broken, { pack: compiled.pack, playable });
    const pasted = opened(text.replace('tests:\n', `tests:\n${written}`));
    const scenario = scenarioOf(pasted, compiled.pack, {
      file: 'story.yaml',
      report: ({ code }) => expect(code).toBe('nothing'),
    });
    const [first, ...others] = runScenario(scenario, compiled).tests;
    expect(first?.failures).toMatchObject([{ kind: 'verdicts', expected: ['should'], got: ['must'] }]);
    expect(others.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('one that names what the pack does not have is a problem at its words', () => {
    const { problems } = walk({
      always: '{ whenever: { harn: serious }, then: { verdict: { report: must } } }',
    });
    expect(problems).toMatchObject([{ code: 'E301', nearest: 'harm', place: { file: 'story.yaml' } }]);
  });
});
