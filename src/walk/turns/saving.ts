import path from 'node:path';
import { newRecordId } from '../../files/record-id.ts';
import { writeAtomic } from '../../files/write.ts';
import type { Code } from '../../problems/codes.ts';
import { InputError } from '../../problems/input-error.ts';
import { savePage } from '../pages/deciding-pages.ts';
import { body } from '../pages/pages.ts';
import type { Voice } from '../pages/voice.ts';
import { answered } from './asking.ts';
import { type Format, recordFile } from './record-file.ts';
import { reportNow } from './reporting.ts';
import { record, type Session } from './session.ts';

/** Offers to save the decision: in which form, where, and what to do where a file is already there. */
export async function saveTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'save',
    ask: (notice) => session.prompter.chooseOne({ ...savePage(session.voice), ...notice }),
  });
  if (reply.kind !== 'value') return;
  if (reply.value === 'none') return record(session, { event: 'saved' });
  const format = reply.value as Format;
  const file = await whereTurn(session, format);
  if (file === undefined) return;
  session.savedTo = file;
  await record(session, { event: 'saved' });
}

/** Asks for a file name until one was written, or the worker goes back. */
async function whereTurn(session: Session, format: Format): Promise<string | undefined> {
  let name = `timbang-${session.world.today()}.${format}`;
  for (;;) {
    const reply = await answered(session, {
      page: 'save',
      inner: true,
      ask: (notice) => {
        const { say } = session.voice;
        return session.prompter.shortText({
          body: body(say('walk.save.where', { name }), say('walk.save.private')),
          ...notice,
        });
      },
    });
    if (reply.kind !== 'value') return undefined;
    // Enter alone takes the name that was offered.
    name = reply.value || name;
    const file = path.resolve(session.world.folder, withEnding(name, format));
    const written = await writtenTo(session, file, format);
    if (written) return file;
  }
}

async function writtenTo(session: Session, file: string, format: Format): Promise<boolean> {
  const { state, voice, world } = session;
  const today = world.today();
  const { toolVersion } = world;
  const id = newRecordId(today.slice(0, 4));
  const text = recordFile(format, { id, toolVersion, report: reportNow(session), state, voice, today });
  const first = await fault(() => writeAtomic(file, text));
  const last =
    first === 'E706' && (await replaces(session, file))
      ? await fault(() => writeAtomic(file, text, { overwrite: true }))
      : first;
  if (last === undefined) return true;
  if (last !== 'E706')
    session.notice = body(voice.say('walk.save.failed', { file, why: whyNot(voice, last) }));
  return false;
}

/** The code of what keeps a file from being written; the worker is asked for another place, and nothing is lost. */
async function fault(write: () => Promise<void>): Promise<Code | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.code;
    throw error;
  }
}

async function replaces(session: Session, file: string): Promise<boolean> {
  const reply = await answered(session, {
    page: 'save',
    inner: true,
    ask: (notice) => {
      const { say } = session.voice;
      return session.prompter.chooseOne({
        body: body(say('walk.save.exists', { file })),
        choices: [
          { value: 'no', label: say('walk.save.elsewhere') },
          { value: 'yes', label: say('walk.save.replace') },
        ],
        ...notice,
      });
    },
  });
  return reply.kind === 'value' && reply.value === 'yes';
}

function whyNot({ say }: Voice, code: Code): string {
  if (code === 'E707') return say('walk.save.why-no-file');
  return code === 'E708' ? say('walk.save.why-folder') : say('walk.save.why-full');
}

function withEnding(typed: string, format: Format): string {
  return path.extname(typed) === '' ? `${typed}.${format}` : typed;
}
