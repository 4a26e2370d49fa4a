import { mutatePack } from '../../analysis/mutation/mutate-pack.ts';
import type { Probe } from '../../analysis/mutation/probe.ts';
import type { Pack } from '../../model/pack.ts';
import type { Expectation } from '../../model/scenario.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { mutationDoc, mutationJson } from '../../render/mutation.ts';
import { compare } from '../../scenarios/expect.ts';
import { findScenarios } from '../../scenarios/find-scenarios.ts';
import { scenarioOf } from '../../scenarios/read-scenario.ts';
import { deliver } from '../out.ts';
import { loadPackOf } from '../packs.ts';
import { openScenario, readInput } from '../read-input.ts';
import { progressOf } from '../record/progress.ts';
import type { ReportFormat } from '../report-options.ts';
import { scenariosOf } from '../scenario/candidates.ts';
import type { Shell } from '../shell.ts';
import type { MutateOptions } from './compare-options.ts';
import { printed } from './print-doc.ts';

/** Changes a pack in one small place after the other and tells what its scenarios and properties do not notice. */
export async function mutateRules(
  shell: Shell,
  ref: string | undefined,
  { format, out, cases = [], sample, seed = 1 }: MutateOptions & { readonly format: ReportFormat },
): Promise<void> {
  const pack = await loadPackOf(shell, ref);
  const own = (await scenariosOf(shell, ref ?? shell.pack.ref, pack)).map(({ file }) => file);
  const given = (await shell.each(cases, (path) => findScenarios([path], shell.host.cwd))).flat();
  const probes = (await shell.each([...own, ...given], (file) => probesIn(shell, file, pack))).flat();
  const report = mutatePack(pack, probes, {
    progress: progressOf(shell),
    ...(sample !== undefined && { sample: { count: sample, seed } }),
  });
  const telling = { pack, say: shell.say, lang: shell.lang };
  const text = printed(shell, format, {
    doc: () => mutationDoc(report, telling),
    json: () => mutationJson(report, telling),
  });
  await deliver(shell, text, out);
}

/**
 * What the tests of a scenario expect. One that is written for another pack, above this one or below, counts where this pack
 * knows all that it speaks of; where it does not, it says nothing of this pack.
 */
async function probesIn(shell: Shell, file: string, pack: Pack): Promise<Probe[]> {
  const input = await readInput(shell, file);
  const root = await openScenario(input);
  const problems: Problem[] = [];
  const { tests } = scenarioOf(root, pack, { file, report: (problem) => void problems.push(problem) });
  if (problems.length > 0 && input.pack !== undefined && input.pack !== pack.id) return [];
  if (problems.length > 0) throw new InputError(problems);
  return tests.map(
    ({ dilemma, at, expect }): Probe => ({
      name: file,
      dilemma,
      about: actionsIn(expect),
      notices: (assessment, judging) =>
        compare(expect, { assessment, pack: judging, ...(at !== undefined && { at }) }).length > 0,
    }),
  );
}

function actionsIn({ verdicts, never, departs }: Expectation): Set<string> {
  return new Set([
    ...verdicts.map(({ value }) => value.action),
    ...[...never, ...departs].map(({ value }) => value),
  ]);
}
