import type { Body, Reply } from '../../ask/prompter.ts';
import type { PageId } from '../fold/event.ts';
import { body, commandsPage, helpNotice, panelPage } from '../pages/pages.ts';
import { voiceOf } from '../pages/voice.ts';
import { placePage } from './place.ts';
import { Left, record, type Session } from './session.ts';
import { whyNotice } from './why.ts';

/** What came of one page: an answer, or a move to another page. */
export type Answered<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'moved' };

/** Where a prompt stands, for the commands that can be typed at it. */
export interface Asking<T> {
  readonly page: PageId;
  /** A step inside of a page: back returns to the page and moves no further. */
  readonly inner?: boolean;
  readonly ask: (notice: { readonly notice?: Body }, typed: string | undefined) => Promise<Reply<T>>;
}

/** Asks until there is an answer or a move; the commands that do not move are served in between. */
export async function answered<T>(session: Session, asking: Asking<T>): Promise<Answered<T>> {
  for (;;) {
    const notice = session.notice;
    session.notice = undefined;
    const reply = await asking.ask(notice ? { notice } : {}, session.halfTyped.get(asking.page));
    session.halfTyped.delete(asking.page);
    if (reply.kind === 'value') return reply;
    if (reply.typed !== '') session.halfTyped.set(asking.page, reply.typed);
    if (await moves(session, reply, asking)) return { kind: 'moved' };
  }
}

type CommandReply = Extract<Reply<unknown>, { kind: 'command' }>;

async function moves(session: Session, reply: CommandReply, asking: Asking<unknown>): Promise<boolean> {
  switch (reply.command) {
    case 'back':
      if (!asking.inner) await goBack(session);
      return true;
    case 'change':
      if (session.state.confirmed) await record(session, { event: 'revisit', page: 'check' });
      else session.notice = body(session.voice.say('walk.change.not-yet'));
      return session.state.confirmed;
    case 'place':
      return placePage(session);
    case 'quit':
      throw new Left(false);
    case 'quit-silently':
      throw new Left(true);
    default:
      await serve(session, reply.command, asking.page);
      return false;
  }
}

type Served = Exclude<CommandReply['command'], 'back' | 'change' | 'place' | 'quit' | 'quit-silently'>;

/** Serves a command after which the same page is shown again. */
async function serve(session: Session, command: Served, page: PageId): Promise<void> {
  const { prompter, voice } = session;
  switch (command) {
    case 'why':
      session.notice = whyNotice(session, page);
      return;
    case 'help':
      session.notice = helpNotice(voice, page.replace('question:', ''));
      return;
    case 'commands':
      return aside(session, () => prompter.pause(commandsPage(session.voice)));
    case 'now':
      return aside(session, () => prompter.pause(panelPage(session.voice, session.world.today(), 'asked')));
    case 'hide':
      return aside(session, () => prompter.hide());
    case 'lang':
      return changeLanguage(session);
  }
}

/** Shows something beside the walkthrough. Whatever is typed there leads back, but to leave and to hide. */
export async function aside(session: Session, show: () => Promise<Reply<null>>): Promise<void> {
  const reply = await show();
  if (reply.kind === 'value') return;
  if (reply.command === 'quit' || reply.command === 'quit-silently') throw new Left(reply.command !== 'quit');
  if (reply.command === 'hide') await aside(session, () => session.prompter.hide());
  if (reply.command === 'now')
    await aside(session, () =>
      session.prompter.pause(panelPage(session.voice, session.world.today(), 'asked')),
    );
}

async function changeLanguage(session: Session): Promise<void> {
  const spoken = session.voice.pack.languages;
  const next = spoken[(spoken.indexOf(session.voice.lang) + 1) % spoken.length] ?? session.voice.lang;
  session.voice = voiceOf(session.voice.pack, next);
  session.prompter.speak(next);
  await record(session, { event: 'lang', lang: next });
}

async function goBack(session: Session): Promise<void> {
  const before = session.state;
  await record(session, { event: 'back' });
  if (session.state.at === before.at) session.notice = body(session.voice.say('walk.first-page'));
}
