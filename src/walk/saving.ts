import path from 'node:path';
import { answered } from './asking.ts';
import { savePage } from './deciding-pages.ts';
import { body } from './pages.ts';
import { type Format, recordFile } from './record-file.ts';
import { reportNow } from './reporting.ts';
import { record, type Session } from './session.ts';
import { writeWhole } from './write-whole.ts';

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
  let typed = `timbang-${session.world.today()}.${format}`;
  for (;;) {
    const reply = await answered(session, {
      page: 'save',
      inner: true,
      ask: (notice) => {
        const { say } = session.voice;
        return session.prompter.shortText({
          body: body(say('walk.save.where'), say('walk.save.private')),
          current: typed,
          ...notice,
        });
      },
    });
    if (reply.kind !== 'value') return undefined;
    typed = reply.value;
    if (typed === '') continue;
    const file = path.resolve(session.world.folder, withEnding(typed, format));
    const written = await writtenTo(session, file, format);
    if (written) return file;
  }
}

async function writtenTo(session: Session, file: string, format: Format): Promise<boolean> {
  const { say } = session.voice;
  const text = recordFile(format, {
    report: reportNow(session),
    state: session.state,
    voice: session.voice,
    today: session.world.today(),
  });
  const outcome = await writeWhole(file, text, { replace: false });
  if (outcome === 'written') return true;
  if (outcome === 'exists' && (await replaces(session, file))) {
    const second = await writeWhole(file, text, { replace: true });
    if (second === 'written') return true;
    session.notice = body(say('walk.save.failed', { file, why: whyNot(session, second) }));
    return false;
  }
  if (outcome !== 'exists')
    session.notice = body(say('walk.save.failed', { file, why: whyNot(session, outcome) }));
  return false;
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

function whyNot({ voice }: Session, outcome: 'exists' | 'no-folder' | 'no-rights' | 'unusable'): string {
  return {
    exists: () => voice.say('walk.save.why-rights'),
    'no-folder': () => voice.say('walk.save.why-folder'),
    'no-rights': () => voice.say('walk.save.why-rights'),
    unusable: () => voice.say('walk.save.why-full'),
  }[outcome]();
}

function withEnding(typed: string, format: Format): string {
  return path.extname(typed) === '' ? `${typed}.${format}` : typed;
}
