import type { Body, Command, Reply } from '../../ask/prompter.ts';
import { gap, text } from '../../render/doc.ts';
import { nowPanel } from '../../render/now.ts';
import { commandsPage, pageOf, said } from './pages.ts';
import { Left, type PlaySession, record } from './session.ts';
import { storyVoice } from './voice.ts';

/** What is asked on one page, and where it stands. */
export interface Asking<T> {
  /** The stage whose reason is being written: what was typed comes back after a command. */
  readonly stage?: string;
  /** Behind the end there is no way back. */
  readonly last?: boolean;
  readonly ask: (notice: { readonly notice?: Body }, typed: string | undefined) => Promise<Reply<T>>;
}

/** Asks until there is an answer; `undefined`: the learner went back. Commands that do not move are served in between. */
export async function answered<T>(
  session: PlaySession,
  { stage, last = false, ask }: Asking<T>,
): Promise<{ readonly value: T } | undefined> {
  for (;;) {
    const { notice } = session;
    session.notice = undefined;
    const typed = stage === undefined ? undefined : session.halfTyped.get(stage);
    const reply = await ask(notice ? { notice } : {}, typed);
    if (stage !== undefined) session.halfTyped.delete(stage);
    if (reply.kind === 'value') return reply;
    if (stage !== undefined && reply.typed !== '') session.halfTyped.set(stage, reply.typed);
    if (reply.command !== 'back') await serve(session, reply.command);
    else if (last) session.notice = said(session.voice.say('play.back.last'));
    else if (await wentBack(session)) return undefined;
  }
}

async function wentBack(session: PlaySession): Promise<boolean> {
  const before = session.state.done.size;
  await record(session, { event: 'back' });
  if (session.state.done.size !== before) return true;
  session.notice = said(session.voice.say('play.back.first'));
  return false;
}

async function serve(session: PlaySession, command: Exclude<Command, 'back'>): Promise<void> {
  const { prompter, voice } = session;
  switch (command) {
    case 'quit':
      throw new Left(false);
    case 'quit-silently':
      throw new Left(true);
    case 'now':
      return aside(session, () => prompter.pause({ body: numbersBody(session) }));
    case 'hide':
      return aside(session, () => prompter.hide());
    case 'commands':
      return aside(session, () => prompter.pause(commandsPage(voice)));
    case 'lang':
      return changeLanguage(session);
    case 'why':
    case 'help':
      session.notice = said(voice.say('play.why'));
      return;
    case 'change':
    case 'place':
      session.notice = said(voice.say('play.not-here'));
  }
}

/** Shows something beside the story. Whatever is typed there leads back, but to leave, to hide and for numbers. */
async function aside(session: PlaySession, show: () => Promise<Reply<null>>): Promise<void> {
  const reply = await show();
  if (reply.kind === 'command' && ['quit', 'quit-silently', 'hide', 'now'].includes(reply.command))
    await serve(session, reply.command as 'quit');
}

function numbersBody({ voice, world }: PlaySession): Body {
  const { pack, lang, say } = voice;
  return pageOf([...nowPanel({ pack, lang, say, today: world.today() }), gap, text(say('walk.panel.asked'))]);
}

async function changeLanguage(session: PlaySession): Promise<void> {
  const spoken = session.voice.pack.languages;
  const next = spoken[(spoken.indexOf(session.voice.lang) + 1) % spoken.length] ?? session.voice.lang;
  session.voice = storyVoice(session.voice.pack, next);
  session.prompter.speak(next);
  await record(session, { event: 'lang', lang: next });
}
