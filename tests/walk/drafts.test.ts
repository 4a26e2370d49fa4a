import { appendFileSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { randomId } from '../../src/files/random-id.ts';
import type { TopicId } from '../../src/model/ids.ts';
import { beginDraft, continueDraft, listDrafts, readDraft, wipeDrafts } from '../../src/walk/drafts.ts';
import type { WalkEvent } from '../../src/walk/fold/event.ts';
import { temporaryFolder } from '../support/workplace.ts';

const HEAD = {
  pack: 'tiny',
  version: '1.0.0',
  digest: 'sha256-0',
  lang: 'id',
  begun: '2026-11-25T09:00:00.000Z',
};
const MARKS: WalkEvent = { event: 'marks', topics: ['a-secret' as TopicId] };
const CONFIRMED: WalkEvent = { event: 'marks-confirmed' };
const NOW = new Date();

async function written(...events: WalkEvent[]) {
  const folder = path.join(temporaryFolder(), 'state', 'drafts');
  const id = randomId();
  const log = beginDraft(folder, { id, ...HEAD });
  for (const event of events) await log.append(event);
  return { folder, id, log, file: path.join(folder, `${id}.jsonl`) };
}

describe('a draft', () => {
  test('is read back event by event', async () => {
    const { folder, id } = await written(MARKS, CONFIRMED);
    expect(await readDraft(folder, id)).toMatchObject({ head: { id, ...HEAD }, events: [MARKS, CONFIRMED] });
  });

  test('is for its owner alone', async () => {
    const { folder, file } = await written(MARKS);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  });

  test('leaves nothing on the disk before the first answer', async () => {
    const { folder } = await written();
    expect(() => readdirSync(folder)).toThrow(/ENOENT/);
  });

  test('says nothing of the case in its name', async () => {
    expect(randomId()).toMatch(/^[a-z2-9]{8}$/);
    expect(new Set(Array.from({ length: 100 }, randomId)).size).toBe(100);
  });

  test.each(['{"event":"fact","fact":"dan', '{', '\u0000\u0000'])(
    'survives a torn last line: %s',
    async (torn) => {
      const { folder, id, file } = await written(MARKS);
      appendFileSync(file, torn);
      expect((await readDraft(folder, id))?.events).toEqual([MARKS]);
      const log = await continueDraft(folder, id);
      await log.append(CONFIRMED);
      expect((await readDraft(folder, id))?.events).toEqual([MARKS, CONFIRMED]);
      expect(readFileSync(file, 'utf8').endsWith('\n')).toBe(true);
    },
  );

  test.each(['nosuchid', '../../etc/passwd', 'x', '', '../drafts/abcdefgh'])(
    'is not found under "%s"',
    async (id) => {
      const { folder } = await written(MARKS);
      expect(await readDraft(folder, id)).toBeUndefined();
    },
  );

  test('that is no draft of ours is left alone', async () => {
    const { folder, id, file } = await written(MARKS);
    writeFileSync(file, '{"schema":"other/1"}\n');
    expect(await readDraft(folder, id)).toBeUndefined();
    writeFileSync(file, 'no json\n{}\n');
    expect(await readDraft(folder, id)).toBeUndefined();
  });
});

describe('the list of drafts', () => {
  test('is empty where there is no folder', async () => {
    expect(await listDrafts(path.join(temporaryFolder(), 'none'), NOW)).toEqual([]);
  });

  test('has the latest first', async () => {
    const { folder, file, id } = await written(MARKS);
    const later = randomId();
    await beginDraft(folder, { id: later, ...HEAD }).append(MARKS);
    const hourAgo = NOW.getTime() / 1000 - 3600;
    utimesSync(file, hourAgo, hourAgo);
    expect((await listDrafts(folder, NOW)).map(({ head }) => head.id)).toEqual([later, id]);
  });

  test('drops what is older than seven days, from the disk too', async () => {
    const { folder, file } = await written(MARKS);
    const [old, stillGood] = [7.1, 6.9].map((days) => NOW.getTime() / 1000 - days * 86_400);
    utimesSync(file, stillGood!, stillGood!);
    expect(await listDrafts(folder, NOW)).toHaveLength(1);
    utimesSync(file, old!, old!);
    expect(await listDrafts(folder, NOW)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('wiping', () => {
  test('removes one, or all, and says which', async () => {
    const { folder, id } = await written(MARKS);
    const other = randomId();
    await beginDraft(folder, { id: other, ...HEAD }).append(MARKS);
    expect(await wipeDrafts(folder, NOW, id)).toEqual([id]);
    expect(await wipeDrafts(folder, NOW, id)).toEqual([]);
    expect(await wipeDrafts(folder, NOW)).toEqual([other]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
