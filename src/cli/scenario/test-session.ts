import { openDocument } from '../../document/open.ts';
import type { ScenarioResult } from '../../model/scenario.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { sessionOf } from '../../scenarios/play/session-file.ts';
import { sessionTest } from '../../scenarios/play/session-test.ts';
import { runScenario } from '../../scenarios/run-scenario.ts';
import type { Input } from '../read-input.ts';
import type { Shell } from '../shell.ts';
import { openStory } from './story.ts';

/**
 * Runs a session as a test of the scenario that was played, which is looked for where the session says that it was.
 *
 * @throws InputError with what is wrong with either; E832: another scenario stands there now
 */
export async function testSession(shell: Shell, { file, text, parsed }: Input): Promise<ScenarioResult> {
  const { value: session, problems } = openDocument({ file, text, parsed, kind: 'session' });
  if (!session) throw new InputError(problems);
  const { scenario } = sessionOf(session);
  const { root, story, compiled } = await openStory(shell, scenario.file);
  if (story.id !== scenario.id)
    throw new InputError([{ code: 'E832', saw: scenario.id, expected: [story.id] }]);
  const found: Problem[] = [];
  const { pack } = compiled;
  const test = sessionTest({
    session,
    file,
    root,
    story,
    pack,
    report: (problem) => void found.push(problem),
  });
  if (found.length > 0) throw new InputError(found);
  return runScenario(test, compiled);
}
