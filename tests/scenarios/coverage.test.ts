import { beforeAll, expect, test } from 'vitest';
import { type CompiledPack, compile } from '../../src/engine/assess.ts';
import { exercisedBy, packCoverage } from '../../src/scenarios/covered/pack-coverage.ts';
import { isShort, percentOf, storyCoverage } from '../../src/scenarios/covered/story-coverage.ts';
import { scenarioOf } from '../../src/scenarios/read-scenario.ts';
import { assessTests } from '../../src/scenarios/run-scenario.ts';
import { type Change, opened, soundPack, storyWith } from './opened.ts';

let compiled: CompiledPack;

beforeAll(async () => {
  compiled = compile(await soundPack());
});

function coverageWith(line: string) {
  const changes: Change[] = [['tests:\n', `${line}\ntests:\n`]];
  const coverage = storyCoverage(opened(storyWith(changes)));
  if (!coverage) throw new Error('the story has no stages');
  return coverage;
}

test('counted is what the tests come to, of what is declared', () => {
  const { stages, options, ends } = coverageWith('coverage: { stages: 100, options: 90 }');
  expect(stages).toMatchObject({ reached: 2, of: 2, missing: [], goal: 100 });
  expect(options).toMatchObject({ reached: 4, of: 5, missing: ['told=leave'], goal: 90 });
  expect(ends).toMatchObject({ reached: 2, of: 3, missing: ['end-alone'] });
  expect([stages, options, ends].map(isShort)).toEqual([false, true, false]);
  expect([stages, options, ends].map(percentOf)).toEqual([100, 80, 66]);
});

test('what is waived is not counted, and its reason is told', () => {
  const waive = 'coverage: { options: 100, waive: [{ id: told=leave, because: leaving is free }] }';
  const { options } = coverageWith(waive);
  expect(options).toMatchObject({
    reached: 4,
    of: 4,
    waived: [{ id: 'told=leave', because: 'leaving is free' }],
  });
  expect(isShort(options)).toBe(false);
});

test('a flat scenario has no stages to come to', () => {
  expect(
    storyCoverage(opened('facts: {}\nschema: timbang.scenario/1\nexpect: { never: [report] }\n')),
  ).toBeUndefined();
});

test('of a pack is counted what applies in some test, of what can apply at all', () => {
  const { pack } = compiled;
  const scenario = scenarioOf(opened(storyWith([])), pack, {
    file: 'story.yaml',
    report: ({ code }) => expect(code).toBe('nothing'),
  });
  const exercised = exercisedBy(assessTests(scenario, compiled));
  const { rules, priorities, principles, neverApply } = packCoverage(pack, exercised);
  expect(rules).toMatchObject({ reached: 4, of: 5, missing: ['wait-where-nothing-threatens'] });
  expect(priorities).toMatchObject({ reached: 1, of: 1 });
  expect(principles.missing).toEqual(['justice']);
  expect(neverApply).toEqual([]);
});

test('a rule that no dilemma lets apply is left out of the count', () => {
  const { pack } = compiled;
  const [first] = pack.rules.values();
  if (!first) throw new Error('the pack has no rules');
  const never = { ...first, id: 'never' as typeof first.id, when: { kind: 'any', of: [] } as const };
  const { rules, neverApply } = packCoverage(
    { ...pack, rules: new Map([...pack.rules, [never.id, never]]) },
    { rules: new Set(), priorities: new Set() },
  );
  expect(neverApply).toEqual(['never']);
  expect(rules).toMatchObject({ reached: 0, of: 5 });
});
