import path from 'node:path';
import { newRecordId } from '../../files/record-id.ts';
import { writeAtomic } from '../../files/write.ts';
import type { Code } from '../../problems/codes.ts';
import { InputError } from '../../problems/input-error.ts';
import { problemWords } from '../../text/problem-words.ts';
import { savePage } from '../pages/deciding-pages.ts';
import { body } from '../pages/pages.ts';
import type { Voice } from '../pages/voice.ts';
import type { Keeping } from '../world.ts';
import { answered } from './asking.ts';
import { type Format, recordFile } from './record-file.ts';
import { reportNow } from './reporting.ts';
import { record, type Session } from './session.ts';

/** Offers to save the decision: in which form, where, and what to do where a file is already there. */
export async function saveTurn(session: Session): Promise<void> {
  const reply = await answered(session, {
    page: 'save',
    ask: (notice) =>
      session.prompter.chooseOne({ ...savePage(session.voice, session.world.keeping), ...notice }),
  });
  if (reply.kind !== 'value') return;
  if (reply.value === 'none') return record(session, { event: 'saved' });
  const savedTo =
    reply.value === 'store' ? await stored(session) : await filed(session, reply.value as FileForm);
  if (savedTo === undefined) return;
  session.savedTo = savedTo;
  await record(session, { event: 'saved' });
}

/** A file to be read, one for programs, or the same locked with a passphrase. */
type FileForm = Format | 'age';

async function filed(session: Session, form: FileForm): Promise<Session['savedTo']> {
  const file = await whereTurn(session, form);
  return file === undefined ? undefined : { file };
}

async function stored(session: Session): Promise<Session['savedTo']> {
  const decision = textOf(session, 'json');
  const id = await asideOf(session, ({ store }) => store?.(decision));
  return id === undefined ? undefined : { record: id };
}

/** Lets something ask at the terminal on its own; what goes wrong is said with the next page. */
async function asideOf<Value>(
  session: Session,
  work: (keeping: Keeping) => Promise<Value> | undefined,
): Promise<Value | undefined> {
  const { world, voice } = session;
  if (!world.keeping) return undefined;
  session.prompter.close();
  try {
    return await work(world.keeping);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // The hints speak of commands to type, which are for those who are not in the middle of a walkthrough.
    const told = error.problems.map((problem) => problemWords(problem, voice.say).message);
    session.notice = body(...told.map((message) => voice.say('walk.save.not', { message })));
    return undefined;
  } finally {
    session.prompter = world.prompter();
    session.prompter.speak(voice.lang);
  }
}

/** Asks for a file name until one was written, or the worker goes back. */
async function whereTurn(session: Session, format: FileForm): Promise<string | undefined> {
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

function textOf(session: Session, format: Format): string {
  const { state, voice, world } = session;
  const today = world.today();
  const { toolVersion } = world;
  const id = newRecordId(today.slice(0, 4));
  return recordFile(format, { id, toolVersion, report: reportNow(session), state, voice, today });
}

async function writtenTo(session: Session, file: string, form: FileForm): Promise<boolean> {
  const { voice } = session;
  const open = textOf(session, form === 'md' ? 'md' : 'json');
  const text = form === 'age' ? await asideOf(session, ({ lock }) => lock(open)) : open;
  if (text === undefined) return false;
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

function withEnding(typed: string, format: FileForm): string {
  return path.extname(typed) === '' ? `${typed}.${format}` : typed;
}
