import type { ActionId } from '../../model/ids.ts';
import type { PageId, PeopleQuestion, Role } from '../fold/event.ts';
import { broughtBy, type Look, toDecide } from '../fold/steps.ts';
import { readDay } from '../pages/dates.ts';
import {
  atLeastPage,
  decidePage,
  OTHER,
  otherPage,
  peoplePage,
  reasonPage,
  reviewPage,
} from '../pages/deciding-pages.ts';
import { body } from '../pages/pages.ts';
import { answered } from './asking.ts';
import { partTurn } from './parts.ts';
import { saveTurn } from './saving.ts';
import { record, type Session } from './session.ts';

/** Shows one page of the decision and keeps what was answered. */
export async function decidingTurn(session: Session, page: PageId, look: Look): Promise<void> {
  if (page === 'decide') return decideTurn(session, look);
  if (page.startsWith('reason:')) return reasonTurn(session, page);
  if (page === 'at-least') return atLeastTurn(session, look);
  if (page.startsWith('people:')) return peopleTurn(session, page);
  if (page === 'review') return reviewTurn(session, look);
  if (page !== 'save') return partTurn(session, page);
  return saveTurn(session);
}

async function decideTurn(session: Session, look: Look): Promise<void> {
  let marked: readonly string[] | undefined;
  for (;;) {
    const reply = await answered(session, {
      page: 'decide',
      ask: (notice) => {
        const page = decidePage(session.voice, session.state, look.assessment());
        return session.prompter.markSeveral({ ...page, ...(marked && { marked }), ...notice });
      },
    });
    if (reply.kind !== 'value') return;
    const clash = clashing(session, reply.value);
    // Said once: whoever marks the same again means it.
    if (!clash || reply.value.join() === marked?.join()) return keepDecision(session, look, reply.value);
    marked = reply.value;
    session.notice = body(session.voice.say('walk.decide.clash', clash));
  }
}

async function keepDecision(session: Session, look: Look, marked: readonly string[]): Promise<void> {
  const actions = marked.filter((value) => value !== OTHER) as ActionId[];
  const other = marked.includes(OTHER) ? await otherTurn(session) : '';
  if (other === undefined) return;
  const leave = toDecide(look.assessment()).filter((action) => !actions.includes(action));
  await record(session, { event: 'decided', do: actions, leave, other });
}

/** The first two that are marked and cannot both be done. */
function clashing({ voice }: Session, marked: readonly string[]): { one: string; other: string } | undefined {
  const actions = marked.flatMap((id) => voice.pack.actions.get(id as ActionId) ?? []);
  for (const one of actions) {
    const other = actions.find(({ excludes }) => excludes.includes(one.id));
    if (other) return { one: voice.read(one.text), other: voice.read(other.text) };
  }
  return undefined;
}

async function otherTurn(session: Session): Promise<string | undefined> {
  const reply = await answered(session, {
    page: 'decide',
    inner: true,
    ask: (notice, typed) =>
      session.prompter.shortText({
        ...typedBefore(otherPage(session.voice, session.state), typed),
        ...notice,
      }),
  });
  return reply.kind === 'value' ? reply.value : undefined;
}

async function reasonTurn(session: Session, page: PageId): Promise<void> {
  const about = page.slice('reason:'.length);
  const reply = await answered(session, {
    page,
    ask: (notice, typed) =>
      session.prompter.shortText({
        ...typedBefore(reasonPage(session.voice, about, session.state), typed),
        ...notice,
      }),
  });
  if (reply.kind === 'value') await record(session, { event: 'reason', about, text: reply.value });
}

async function atLeastTurn(session: Session, look: Look): Promise<void> {
  const brought = broughtBy(look);
  const reply = await answered(session, {
    page: 'at-least',
    ask: (notice) => session.prompter.pause({ ...atLeastPage(session.voice, brought), ...notice }),
  });
  if (reply.kind === 'value') await record(session, { event: 'at-least-seen' });
}

async function peopleTurn(session: Session, page: PageId): Promise<void> {
  const question = page.slice('people:'.length) as PeopleQuestion;
  const reply = await answered(session, {
    page,
    ask: (notice) =>
      session.prompter.markSeveral({ ...peoplePage(session.voice, question, session.state), ...notice }),
  });
  if (reply.kind === 'value')
    await record(session, { event: 'people', question, roles: reply.value as Role[] });
}

async function reviewTurn(session: Session, look: Look): Promise<void> {
  const today = session.world.today();
  const reply = await answered(session, {
    page: 'review',
    ask: (notice, typed) =>
      session.prompter.shortText({
        ...typedBefore(
          reviewPage(session.voice, today, { state: session.state, assessment: look.assessment() }),
          typed,
        ),
        ...notice,
      }),
  });
  const on = reply.kind === 'value' ? readDay(reply.value, today) : undefined;
  if (on !== undefined) await record(session, { event: 'review', on });
}

function typedBefore<Asked extends { readonly current?: string }>(
  asked: Asked,
  typed: string | undefined,
): Asked {
  return typed === undefined ? asked : { ...asked, current: typed };
}
