import { assess, type CompiledPack } from '../engine/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Scenario, ScenarioResult } from '../model/scenario.ts';
import { compare, endFailures } from './expect.ts';
import { holdsBriefly } from './holds-briefly.ts';

/** Runs every test of a scenario and tells what did not come as expected. */
export function runScenario(scenario: Scenario, compiled: CompiledPack): ScenarioResult {
  const { pack } = compiled;
  const tests = scenario.tests.map((test) => {
    const { name, place, dilemma, at, expect } = test;
    if (holdsBriefly(test, compiled)) return { name, place, failures: endFailures(expect, at) };
    const assessment = assess(compiled, dilemma, { changes: false });
    const failures = compare(expect, { assessment, pack, ...(at !== undefined && { at }) });
    return { name, place, failures };
  });
  return { file: scenario.file, id: scenario.id, pack: pack.id, tests };
}

/** What the engine says of the dilemma of each test, whatever is expected of it. */
export function assessTests({ tests }: Scenario, compiled: CompiledPack): Assessment[] {
  return tests.map(({ dilemma }) => assess(compiled, dilemma, { changes: false }));
}
