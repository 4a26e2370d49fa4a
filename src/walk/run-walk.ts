import { InputEnded, Interrupted } from '../ask/prompter.ts';
import { begun } from './fold/fold.ts';
import { openSession } from './open-session.ts';
import { noticeTurn } from './turns/notice.ts';
import { Left, type Opened } from './turns/session.ts';
import type { WalkEnd, WalkOptions, WalkWorld } from './world.ts';

/** A result was reached, input ended before one, a fault of ours, interrupted or left before one. */
const CODES = { done: 0, ended: 66, bug: 70, interrupted: 130 } as const;
type Code = (typeof CODES)[keyof typeof CODES];

/**
 * Runs one walkthrough from the notice to the saved decision and says how it ended: 0 a result was reached, 130
 * interrupted, or left before it (draft kept), 66 input ended before it (draft kept). Throws `InputError` for a broken
 * pack and for a draft that is not there (E820).
 */
export async function runWalk(world: WalkWorld, options: WalkOptions): Promise<WalkEnd> {
  const session = await openSession(world, options);
  let left: unknown;
  try {
    const read = noticeTurn(session);
    // What weighs is loaded while the notice is read, not before it is shown.
    const weighing = import('./turns/turns.ts');
    await read;
    const { begin, takeTurns } = await weighing;
    await takeTurns(begin(session));
  } catch (error) {
    left = error;
  } finally {
    session.prompter.close();
  }
  const code = codeOf(left, session);
  if (!(left instanceof Left && left.silently)) await farewell(session, code);
  if (code === CODES.bug) throw left;
  if (!session.reached) return { code };
  const { lastReport } = await import('./turns/turns.ts');
  return { code, report: lastReport(session) };
}

function codeOf(left: unknown, { reached }: Opened): Code {
  if (left === undefined) return CODES.done;
  if (left instanceof Interrupted) return CODES.interrupted;
  if (left instanceof InputEnded) return reached ? CODES.done : CODES.ended;
  if (left instanceof Left) return reached ? CODES.done : CODES.interrupted;
  return CODES.bug;
}

/** One or two lines after the terminal is as it was: where the decision is, or how to go on. */
async function farewell(session: Opened, code: Code): Promise<void> {
  const { voice, world, log, savedTo, state } = session;
  const { say } = voice;
  if (code === CODES.ended) world.tell(say('walk.end.input-ended'));
  if (savedTo !== undefined) {
    const file = 'file' in savedTo ? savedTo.file : undefined;
    world.tell(
      'file' in savedTo ? say('walk.end.saved', savedTo) : say('walk.end.recorded', { id: savedTo.record }),
    );
    await log?.remove();
    if (log) world.tell(say('walk.end.draft-removed'));
    if (file?.endsWith('.age')) world.tell(say('walk.end.locked', { file }));
    else if (file?.endsWith('.json')) world.tell(say('walk.end.store', { file }));
    return;
  }
  if (log?.kept()) world.tell(say('walk.end.resume', { id: log.id }));
  else if (!log && begun(state)) world.tell(say('walk.end.not-kept'));
}
