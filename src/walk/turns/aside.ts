import type { Reply } from '../../ask/prompter.ts';
import { panelPage } from '../pages/pages.ts';
import { voiceOf } from '../pages/voice.ts';
import { Left, type Opened, record } from './session.ts';

/** Shows something beside the walkthrough. Whatever is typed there leads back, but to leave, to hide and for numbers. */
export async function aside(session: Opened, show: () => Promise<Reply<null>>): Promise<void> {
  const reply = await show();
  if (reply.kind === 'value') return;
  if (reply.command === 'quit' || reply.command === 'quit-silently') throw new Left(reply.command !== 'quit');
  if (reply.command === 'hide') await hidden(session);
  if (reply.command === 'now') await numbers(session);
}

/** Clears the screen until Enter. */
export function hidden(session: Opened): Promise<void> {
  return aside(session, () => session.prompter.hide());
}

/** Shows whom to call. */
export function numbers(session: Opened): Promise<void> {
  return aside(session, () =>
    session.prompter.pause(panelPage(session.voice, session.world.today(), 'asked')),
  );
}

/** Goes on in the next language of the pack. */
export async function changeLanguage(session: Opened): Promise<void> {
  const spoken = session.voice.pack.languages;
  const next = spoken[(spoken.indexOf(session.voice.lang) + 1) % spoken.length] ?? session.voice.lang;
  session.voice = voiceOf(session.voice.pack, next);
  session.prompter.speak(next);
  await record(session, { event: 'lang', lang: next });
}
