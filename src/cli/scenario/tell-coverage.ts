import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { print } from '../../render/print.ts';
import {
  type Coverage,
  type CoveredStory,
  coverageDoc,
  coverageJson,
  fallsShort,
} from '../../scenarios/covered/coverage-doc.ts';
import { exercisedBy, packCoverage } from '../../scenarios/covered/pack-coverage.ts';
import { storyCoverage } from '../../scenarios/covered/story-coverage.ts';
import { scenarioOf } from '../../scenarios/read-scenario.ts';
import { assessTests } from '../../scenarios/run-scenario.ts';
import { EXIT } from '../exit-codes.ts';
import { deliver } from '../out.ts';
import { packLoader } from '../packs.ts';
import type { Shell } from '../shell.ts';
import type { CoverageCommandOptions } from './author-options.ts';
import { candidatesOf, openCandidate } from './candidates.ts';

/** Tells what the tests come to; ends with 1 where that is less than was asked for. */
export async function tellCoverage(
  shell: Shell,
  named: readonly string[],
  { rules, json = false, out }: CoverageCommandOptions,
): Promise<void> {
  const load = packLoader(shell);
  const stories: CoveredStory[] = [];
  const byPack = new Map<Pack, Assessment[]>();
  await shell.each(await candidatesOf(shell, named), async (candidate) => {
    const { input, root, pack, compiled } = await openCandidate(shell, candidate, load);
    const problems: Problem[] = [];
    const scenario = scenarioOf(root, pack, {
      file: input.file,
      report: (problem) => void problems.push(problem),
    });
    if (problems.length > 0) throw new InputError(problems);
    const coverage = storyCoverage(root);
    if (coverage) stories.push({ file: input.file, id: scenario.id, coverage });
    byPack.set(pack, [...(byPack.get(pack) ?? []), ...assessTests(scenario, compiled)]);
  });
  const covered: Coverage = {
    stories,
    packs: [...byPack].map(([pack, assessments]) => ({
      pack: pack.id,
      tests: assessments.length,
      coverage: packCoverage(pack, exercisedBy(assessments)),
      ...(rules !== undefined && { goal: rules }),
    })),
  };
  const text = json ? coverageJson(covered) : print(coverageDoc(covered, shell.say), shell.look('stdout'));
  await deliver(shell, text, out);
  if (fallsShort(covered)) shell.raise(EXIT.found);
}
