import { agoWords } from '../pages/ago.ts';
import { commandsPage, noticePage } from '../pages/pages.ts';
import { aside, changeLanguage, hidden, numbers } from './aside.ts';
import { Left, type Opened } from './session.ts';

/** Shows the first page until Enter: a notice and no question; nothing of it is kept. */
export async function noticeTurn(session: Opened): Promise<void> {
  for (;;) {
    const reply = await session.prompter.pause(
      noticePage(session.voice, session.world.today(), linesOf(session)),
    );
    if (reply.kind === 'value') return;
    switch (reply.command) {
      case 'quit':
      case 'quit-silently':
        throw new Left(reply.command === 'quit-silently');
      case 'hide':
        await hidden(session);
        break;
      case 'now':
        await numbers(session);
        break;
      case 'lang':
        await changeLanguage(session);
        break;
      case 'place':
        await (await import('./place.ts')).placePage(session);
        break;
      default:
        await aside(session, () => session.prompter.pause(commandsPage(session.voice)));
    }
  }
}

/** What is kept, where one goes on from, and what has changed since then. */
function linesOf({ world, voice, draft, state, log, options }: Opened): string[] {
  const { say, pack } = voice;
  const lines = [say(log ? 'walk.notice.kept' : 'walk.notice.not-kept')];
  if (draft) {
    lines.push(
      say('walk.resumed', { count: state.trail.length, ago: agoWords(draft.touched, world.now(), say) }),
    );
    const { head } = draft;
    if (head.pack === pack.id && head.digest !== pack.digest) lines.push(say('walk.pack-changed'));
  }
  if (options.resume === true && !draft) lines.push(say('walk.resume.none'));
  return lines;
}
