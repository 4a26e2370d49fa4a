import { InputEnded, Interrupted } from '../ask/prompter.ts';
import { begun } from './fold/fold.ts';
import { pageNow } from './fold/steps.ts';
import { lookAt } from './look.ts';
import { openSession } from './open-session.ts';
import { agoWords } from './pages/ago.ts';
import { noticePage } from './pages/pages.ts';
import { aside } from './turns/asking.ts';
import { decidingTurn } from './turns/deciding.ts';
import { interviewTurn } from './turns/interview.ts';
import { reportNow } from './turns/reporting.ts';
import { resultTurn } from './turns/result.ts';
import { Left, type Session } from './turns/session.ts';
import type { WalkEnd, WalkOptions, WalkWorld } from './world.ts';

/** Nothing is wrong, input ended before a result, interrupted or left before one. */
const CODES = { done: 0, ended: 66, interrupted: 130 } as const;

/**
 * Runs one walkthrough from the notice to the saved decision and says how it ended: 0 a result was reached, 130
 * interrupted, or left before it (draft kept), 66 input ended before it (draft kept). Throws `InputError` for a broken
 * pack and for a draft that is not there (E820).
 */
export async function runWalk(world: WalkWorld, options: WalkOptions): Promise<WalkEnd> {
  const session = await openSession(world, options);
  let left: unknown;
  try {
    await notice(session);
    await turns(session);
  } catch (error) {
    left = error;
  } finally {
    session.prompter.close();
  }
  const code = codeOf(left, session);
  if (!(left instanceof Left && left.silently)) await farewell(session, code);
  return session.reached ? { code, report: reportNow(session) } : { code };
}

/** The first page: a notice and no question; nothing of it is kept. */
async function notice(session: Session): Promise<void> {
  const { world, draft } = session;
  await aside(session, () => {
    const { say } = session.voice;
    const resumed =
      draft &&
      say('walk.resumed', {
        count: session.state.trail.length,
        ago: agoWords(draft.touched, world.now(), say),
      });
    const others =
      draft && draft.head.digest !== session.voice.pack.digest ? say('walk.pack-changed') : undefined;
    const nothing = session.options.resume === true && !draft ? say('walk.resume.none') : undefined;
    const kept = say(session.log ? 'walk.notice.kept' : 'walk.notice.not-kept');
    const lines = [kept, resumed, others, nothing].filter((line) => line !== undefined);
    return session.prompter.pause(noticePage(session.voice, world.today(), lines));
  });
}

async function turns(session: Session): Promise<void> {
  for (;;) {
    const look = lookAt(session.compiled, session.state);
    const page = pageNow(session.state, look);
    if (page === 'end') return;
    if (page === 'result') await resultTurn(session, look);
    else if (/^(?:decide|reason|at-least|people|review|save)/.test(page))
      await decidingTurn(session, page, look);
    else await interviewTurn(session, page, look);
  }
}

function codeOf(left: unknown, { reached }: Session): number {
  if (left === undefined) return CODES.done;
  if (left instanceof Interrupted) return CODES.interrupted;
  if (left instanceof InputEnded) return reached ? CODES.done : CODES.ended;
  if (left instanceof Left) return reached ? CODES.done : CODES.interrupted;
  throw left;
}

/** One or two lines after the terminal is as it was: where the decision is, or how to go on. */
async function farewell(session: Session, code: number): Promise<void> {
  const { voice, world, log, savedTo, state } = session;
  const { say } = voice;
  if (code === CODES.ended) world.tell(say('walk.end.input-ended'));
  if (savedTo !== undefined) {
    world.tell(say('walk.end.saved', { file: savedTo }));
    await log?.remove();
    if (log) world.tell(say('walk.end.draft-removed'));
    return;
  }
  if (log && begun(state)) world.tell(say('walk.end.resume', { id: log.id }));
  else if (begun(state)) world.tell(say('walk.end.not-kept'));
}
