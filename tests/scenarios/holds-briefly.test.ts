import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { assess, type CompiledPack, compile } from '../../src/engine/assess.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { compare } from '../../src/scenarios/expect.ts';
import { holdsBriefly } from '../../src/scenarios/holds-briefly.ts';
import { scenarioOf } from '../../src/scenarios/read-scenario.ts';
import { filesBelow } from '../support/sources.ts';
import { ROOT, readProject } from '../support/workplace.ts';

let compiled: CompiledPack;
let scenarios: readonly Scenario[];
const faults: string[] = [];

beforeAll(async () => {
  const rules = path.join(ROOT, 'rules');
  const pack = await loadPack('base', { project: rules, shipped: rules });
  compiled = compile(pack);
  // One in five: neighbours differ in an answer or two, and each is weighed some five hundred times.
  const files = filesBelow('rules/base/scenarios', '.yaml').filter((_, at) => at % 5 === 0);
  scenarios = files.map((file) => {
    const { value } = openDocument({ file, text: readProject(file), kind: 'scenario' });
    if (!value) throw new Error(file);
    return scenarioOf(value, pack, { file, report: ({ code }) => void faults.push(code) });
  });
});

const WORDS = ['must', 'should', 'may', 'should-not', 'must-not', 'contested', 'silent', 'depends'] as const;

test('what is found to hold briefly holds when the whole dilemma is weighed, for each thing expected', () => {
  expect(faults).toEqual([]);
  const place = { file: 'x', line: 1, column: 1 };
  const nothing = { verdicts: [], yields: [], escalates: [], cites: [], never: [], departs: [] };
  let held = 0;
  for (const one of scenarios.flatMap(({ tests }) => tests)) {
    const assessment = assess(compiled, one.dilemma, { changes: false });
    const { pack } = compiled;
    const actions = [...pack.actions.keys()].filter((_, at) => at % 23 === 0);
    const expectations = [
      ...actions.flatMap((action) => [
        ...WORDS.map((word) => ({ ...nothing, verdicts: [{ place, value: { action, words: [word] } }] })),
        { ...nothing, never: [{ place, value: action }] },
        { ...nothing, departs: [{ place, value: action }] },
      ]),
      ...[...pack.principles.keys()].map((value) => ({ ...nothing, yields: [{ place, value }] })),
      ...[...pack.steps.keys()].map((value) => ({ ...nothing, escalates: [{ place, value }] })),
    ];
    for (const expectation of expectations) {
      const brief = holdsBriefly({ ...one, expect: expectation }, compiled);
      if (!brief) continue;
      held += 1;
      expect({ name: one.name, failures: compare(expectation, { assessment, pack }) }).toEqual({
        name: one.name,
        failures: [],
      });
    }
  }
  // It does find most of what holds: otherwise the test would say nothing.
  expect(held).toBeGreaterThan(50);
});
