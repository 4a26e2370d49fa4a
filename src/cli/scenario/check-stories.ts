import path from 'node:path';
import { checkScenario } from '../../scenarios/check/check-scenario.ts';
import { type Checked, checkJson, checkText } from '../../scenarios/check/check-text.ts';
import { wordAt } from '../../scenarios/map/story-map.ts';
import { EXIT } from '../exit-codes.ts';
import { packLoader } from '../packs.ts';
import type { Shell } from '../shell.ts';
import type { CheckCommandOptions } from './author-options.ts';
import { type Candidate, candidatesOf, openCandidate } from './candidates.ts';
import { watchFiles } from './watch-files.ts';

/**
 * Checks scenarios, once or (`--watch`) each time one of them is saved. Ends with 1 where something is to be mended, and
 * with the code of the problem where a scenario cannot be judged.
 */
export async function checkStories(
  shell: Shell,
  named: readonly string[],
  options: CheckCommandOptions,
): Promise<void> {
  await checkOnce(shell, await candidatesOf(shell, named), options);
  if (!options.watch) return;
  const files = (await candidatesOf(shell, named)).map(({ file }) => file);
  const again = async (): Promise<void> => {
    shell.write('');
    await checkOnce(shell, await candidatesOf(shell, named), options);
    shell.tell(shell.say('scheck.watching', { count: files.length }));
  };
  shell.tell(shell.say('scheck.watching', { count: files.length }));
  await watchFiles(shell, files, again);
  shell.raise(EXIT.interrupted);
}

async function checkOnce(
  shell: Shell,
  files: readonly Candidate[],
  { strict = false, json = false }: CheckCommandOptions,
): Promise<void> {
  const load = packLoader(shell);
  const checked = await shell.each(files, async (candidate): Promise<Checked> => {
    const { input, root, compiled } = await openCandidate(shell, candidate, load);
    const shared = strict || wordAt(root, 'status') === 'reviewed' || isShipped(shell, candidate.file);
    const { problems, findings } = checkScenario({ file: input.file, root, compiled, shared });
    if (problems.length > 0) shell.report(problems);
    return { file: input.file, id: wordAt(root, 'id') ?? input.file, findings };
  });
  shell.write(json ? checkJson(checked, shell.say) : checkText(checked, shell.say, shell.look('stdout')));
  if (checked.some(({ findings }) => findings.some(({ weight }) => weight === 'fault')))
    shell.raise(EXIT.found);
}

/** What comes with the program is read by many, whatever its status says. */
function isShipped({ host, places }: Shell, file: string): boolean {
  const within = path.relative(places.shippedPacks, path.resolve(host.cwd, file));
  return !within.startsWith('..') && !path.isAbsolute(within);
}
