import { parseSheet } from '../document/csv.ts';
import type { MapNode, Node } from '../document/node.ts';
import { checkShape } from '../document/shape.ts';
import { sourceOf } from '../document/source.ts';
import type { CompiledPack } from '../engine/assess.ts';
import { readTextFile } from '../files/read.ts';
import type { Scenario, ScenarioResult } from '../model/scenario.ts';
import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import { isSession } from '../scenarios/play/session-file.ts';
import { scenarioOf } from '../scenarios/read-scenario.ts';
import { runScenario } from '../scenarios/run-scenario.ts';
import { fromSheet } from '../scenarios/strings/tests-from-sheet.ts';
import { EXIT } from './exit-codes.ts';
import { deliver } from './out.ts';
import { packLoader } from './packs.ts';
import { openScenario, readInput } from './read-input.ts';
import { oneForm } from './report-options.ts';
import { type Candidate, candidatesOf } from './scenario/candidates.ts';
import { testSession } from './scenario/test-session.ts';
import type { Shell } from './shell.ts';
import type { TestOptions } from './test-options.ts';

/**
 * Runs scenarios like tests. Ends with 1 when one fails, and with the code of the problem when a file could not be
 * judged; the others are run all the same.
 */
export async function testScenarios(
  shell: Shell,
  named: readonly string[],
  options: TestOptions,
): Promise<void> {
  const reporter = oneForm('--reporter', { form: options.reporter, json: options.json }) ?? 'text';
  const wanted = wantedBy(options);
  const files = await candidatesOf(shell, named);
  if (options.cases !== undefined && files.length !== 1)
    throw new InputError([{ code: 'E836', saw: String(files.length) }]);
  const load = packLoader(shell);
  const results = await shell.each(files, (candidate) =>
    testOne(shell, candidate, { load, options, wanted }),
  );
  const chosen = results.filter(({ tests }) => tests.length > 0);
  const { reportScenarios } = await import('../render/scenario.ts');
  const look = { say: shell.say, ...shell.look('stdout') };
  await deliver(shell, reportScenarios(chosen, reporter, look), options.out);
  if (chosen.some(({ tests }) => tests.some(({ failures }) => failures.length > 0))) shell.raise(EXIT.found);
}

interface Running {
  readonly load: ReturnType<typeof packLoader>;
  readonly options: TestOptions;
  readonly wanted: (scenario: Scenario) => Scenario;
}

async function testOne(
  shell: Shell,
  { file, pack: standsIn, own }: Candidate,
  { load, options, wanted }: Running,
): Promise<ScenarioResult> {
  const input = await readInput(shell, file);
  if (isSession(input.parsed.root)) return testSession(shell, input);
  const root = await openScenario(input);
  const { compiled } = await load(input.pack ?? standsIn, own);
  const scenario =
    options.cases === undefined
      ? read(root, compiled, file)
      : await readCases(options.cases, { root, compiled, file });
  return runScenario(wanted(scenario), compiled);
}

function read(root: Node, { pack }: CompiledPack, file: string): Scenario {
  const problems: Problem[] = [];
  const scenario = scenarioOf(root, pack, { file, report: (problem) => void problems.push(problem) });
  if (problems.length > 0) throw new InputError(problems);
  return scenario;
}

/** The scenario with the tests of a sheet instead of its own. */
async function readCases(
  sheet: string,
  { root, compiled, file }: { root: MapNode; compiled: CompiledPack; file: string },
): Promise<Scenario> {
  const parsed = parseSheet(sourceOf(sheet, await readTextFile(sheet)));
  const { roots, problems } = fromSheet(parsed, root);
  const faults = [
    ...parsed.problems,
    ...problems,
    ...roots.flatMap((one) => checkShape(one.root, 'scenario')),
  ];
  if (faults.length > 0) throw new InputError(faults);
  const [first, ...others] = roots.map(({ root: one, name }) => {
    const scenario = read(one, compiled, file);
    return name === '' ? scenario : { ...scenario, tests: scenario.tests.map((test) => ({ ...test, name })) };
  });
  if (!first) return { file, id: file, tests: [] };
  return { ...first, tests: [...first.tests, ...others.flatMap(({ tests }) => tests)] };
}

/** Gives what keeps the tests that were asked for; a scenario that is not keeps none. E835: no regular expression. */
function wantedBy({ filter, grep, level, principle }: TestOptions): (scenario: Scenario) => Scenario {
  const words = filter?.toLowerCase();
  const pattern = grep === undefined ? undefined : patternOf(grep);
  const holds = (text: string): boolean =>
    (words === undefined || text.toLowerCase().includes(words)) && (pattern?.test(text) ?? true);
  return (scenario) => {
    const { file, id, tests, principles = [] } = scenario;
    if (level !== undefined && scenario.level !== level) return { ...scenario, tests: [] };
    if (principle !== undefined && !principles.includes(principle)) return { ...scenario, tests: [] };
    return holds(file) || holds(id)
      ? scenario
      : { ...scenario, tests: tests.filter(({ name }) => holds(name)) };
  };
}

function patternOf(grep: string): RegExp {
  try {
    return new RegExp(grep, 'iu');
  } catch {
    throw new InputError([{ code: 'E835', saw: grep }]);
  }
}
