import type { ScenarioResult } from '../model/scenario.ts';
import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import { findScenarios } from '../scenarios/find-scenarios.ts';
import { isSession } from '../scenarios/play/session-file.ts';
import { scenarioOf } from '../scenarios/read-scenario.ts';
import { runScenario } from '../scenarios/run-scenario.ts';
import { EXIT } from './exit-codes.ts';
import { deliver } from './out.ts';
import { loadPackOf, packLoader, whereOf } from './packs.ts';
import { openScenario, readInput } from './read-input.ts';
import { oneForm } from './report-options.ts';
import { testSession } from './scenario/test-session.ts';
import type { Shell } from './shell.ts';
import type { TestOptions } from './test-options.ts';

/** A scenario file, and the pack in whose folder it stands, which judges it unless it names another. */
interface Candidate {
  readonly file: string;
  readonly pack?: string;
}

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
  const files = named.length > 0 ? await candidates(named, shell) : await scenariosOfPack(shell);
  const load = packLoader(shell);
  const results = await shell.each(files, async ({ file, pack: standsIn }) => {
    const input = await readInput(shell, file);
    if (isSession(input.parsed.root)) return testSession(shell, input);
    const root = await openScenario(input);
    const { compiled } = await load(input.pack ?? standsIn);
    const problems: Problem[] = [];
    const report = (problem: Problem): void => void problems.push(problem);
    const scenario = scenarioOf(root, compiled.pack, { file, report });
    if (problems.length > 0) throw new InputError(problems);
    return runScenario(scenario, compiled);
  });
  const chosen = options.filter === undefined ? results : filtered(results, options.filter);
  const { reportScenarios } = await import('../render/scenario.ts');
  const look = { say: shell.say, ...shell.look('stdout') };
  await deliver(shell, reportScenarios(chosen, reporter, look), options.out);
  if (chosen.some(({ tests }) => tests.some(({ failures }) => failures.length > 0))) shell.raise(EXIT.found);
}

async function candidates(named: readonly string[], shell: Shell): Promise<Candidate[]> {
  return (await findScenarios(named, shell.host.cwd)).map((file) => ({ file }));
}

/** The scenarios of the pack in force and of those that it extends, each judged by the pack that it stands in. */
async function scenariosOfPack(shell: Shell): Promise<Candidate[]> {
  const { findPack } = await import('../pack/find/find-pack.ts');
  const { pack } = shell;
  const { chain } = await loadPackOf(shell);
  const found: Candidate[] = [];
  for (const [index, { id }] of chain.entries()) {
    const ref = index === 0 ? pack.ref : id;
    const folder = await findPack(ref, whereOf(shell));
    if (!folder) continue;
    const files = await findScenarios([`${folder.shown}/scenarios`], shell.host.cwd).catch(noneThere);
    found.push(...files.map((file) => ({ file, pack: ref })));
  }
  if (found.length === 0) throw new InputError([{ code: 'E819', saw: `${pack.ref}/scenarios` }]);
  return found;
}

/** A pack without scenarios is no fault of the others in its chain. */
function noneThere(error: unknown): string[] {
  if (error instanceof InputError) return [];
  throw error;
}

/** Keeps the tests whose file, id or name holds the words, and the scenarios that are left with any. */
function filtered(results: readonly ScenarioResult[], words: string): ScenarioResult[] {
  const wanted = words.toLowerCase();
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted);
  return results
    .map((result) =>
      holds(result.file) || holds(result.id)
        ? result
        : { ...result, tests: result.tests.filter(({ name }) => holds(name)) },
    )
    .filter(({ tests }) => tests.length > 0);
}
