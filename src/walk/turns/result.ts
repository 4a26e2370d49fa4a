import type { Body } from '../../ask/prompter.ts';
import type { ActionId } from '../../model/ids.ts';
import type { SectionName } from '../../render/sections.ts';
import type { Look } from '../fold/steps.ts';
import { optionsPage } from '../pages/options-page.ts';
import { body } from '../pages/pages.ts';
import { answered } from './asking.ts';
import { resultBody, sectionsBody } from './reporting.ts';
import { Left, record, type Session } from './session.ts';

const CHOICES = ['all', 'why', 'options', 'change', 'answers', 'decide', 'leave'] as const;

/** Reasons of what is settled first, then what is owed and by when in full, where laws and codes part ways, and the sources. */
const WHY: readonly SectionName[] = [
  'reasons',
  'steps',
  'conditions',
  'meanwhile',
  'partings',
  'notes',
  'conduct',
  'sources',
  'faults',
];
/** What is open and what each answer would do, then everything that waits for one. */
const CHANGE: readonly SectionName[] = ['open', 'change', 'waiting'];

/** Shows the result and what it unfolds into, until the worker decides, changes an answer or is done. */
export async function resultTurn(session: Session, look: Look): Promise<void> {
  session.reached = true;
  const again = session.options.plain && session.told === session.state;
  session.told = session.state;
  const reply = await answered(session, {
    page: 'result',
    ask: (notice) =>
      session.prompter.chooseOne({
        body: again ? body(session.voice.say('walk.result.above')) : resultBody(session),
        ...notice,
        compact: true,
        choices: CHOICES.filter((value) => value !== 'all' || !session.options.plain).map((value) => ({
          value,
          label: session.voice.say(`walk.result.${value}`),
        })),
      }),
  });
  if (reply.kind !== 'value') return;
  switch (reply.value as (typeof CHOICES)[number]) {
    case 'answers':
      return record(session, { event: 'revisit', page: 'check' });
    case 'decide':
      return record(session, { event: 'deciding' });
    case 'leave':
      throw new Left(false);
    case 'options':
      return optionsTurn(session, look);
    case 'all':
      return readTurn(session, resultBody(session, 'whole'));
    case 'why':
      return readTurn(session, sectionsBody(session, WHY));
    case 'change':
      return readTurn(session, sectionsBody(session, CHANGE));
  }
}

async function readTurn(session: Session, words: Body): Promise<void> {
  await answered(session, {
    page: 'result',
    inner: true,
    ask: (notice) => session.prompter.pause({ body: words, ...notice }),
  });
}

/** Which courses the worker has in mind, then these side by side. */
async function optionsTurn(session: Session, look: Look): Promise<void> {
  const reply = await answered(session, {
    page: 'result',
    inner: true,
    ask: (notice) =>
      session.prompter.markSeveral({
        ...optionsPage(session.voice, session.state, look.assessment()),
        ...notice,
      }),
  });
  if (reply.kind !== 'value') return;
  await record(session, { event: 'considering', actions: reply.value as ActionId[] });
  if (reply.value.length > 0) await readTurn(session, sectionsBody(session, ['options']));
}
