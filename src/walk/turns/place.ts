import { body } from '../pages/pages.ts';
import { voiceOf } from '../pages/voice.ts';
import { type Opened, record } from './session.ts';

/**
 * Lets the worker choose another place: another pack, with its rules and numbers. Answers stay; those that the new pack
 * does not know are not used.
 *
 * @returns whether another pack was chosen
 */
export async function placePage(session: Opened): Promise<boolean> {
  const { say, read, pack } = session.voice;
  const packs = await session.world.listPacks();
  if (packs.length < 2) {
    session.notice = body(say('walk.place.only', { place: read(pack.placeName) }));
    return false;
  }
  const reply = await session.prompter.chooseOne({
    body: body(say('walk.place.ask')),
    choices: packs.map((one) => ({
      value: one.id,
      label: say('walk.place.choice', { place: read(one.place), title: read(one.title) }),
    })),
    current: pack.id,
  });
  if (reply.kind !== 'value' || reply.value === pack.id) return false;
  const next = await session.world.loadPack(reply.value);
  session.voice = voiceOf(next, session.voice.lang);
  await record(session, { event: 'pack', pack: reply.value });
  return true;
}
