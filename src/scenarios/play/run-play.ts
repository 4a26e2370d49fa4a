import { InputEnded, Interrupted } from '../../ask/prompter.ts';
import { randomId } from '../../files/random-id.ts';
import { fold, pageNow } from './fold.ts';
import { Left, type PlayOptions, type PlaySession, type PlayWorld } from './session.ts';
import { type SessionHead, sessionFileOf } from './session-file.ts';
import { playTurn, weighedTurn } from './turns.ts';
import { storyVoice } from './voice.ts';

/** Played to the end or left, input ended, a fault of ours, interrupted. */
const CODES = { done: 0, ended: 66, bug: 70, interrupted: 130 } as const;
type Code = (typeof CODES)[keyof typeof CODES];

/**
 * Plays a staged scenario with one learner, from the notes on its content to how the way is weighed, and says how it
 * ended: 0 also when the learner left, 130 interrupted (the session is kept), 66 input ended before the story did.
 */
export async function runPlay(world: PlayWorld, options: PlayOptions): Promise<Code> {
  const session = open(world, options);
  let left: unknown;
  let finished = false;
  try {
    for (let page = now(session); page; page = now(session)) await playTurn(session, page);
    finished = true;
    await weighedTurn(session);
  } catch (error) {
    left = error;
  } finally {
    session.prompter.close();
  }
  const code = codeOf(left, finished);
  if (!(left instanceof Left && left.silently)) farewell(session, code, finished);
  if (code === CODES.bug) throw left;
  return code;
}

function now({ options, state }: PlaySession) {
  return pageNow(options.story, state);
}

function open(world: PlayWorld, options: PlayOptions): PlaySession {
  const { story, compiled, resume, given = [], file } = options;
  const { id, version, digest } = compiled.pack;
  const events = resume?.events ?? given;
  // The notes are shown again to whoever comes back.
  const state = fold(
    story,
    events.filter(({ event }) => event !== 'noted'),
  );
  const lang = state.lang ?? options.lang;
  const head: SessionHead = {
    id: resume?.id ?? randomId(),
    toolVersion: world.toolVersion,
    scenario: { id: story.id, version: story.version, file },
    pack: { id, version, digest },
    lang: resume?.lang ?? lang,
  };
  return {
    world,
    options,
    head,
    events,
    state,
    voice: storyVoice(compiled.pack, lang),
    folder: world.sessions,
    kept: resume !== undefined,
    notice: undefined,
    halfTyped: new Map(),
    prompter: world.prompter(),
  };
}

function codeOf(left: unknown, finished: boolean): Code {
  if (left === undefined || left instanceof Left) return CODES.done;
  if (left instanceof Interrupted) return CODES.interrupted;
  if (left instanceof InputEnded) return finished ? CODES.done : CODES.ended;
  return CODES.bug;
}

/** A line or two after the terminal is as it was: where the session is, and how to go on. */
function farewell(
  { voice, world, folder, head, kept, options }: PlaySession,
  code: Code,
  finished: boolean,
): void {
  const { say } = voice;
  if (code === CODES.ended) world.tell(say('play.bye.ended'));
  if (folder === undefined || !kept) return world.tell(say('play.bye.not-kept'));
  const values = {
    file: world.shown(sessionFileOf(folder, head.id)),
    scenario: world.shown(options.file),
    id: head.id,
  };
  if (!finished) return world.tell(say('play.bye.resume', values));
  world.tell(say('play.bye.done', values));
  world.tell(say('play.bye.report', values));
}
