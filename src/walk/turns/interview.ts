import type { FactId, TopicId } from '../../model/ids.ts';
import { Bug } from '../../problems/bug.ts';
import type { PageId } from '../fold/event.ts';
import type { Look } from '../fold/steps.ts';
import { ASK_MORE, checkPage, GO_ON } from '../pages/check-page.ts';
import { readDay } from '../pages/dates.ts';
import { findOutPage } from '../pages/deciding-pages.ts';
import {
  body,
  confirmPage,
  FIND_OUT,
  marksPage,
  NOT_YET,
  panelPage,
  questionPage,
  screeningOf,
  screeningPage,
  WITHHELD,
} from '../pages/pages.ts';
import { questionsOf } from '../together.ts';
import { answered } from './asking.ts';
import { leftAtMost } from './left-at-most.ts';
import { record, type Session } from './session.ts';
import { togetherTurn } from './together.ts';

/** Minutes after which a pause is offered, once. */
const LONG = 30;

/** Shows one page of the interview and keeps what was answered; the caller works out which page is next. */
export async function interviewTurn(session: Session, page: PageId, look: Look): Promise<void> {
  offerPause(session);
  if (page === 'marks') return marksTurn(session);
  if (page === 'confirm') return confirmTurn(session);
  if (page === 'panel') return panelTurn(session);
  if (page === 'check') return checkTurn(session, look);
  const together = questionsOf(session.voice.pack, session.state, look);
  if (together.length > 1) return togetherTurn(session, together, look);
  if (page.startsWith('question:topic:')) return screeningTurn(session, page);
  return questionTurn(session, page, look);
}

async function marksTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'marks',
    ask: (notice) => session.prompter.markSeveral({ ...marksPage(session.voice, session.state), ...notice }),
  });
  if (reply.kind === 'value') await record(session, { event: 'marks', topics: reply.value as TopicId[] });
}

async function confirmTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'confirm',
    ask: (notice) => session.prompter.chooseOne({ ...confirmPage(session.voice, session.state), ...notice }),
  });
  if (reply.kind !== 'value') return;
  if (reply.value === 'yes') await record(session, { event: 'marks-confirmed' });
  else await record(session, { event: 'revisit', page: 'marks' });
}

async function panelTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'panel',
    ask: (notice) =>
      session.prompter.pause({ ...panelPage(session.voice, session.world.today(), 'answered'), ...notice }),
  });
  if (reply.kind === 'value') await record(session, { event: 'panel-seen' });
}

async function screeningTurn(session: Session, page: PageId): Promise<void> {
  const topic = page.slice('question:topic:'.length) as TopicId;
  const reply = await answered(session, {
    page,
    ask: (notice) =>
      session.prompter.chooseOne({
        ...(screeningPage(session.voice, topic, session.state) ?? lost(page)),
        ...notice,
      }),
  });
  if (reply.kind !== 'value') return;
  await record(session, { event: 'screened', topic, answer: screeningOf(reply.value) });
}

async function questionTurn(session: Session, page: PageId, look: Look): Promise<void> {
  const id = page.slice('question:'.length) as FactId;
  const reply = await answered(session, {
    page,
    ask: (notice) =>
      session.prompter.chooseOne({
        ...questionPage(session.voice, session.voice.pack.facts.get(id) ?? lost(page), session.state),
        ...notice,
        ...leftAtMost(session, look),
      }),
  });
  if (reply.kind !== 'value') return;
  const { value } = reply;
  if (value === FIND_OUT) return findOutTurn(session, id, page);
  const given =
    value === NOT_YET
      ? ({ kind: 'unknown' } as const)
      : value === WITHHELD
        ? ({ kind: 'withheld' } as const)
        : ({ kind: 'answer', answer: value as never } as const);
  await record(session, { event: 'fact', fact: id, given });
}

async function findOutTurn(session: Session, id: FactId, page: PageId): Promise<void> {
  const today = session.world.today();
  const reply = await answered(session, {
    page,
    inner: true,
    ask: (notice) =>
      session.prompter.shortText({
        ...findOutPage(session.voice, (session.voice.pack.facts.get(id) ?? lost(page)).ask, today),
        ...notice,
      }),
  });
  if (reply.kind !== 'value') return;
  const by = readDay(reply.value, today);
  if (by !== undefined) await record(session, { event: 'fact', fact: id, given: { kind: 'find-out', by } });
}

async function checkTurn(session: Session, look: Look): Promise<void> {
  const reply = await answered(session, {
    page: 'check',
    ask: (notice) =>
      session.prompter.chooseOne({ ...checkPage(session.voice, session.state, look), ...notice }),
  });
  if (reply.kind !== 'value') return;
  if (reply.value === GO_ON) await record(session, { event: 'checked' });
  else if (reply.value === ASK_MORE) await record(session, { event: 'go-on' });
  else await record(session, { event: 'revisit', page: reply.value as PageId });
}

function offerPause(session: Session): void {
  const minutes = (session.world.now().getTime() - session.begun.getTime()) / 60_000;
  if (session.pauseOffered || minutes < LONG) return;
  session.pauseOffered = true;
  session.notice ??= body(session.voice.say(session.log ? 'walk.pause-offer' : 'walk.pause-offer.not-kept'));
}

function lost(page: string): never {
  throw new Bug(`page ${page} names nothing of the pack`);
}
