import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSession } from '../../src/scenarios/play/session-file.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { type Opened, onlySession, openSecret, playStory } from './playing.ts';

let opened: Opened;

beforeAll(async () => {
  opened = await openSecret();
});

/** Notes, listening, fairly sure, a reason of enough words, what follows; the news, waiting, leaning; the end, the weighing. */
const LISTENS = ['', '1', '3', 'I need to hear more', ''];
const WAITS = ['1', '2', '2', '', ''];

const words = (said: string) => said.replace(/\s+/g, ' ');

describe('an answer comes before anything that is said of it', () => {
  /** What must not be read before, and the events that must then be on the disk. */
  const LATER: readonly (readonly [words: string, written: readonly string[]])[] = [
    ['She goes on with her story', ['choice told', 'confidence told', 'reason told']],
    ['About this choice', ['choice told', 'confidence told', 'reason told']],
    ['Listening gives time', ['choice told', 'confidence told', 'reason told']],
    ['The next day she is in hospital', ['shift news', 'choice news', 'confidence news']],
    ['Where you and timbang part', ['choice news', 'confidence news', 'ended undefined']],
    ['timbang says: must', ['choice news', 'confidence news', 'ended undefined']],
    ['Someone is threatened', ['choice news', 'confidence news', 'ended undefined']],
    ['Waiting has a price', ['choice news', 'confidence news', 'ended undefined']],
  ];

  test('feedback, consequence, end and engine are printed only when the answer is in the session file', async () => {
    const sessions = path.join(temporaryFolder(), 'sessions');
    const seen = new Map<string, readonly string[]>();
    await playStory({
      opened,
      sessions,
      lines: [...LISTENS, ...WAITS],
      watch(chunk) {
        for (const [later] of LATER) {
          if (seen.has(later) || !words(chunk).includes(later)) continue;
          const events = existsSync(sessions) ? onlySession(sessions).events : [];
          seen.set(
            later,
            events.map((one) => `${one.event} ${'stage' in one ? one.stage : undefined}`),
          );
        }
      },
    });
    for (const [later, written] of LATER) {
      expect(seen.get(later), later).toEqual(expect.arrayContaining([...written]));
    }
  });

  test('nothing of it is printed while the stage is open, whatever is typed there', async () => {
    const { said } = await playStory({ opened, lines: ['', '1', '3', ':why', '?', ':help', ''] });
    for (const [later] of LATER) expect(words(said)).not.toContain(later);
    expect(words(said)).toContain('Why did you choose this?');
  });
});

describe('a session', () => {
  test('is private, has a random name, and holds nothing but what was answered', async () => {
    const { sessions, session, said, told } = await playStory({ opened, lines: [...LISTENS, ...WAITS] });
    const [file = ''] = readdirSync(sessions);
    expect(file).toMatch(/^[a-z2-9]{8}\.session\.json$/);
    expect(statSync(sessions).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(sessions, file)).mode & 0o777).toBe(0o600);
    expect(session()).toMatchObject({
      schema: 'timbang.session/1',
      scenario: { id: 'a-secret-told', version: '1.0.0' },
      path: { told: 'listen', news: 'wait' },
      end: 'end-late',
    });
    expect(session().events.map(({ event }) => event)).toEqual([
      'noted',
      'choice',
      'confidence',
      'reason',
      'told',
      'shift',
      'choice',
      'confidence',
      'ended',
    ]);
    expect(words(said)).toContain('No name is asked.');
    expect(told.at(-1)).toContain('scenario debrief');
  });

  test('is read back through its published schema', async () => {
    const { sessions, session } = await playStory({ opened, lines: [...LISTENS, ...WAITS] });
    const [file = ''] = readdirSync(sessions);
    const { schema, ...rest } = session() as unknown as Record<string, unknown>;
    expect(schema).toBe('timbang.session/1');
    expect(await readSession(path.join(sessions, file))).toMatchObject(rest);
  });

  test('is not written where nothing is to be kept, and that is said', async () => {
    const { sessions, said, told } = await playStory({
      opened,
      lines: [...LISTENS, ...WAITS],
      sessions: null,
    });
    expect(existsSync(sessions)).toBe(false);
    expect(words(said)).toContain('nothing is kept');
    expect(told).toEqual(['Nothing is kept.']);
  });

  test('goes on when it cannot be written, and says that', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'sessions'), 'a file where the folder should be');
    const { code, said } = await playStory({
      opened,
      lines: [...LISTENS, ...WAITS],
      sessions: path.join(folder, 'sessions', 'below'),
    });
    expect(code).toBe(0);
    expect(words(said)).toContain('Your answers cannot be written');
  });
});

describe('how it ends', () => {
  test.each([
    { name: 'played to the end', lines: [...LISTENS, ...WAITS], code: 0, tells: 'Kept: ' },
    { name: 'left at the notes', lines: [':quit'], code: 0, tells: 'Nothing is kept.' },
    { name: 'left on the way', lines: [...LISTENS, ':keluar'], code: 0, tells: '--resume' },
    { name: 'input ends on the way', lines: LISTENS, code: 66, tells: '--resume' },
    {
      name: 'input ends when all is answered',
      lines: [...LISTENS, ...WAITS.slice(0, 4)],
      code: 0,
      tells: 'Kept: ',
    },
  ])('$name: $code', async ({ lines, code, tells }) => {
    const played = await playStory({ opened, lines });
    expect(played.code).toBe(code);
    expect(played.told.join(' ')).toContain(tells);
  });

  test('leaving without a word says nothing, and keeps the answers', async () => {
    const { code, told, session } = await playStory({ opened, lines: [...LISTENS, ':quit!'] });
    expect({ code, told }).toEqual({ code: 0, told: [] });
    expect(session().path).toEqual({ told: 'listen' });
  });
});

