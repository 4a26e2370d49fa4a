import path from 'node:path';
import { InputError, refused } from '../../problems/input-error.ts';
import { listSessions, readSession, type SessionFile } from '../../scenarios/play/session-file.ts';
import { endingOf } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { terminalOf } from '../terminal.ts';
import { VERSION } from '../version.ts';
import type { PlayCommandOptions } from './options.ts';
import { openStory } from './story.ts';

/** Plays a staged scenario with the person at the terminal. */
export async function playStory(shell: Shell, file: string, options: PlayCommandOptions): Promise<void> {
  const { runPlay } = await import('../../scenarios/play/run-play.ts');
  const { openPrompter } = await import('../../ask/open.ts');
  const { root, story, compiled } = await openStory(shell, file);
  const plain = shell.plain || options.plainStdin === true;
  const folder = sessionsFolder(shell, options.sessions);
  const resume =
    options.resume === undefined ? undefined : await sessionNamed(folder, story.id, options.resume);
  if (options.resume === true && !resume) shell.tell(shell.say('play.resume.none'));
  const given = options.answers === undefined ? undefined : await readSession(options.answers);
  for (const session of [resume, given]) {
    if (session && session.scenario.id !== story.id)
      throw new InputError([{ code: 'E832', saw: session.scenario.id, expected: [story.id] }]);
  }
  const code = await runPlay(
    {
      prompter: () => openPrompter(terminalOf(shell), { plain, lang: shell.lang }),
      tell: shell.tell,
      today: shell.today,
      toolVersion: VERSION,
      shown: (one) => shownFrom(shell.host.cwd, one),
      ...(options.save && folder !== undefined && { sessions: folder }),
    },
    {
      story,
      root,
      file,
      compiled,
      lang: shell.lang,
      plain,
      ...(resume && { resume }),
      ...(given && { given: given.events }),
    },
  );
  shell.raise(endingOf(code));
}

/** Where sessions are kept; nowhere without a home. */
export function sessionsFolder({ host, places }: Shell, named: string | undefined): string | undefined {
  return named === undefined ? places.sessions : path.resolve(host.cwd, named);
}

/** The session of that id, or the latest one of this story. E830: none has this id. */
async function sessionNamed(
  folder: string | undefined,
  story: string,
  wanted: string | true,
): Promise<SessionFile | undefined> {
  const files = folder === undefined ? [] : await listSessions(folder);
  const ids = files.map((file) => path.basename(file).replace('.session.json', ''));
  if (wanted !== true) {
    const file = files[ids.indexOf(wanted)];
    if (file === undefined) throw new InputError([{ code: 'E830', saw: wanted, expected: ids }]);
    return readSession(file);
  }
  for (const file of files) {
    // Another session that cannot be read is no reason to stop.
    const session = await readSession(file).catch(refused);
    if (session?.scenario.id === story && session.end === undefined) return session;
  }
  return undefined;
}

/** A path as short as it can be said: from here, or from the root. */
function shownFrom(here: string, file: string): string {
  const relative = path.relative(here, path.resolve(here, file));
  return relative.startsWith('..') ? path.resolve(here, file) : relative;
}
