import { appendFileSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/problems/input-error.ts';
import { sealed } from '../../../src/records/journal/append.ts';
import { lineOf } from '../../../src/records/journal/lines.ts';
import { decryptWith } from '../../../src/records/keys/age.ts';
import { noteEntry, purge } from '../../../src/records/store/keep.ts';
import { rowsAtOnce, rowsOf } from '../../../src/records/store/open-store.ts';
import { readRecord } from '../../../src/records/store/read-record.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';
import { addRecord, reviewRecord } from '../../../src/records/store/write-record.ts';
import { sampleRecord, testStore } from '../sample.ts';

const clock = () => new Date('2026-11-25T08:00:00Z');

async function withRecord() {
  const made = await testStore();
  const store = await made.open();
  const record = sampleRecord();
  await addRecord(store, record);
  const folder = (name: string) => path.join(made.folder, name);
  const [piece = ''] = readdirSync(folder('records'));
  return { ...made, store, record, folder, piece, journal: folder('journal.jsonl'), root: made.folder };
}

describe('what a stopped writer left', () => {
  test('half a line is cut off by the next one', async () => {
    const { journal, store, root } = await withRecord();
    appendFileSync(journal, '{"actor":"K-');
    expect(verifyStore({ folder: root, signatures: true }).findings).toEqual([
      expect.objectContaining({ kind: 'torn', line: 3 }),
    ]);
    await noteEntry(store, { kind: 'viewed' });
    expect(verifyStore({ folder: root, signatures: true })).toMatchObject({ entries: 3, findings: [] });
  });

  test('a line that came late beside another one is cut off', async () => {
    const { journal, store, identity, open, root } = await withRecord();
    const other = await open();
    const late = sealed(other.journal, { kind: 'viewed' }, { identity, at: new Date() });
    await noteEntry(store, { kind: 'viewed' });
    appendFileSync(journal, `${lineOf(late)}\n`);
    await noteEntry(await open(), { kind: 'checkpointed' });
    expect(verifyStore({ folder: root, signatures: true })).toMatchObject({ entries: 4, findings: [] });
  });

  test('a piece that the journal tells of gets its place, one that it does not know goes', async () => {
    const { folder, store, piece, record, root } = await withRecord();
    const bytes = readFileSync(path.join(folder('records'), piece));
    rmSync(path.join(folder('records'), piece));
    const name = (end: string) => path.join(folder('drafts'), `${piece.slice(0, -4)}.${end.repeat(16)}.age`);
    writeFileSync(name('a'), bytes, { mode: 0o600 });
    writeFileSync(name('b'), 'another one', { mode: 0o600 });
    utimesSync(name('b'), new Date(0), new Date(0));
    expect(verifyStore({ folder: root, signatures: true })).toMatchObject({ findings: [], unfinished: 2 });
    await noteEntry(store, { kind: 'viewed', record: record.id });
    expect(readdirSync(folder('drafts'))).toEqual([]);
    expect((await readRecord(store, record.id)).id).toBe(record.id);
  });

  test('a purge is ended, also one that had only begun', async () => {
    const { folder, store, record, piece, root } = await withRecord();
    const bytes = readFileSync(path.join(folder('records'), piece));
    writeFileSync(path.join(folder('drafts'), `${record.id}.purge`), '', { mode: 0o600 });
    await noteEntry(store, { kind: 'viewed' });
    expect(readdirSync(folder('records'))).toEqual([piece]);
    await purge(store, record.id, 'mistake');
    writeFileSync(path.join(folder('records'), piece), bytes, { mode: 0o600 });
    writeFileSync(path.join(folder('drafts'), `${record.id}.purge`), '', { mode: 0o600 });
    await noteEntry(store, { kind: 'viewed' });
    expect([readdirSync(folder('records')), readdirSync(folder('drafts'))]).toEqual([[], []]);
    expect(verifyStore({ folder: root, signatures: true }).findings).toEqual([]);
  });
});

describe('a piece', () => {
  test('of which any byte was changed, or that is missing, is not shown, and verify names it', async () => {
    const { folder, piece, store, record, root } = await withRecord();
    const file = path.join(folder('records'), piece);
    const bytes = readFileSync(file);
    const code = async () =>
      readRecord(store, record.id).then(
        () => 'read',
        (error: unknown) => (error instanceof InputError ? error.problems[0]?.code : 'thrown'),
      );
    for (const at of [0, 30, 200, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(await code()).toBe('E614');
      expect(verifyStore({ folder: root, signatures: true }).findings).toEqual([
        expect.objectContaining({ kind: 'file-changed', file: piece }),
      ]);
    }
    rmSync(file);
    expect(await code()).toBe('E614');
    expect(verifyStore({ folder: root, signatures: true }).findings).toEqual([
      expect.objectContaining({ kind: 'file-missing', file: piece }),
    ]);
    writeFileSync(file, bytes, { mode: 0o600 });
    writeFileSync(path.join(folder('records'), 'DR-2026-AAAAAAAAAA.0001.age'), bytes, { mode: 0o600 });
    expect(verifyStore({ folder: root, signatures: true }).findings).toEqual([
      expect.objectContaining({ kind: 'file-stray', file: 'DR-2026-AAAAAAAAAA.0001.age' }),
    ]);
  });

  test('is read by age, gunzip and a reader of JSON alone', async () => {
    const { folder, piece, identity, record } = await withRecord();
    const plain = await decryptWith(identity.age, readFileSync(path.join(folder('records'), piece)));
    const { said } = JSON.parse(gunzipSync(plain ?? Buffer.alloc(0)).toString('utf8')) as {
      said: { record: string; content: { version: { decision: { reason: string } } } };
    };
    expect([said.record, said.content.version.decision.reason]).toEqual([record.id, 'she asked for it']);
  });
});

describe('the index', () => {
  test('is used as it is while nothing has come that changes a row, and made anew where it is gone', async () => {
    const { store, identity, root: folder, folder: inside, record, open } = await withRecord();
    const opening = { folder, identity, clock };
    await rowsOf(store);
    expect(await rowsAtOnce(opening)).toEqual([expect.objectContaining({ id: record.id, state: 'pending' })]);
    await noteEntry(store, { kind: 'viewed', record: record.id });
    expect(await rowsAtOnce(opening)).toHaveLength(1);
    await reviewRecord(store, record.id, { kind: 'return', text: 'why' });
    expect(await rowsAtOnce(opening)).toBeUndefined();
    for (const name of readdirSync(inside('index'))) rmSync(path.join(inside('index'), name));
    expect(await rowsOf(await open())).toEqual([expect.objectContaining({ state: 'returned' })]);
    const [name = ''] = readdirSync(inside('index'));
    writeFileSync(path.join(inside('index'), name), 'no index');
    expect(await rowsAtOnce(opening)).toBeUndefined();
    expect(await rowsOf(await open())).toHaveLength(1);
  });
});

describe('a canary', () => {
  test('stands nowhere in the store, and after a purge nowhere at all', async () => {
    const { open, folder: root, identity } = await testStore();
    const store = await open();
    const record = sampleRecord({ reason: 'CANARY-Sulastri asked for it' });
    await addRecord(store, record);
    await reviewRecord(store, record.id, { kind: 'comment', text: 'CANARY-Sulastri again' });
    await rowsOf(store);
    const all = () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => path.join(one.parentPath, one.name));
    const clear = (file: string) => readFileSync(file).includes('CANARY') || file.includes('CANARY');
    expect(all().filter(clear)).toEqual([]);
    const before = verifyStore({ folder: root, signatures: true });
    await purge(store, record.id, 'request');
    await rowsOf(store);
    expect(all().filter((file) => file.includes(record.id))).toEqual([]);
    const index = path.join(root, 'index', `${identity.id}.age`);
    const plain = await decryptWith(identity.age, readFileSync(index));
    expect(Buffer.from(plain ?? '').includes(record.id)).toBe(false);
    const after = verifyStore({ folder: root, signatures: true });
    expect([before.findings, after.findings]).toEqual([[], []]);
    expect(after.files).toBe(0);
  });
});