describe('going back and going on', () => {
  test('leads to the stage before, is noted, and asks again what hangs on a changed choice', async () => {
    const { session, said } = await playStory({
      opened,
      // Back from the news: another choice, the same certainty and reason, what follows, then the news.
      lines: [...LISTENS, ':back', '2', '', '', '', ...WAITS],
    });
    const { events, path: way } = session();
    expect(events.filter(({ event }) => event === 'back')).toHaveLength(1);
    expect(events.flatMap((one) => (one.event === 'choice' ? [`${one.stage} ${one.option}`] : []))).toEqual([
      'told listen',
      'told promise',
      'news wait',
    ]);
    expect(way).toEqual({ told: 'promise', news: 'wait' });
    expect(words(said)).toContain('She smiles with relief');
  });

  test('to an end that is reached at once leaves the other stages aside, and comes back to them', async () => {
    const { session } = await playStory({
      opened,
      lines: ['', '3', '1', 'no time for it', ':back', '1', '', 'no time for it', '', ...WAITS],
    });
    expect(session().path).toEqual({ told: 'listen', news: 'wait' });
  });

  test('before the first stage there is nothing, and that is said', async () => {
    const { said } = await playStory({ opened, lines: ['', ':back', ':back'] });
    expect(words(said)).toContain('There is no stage before this one.');
  });

  test('a session is gone on with where it stopped, after its notes', async () => {
    const first = await playStory({ opened, lines: [...LISTENS, '1'] });
    const second = await playStory({
      opened,
      sessions: first.sessions,
      lines: ['', '2', '2', '', ''],
      options: { resume: first.session() },
    });
    expect(second.code).toBe(0);
    expect(words(second.said)).toContain('Stages answered so far: 1.');
    expect(second.said).not.toContain('What do you do first?');
    expect(readdirSync(first.sessions)).toHaveLength(1);
    expect(second.session()).toMatchObject({ end: 'end-late', path: { told: 'listen', news: 'wait' } });
  });

  test('a choice that the story no longer has is asked again', async () => {
    const first = await playStory({ opened, lines: [...LISTENS, '1'] });
    const session = first.session();
    const gone = session.events.map((one) => (one.event === 'choice' ? { ...one, option: 'gone' } : one));
    const second = await playStory({
      opened,
      lines: ['', ''],
      options: {
        resume: { ...session, scenario: { ...session.scenario, version: '0.9.0' }, events: gone },
      },
    });
    expect(words(second.said)).toContain('The story has been changed since you began it.');
    expect(second.said).toContain('What do you do first?');
  });
});

describe('what is said at the prompts', () => {
  test('content notes come first, in words, also those that the program does not know', async () => {
    const { said } = await playStory({ opened, lines: [] });
    expect(words(said)).toContain('This story speaks of: violence and sudden noise.');
    expect(words(said)).toContain('Leaving is never counted.');
  });

  test('a short reason is taken when it is given twice; a number of a person is doubted', async () => {
    const { session, said } = await playStory({
      opened,
      lines: ['', '1', '3', 'call 0812 3456 7890', 'just because', 'just because', ''],
    });
    expect(words(said)).toContain('digits in this text as in a phone number');
    expect(words(said)).toContain('So far 2 words; about 4');
    expect(session().events).toContainEqual({ event: 'reason', stage: 'told', reason: 'just because' });
  });

  test('a person of the story may be named, another one is doubted', async () => {
    const named = await openSecret((text) =>
      text.replace('A client tells a story.', 'Bu Yem tells a story.'),
    );
    const start = ['', '1', '3'];
    const own = await playStory({ opened: named, lines: [...start, 'because Bu Yem needs time for it', ''] });
    expect(own.session().events).toContainEqual(expect.objectContaining({ event: 'reason' }));
    const other = await playStory({ opened: named, lines: [...start, 'because Bu Ratna needs time for it'] });
    expect(other.session().events).not.toContainEqual(expect.objectContaining({ event: 'reason' }));
  });

  test('the numbers of the pack are one word away, and lead back to the stage', async () => {
    const { said } = await playStory({ opened, lines: ['', ':now', ''] });
    expect(said).toContain('129');
    expect(said.split('What do you do first?')).toHaveLength(3);
  });

  test('the language changes at any prompt', async () => {
    const { said, session } = await playStory({ opened, lines: ['', ':lang', '1'] });
    expect(said).toContain('Apa langkah pertama Anda?');
    expect(session().events).toContainEqual({ event: 'lang', lang: 'id' });
  });

  test.each(['id', 'en'])(
    'a whole play has no word of the other language and no empty message (%s)',
    async (lang) => {
      const { said } = await playStory({ opened, lines: [...LISTENS, ...WAITS], options: { lang } });
      expect(said).not.toMatch(/\{[a-z-]+\}|undefined/);
      expect(said).toContain(
        lang === 'en' ? 'You decided against: Report.' : 'Anda memutuskan tidak: Laporkan.',
      );
    },
  );
});

test('a text that lacks the language is read in another one, and says so', async () => {
  const stage = [...opened.story.stages.values()][0];
  if (!stage) throw new Error('no stage');
  const story = {
    ...opened.story,
    stages: new Map([...opened.story.stages, [stage.id, { ...stage, ask: { id: 'Apa?' } }] as const]),
  };
  const { said } = await playStory({ opened, lines: ['', ''], options: { story } });
  expect(said).toContain('[not yet translated] Apa?');
});

test('a folder that is there already is used as it is', async () => {
  const sessions = path.join(temporaryFolder(), 'class');
  mkdirSync(sessions, { mode: 0o755 });
  await playStory({ opened, sessions, lines: LISTENS });
  expect(readdirSync(sessions)).toHaveLength(1);
});
