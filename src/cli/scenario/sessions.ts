import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from '../../document/parse.ts';
import { sourceOf } from '../../document/source.ts';
import { readTextFile } from '../../files/read.ts';
import { InputError, refused } from '../../problems/input-error.ts';
import { isSession, listSessions, readSession, type SessionFile } from '../../scenarios/play/session-file.ts';
import type { Shell } from '../shell.ts';
import { type OpenStory, openStory } from './story.ts';

/** Sessions beside the scenario that was played; in the order of their random names. */
export interface Played {
  readonly opened: OpenStory;
  readonly sessions: readonly SessionFile[];
}

/** What was named on the command line, told apart. */
export interface Named {
  readonly named: readonly string[];
  readonly sessions: readonly SessionFile[];
  readonly stories: readonly OpenStory[];
}

/**
 * Puts sessions together with the scenario that was played. A scenario that was not named is taken from where its session
 * says that it was.
 *
 * @throws InputError E833: there is no session; E832: no scenario of any session was found
 */
export async function playedIn(
  shell: Shell,
  { named, sessions, stories }: Named,
): Promise<readonly Played[]> {
  const [first] = sessions;
  if (!first) throw new InputError([{ code: 'E833', saw: named.join(', ') }]);
  const byId = new Map(stories.map((opened) => [opened.story.id, opened]));
  const found: Played[] = [];
  for (const id of new Set(sessions.map(({ scenario }) => scenario.id).toSorted())) {
    const own = sessions.filter(({ scenario }) => scenario.id === id);
    const opened = byId.get(id) ?? (await storyOfSession(shell, own[0]));
    if (opened) found.push({ opened, sessions: own.toSorted((one, other) => (one.id < other.id ? -1 : 1)) });
    else shell.tell(shell.say('report.no-story', { scenario: id, count: own.length }));
  }
  if (found.length === 0)
    throw new InputError([{ code: 'E832', saw: first.scenario.id, expected: [...byId.keys()] }]);
  return found;
}

/** Reads sessions and scenarios that were named in any order, folders of sessions too. */
export async function storiesIn(shell: Shell, named: readonly string[]): Promise<Named> {
  const sessions = new Map<string, SessionFile>();
  const stories: OpenStory[] = [];
  for (const name of named) {
    const about = await stat(path.resolve(shell.host.cwd, name)).catch(() => undefined);
    if (about?.isDirectory()) {
      // One that cannot be read is told, and the others are told of all the same.
      for (const session of await shell.each(await listSessions(name), readSession))
        sessions.set(session.id, session);
      continue;
    }
    const { root, problems } = parse(sourceOf(name, await readTextFile(name)));
    if (!root) throw new InputError(problems);
    if (!isSession(root)) stories.push(await openStory(shell, name));
    else {
      const session = await readSession(name);
      sessions.set(session.id, session);
    }
  }
  return { named, sessions: [...sessions.values()], stories };
}

/** The scenario where the session says that it was, if it is still there and still the same. */
async function storyOfSession(
  shell: Shell,
  session: SessionFile | undefined,
): Promise<OpenStory | undefined> {
  if (!session) return undefined;
  const opened = await openStory(shell, session.scenario.file).catch(refused);
  return opened?.story.id === session.scenario.id ? opened : undefined;
}
