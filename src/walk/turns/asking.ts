import type { Body, Reply } from '../../ask/prompter.ts';
import { compile } from '../../engine/compile.ts';
import type { PageId } from '../fold/event.ts';
import { body, commandsPage, helpNotice, marksHelpPage } from '../pages/pages.ts';
import { aside, changeLanguage, hidden, numbers } from './aside.ts';
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
  /** Keeps what was answered so far, before a command leads away from the page. */
  readonly keep?: () => Promise<void>;
  /** Told at which of several questions a command was typed, to come back to it. */
  readonly at?: (question: string | undefined) => void;
  /** Where back starts from, where several pages are shown as one. */
  readonly from?: () => PageId | undefined;
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
    asking.at?.(reply.at);
    if (reply.typed !== '') session.halfTyped.set(asking.page, reply.typed);
    if (await moves(session, reply, asking)) return { kind: 'moved' };
  }
}

type CommandReply = Extract<Reply<unknown>, { kind: 'command' }>;

async function moves(session: Session, reply: CommandReply, asking: Asking<unknown>): Promise<boolean> {
  switch (reply.command) {
    case 'back':
      await asking.keep?.();
      if (!asking.inner) await goBack(session, asking.from?.());
      return true;
    case 'change':
      await asking.keep?.();
      if (session.state.confirmed) await record(session, { event: 'revisit', page: 'check' });
      else session.notice = body(session.voice.say('walk.change.not-yet'));
      return session.state.confirmed;
    case 'place':
      await asking.keep?.();
      if (!(await placePage(session))) return false;
      session.compiled = compile(session.voice.pack);
      return true;
    case 'quit':
      throw new Left(false);
    case 'quit-silently':
      throw new Left(true);
    default:
      await serve(session, reply.command, reply.at === undefined ? asking.page : `question:${reply.at}`);
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
      if (page === 'marks') return aside(session, () => prompter.pause(marksHelpPage(session.voice)));
      session.notice = helpNotice(voice, page.replace('question:', ''));
      return;
    case 'commands':
      return aside(session, () => prompter.pause(commandsPage(session.voice)));
    case 'now':
      return numbers(session);
    case 'hide':
      return hidden(session);
    case 'lang':
      return changeLanguage(session);
  }
}

async function goBack(session: Session, from: PageId | undefined): Promise<void> {
  const before = session.state;
  await record(session, { event: 'back', ...(from !== undefined && { from }) });
  if (session.state.at === before.at) session.notice = body(session.voice.say('walk.first-page'));
}
