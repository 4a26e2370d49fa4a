import type { FactId } from '../../model/ids.ts';
import type { Agreed, Note, PageId, Part } from '../fold/event.ts';
import { agreedPage, notePage, partsPage, toldPage } from '../pages/part-pages.ts';
import { answered } from './asking.ts';
import { record, type Session } from './session.ts';

/** Shows one page of what else goes into the record, and keeps what was answered. */
export async function partTurn(session: Session, page: PageId): Promise<void> {
  if (page === 'parts') return partsTurn(session);
  if (page === 'agreed') return agreedTurn(session);
  if (page === 'told') return toldTurn(session);
  return noteTurn(session, page.slice('note:'.length) as Note);
}

async function partsTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'parts',
    ask: (notice) => session.prompter.markSeveral({ ...partsPage(session.voice, session.state), ...notice }),
  });
  if (reply.kind === 'value') await record(session, { event: 'parts', parts: reply.value as Part[] });
}

async function noteTurn(session: Session, about: Note): Promise<void> {
  const reply = await answered(session, {
    page: `note:${about}`,
    ask: (notice, typed) => {
      const page = notePage(session.voice, about, session.state);
      return session.prompter.shortText({
        ...page,
        ...(typed !== undefined && { current: typed }),
        ...notice,
      });
    },
  });
  if (reply.kind === 'value') await record(session, { event: 'note', about, text: reply.value });
}

async function agreedTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'agreed',
    ask: (notice) => session.prompter.chooseOne({ ...agreedPage(session.voice, session.state), ...notice }),
  });
  if (reply.kind === 'value') await record(session, { event: 'agreed', answer: reply.value as Agreed });
}

async function toldTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'told',
    ask: (notice) => session.prompter.markSeveral({ ...toldPage(session.voice, session.state), ...notice }),
  });
  if (reply.kind === 'value') await record(session, { event: 'told', facts: reply.value as FactId[] });
}
