import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/problems/input-error.ts';
import { cardOf, type Identity, type KeyRole, newIdentity } from '../../../src/records/keys/identity.ts';
import { countersign, makeCheckpoint } from '../../../src/records/store/checkpoints.ts';
import { hold, noteEntry, purge } from '../../../src/records/store/keep.ts';
import { addKey, readAll, revokeKey, rewrapAll } from '../../../src/records/store/keys-of.ts';
import { openStore, rowsOf } from '../../../src/records/store/open-store.ts';
import { readRecord } from '../../../src/records/store/read-record.ts';
import type { Store } from '../../../src/records/store/store.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';
import { addRecord, amendRecord, followUp, reviewRecord } from '../../../src/records/store/write-record.ts';
import { sampleRecord, testStore } from '../sample.ts';

const NONE = () => undefined;

async function refused(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.code;
    throw error;
  }
}

/** A store with a supervisor who keeps the keys, and what opens it with a new key of some role. */
async function agency(options: { ownSignOff?: boolean } = {}) {
  const made = await testStore(options);
  const chief = await made.open();
  const join = async (role: KeyRole): Promise<Store & { readonly secret: Identity }> => {
    const secret = await newIdentity();
    await addKey(chief, await cardOf(secret, [role]));
    return Object.assign(await made.open(secret), { secret });
  };
  return { ...made, chief, join };
}

describe('review', () => {
  test('a worker decides, a supervisor returns and signs off, and the version is frozen', async () => {
    const { chief, join } = await agency();
    const worker = await join('worker');
    const record = sampleRecord();
    await addRecord(worker, record);
    expect(await rowsOf(worker)).toEqual([
      expect.objectContaining({ state: 'pending', author: worker.identity.id }),
    ]);
    expect(await refused(reviewRecord(worker, record.id, { kind: 'sign-off', text: null }))).toBe('E606');
    expect(await refused(reviewRecord(chief, record.id, { kind: 'return', text: null }))).toBe('E633');
    await reviewRecord(chief, record.id, { kind: 'return', text: 'who was heard?' });
    expect(await refused(reviewRecord(chief, record.id, { kind: 'return', text: 'again' }))).toBe('E617');
    await amendRecord(worker, record.id, { because: 'asked for', to: () => ({ doubts: 'none' }) });
    await reviewRecord(chief, record.id, { kind: 'sign-off', text: null });
    expect(await refused(reviewRecord(chief, record.id, { kind: 'sign-off', text: null }))).toBe('E617');
    expect(await refused(reviewRecord(chief, record.id, { kind: 'return', text: 'late' }))).toBe('E617');
    const read = await readRecord(worker, record.id);
    expect(read.reviews.map(({ kind, own, author }) => [kind, own, author.role])).toEqual([
      ['return', false, 'supervisor'],
      ['sign-off', false, 'supervisor'],
    ]);
    await amendRecord(worker, record.id, { because: 'new facts', to: () => ({ doubts: 'some' }) });
    expect(await rowsOf(chief)).toEqual([expect.objectContaining({ state: 'pending', version: 3 })]);
  });

  test('nobody signs off what is their own, unless the agency permits it; then it is marked', async () => {
    const strict = await agency();
    const record = sampleRecord();
    await addRecord(strict.chief, record);
    expect(await refused(reviewRecord(strict.chief, record.id, { kind: 'sign-off', text: null }))).toBe(
      'E607',
    );
    const permitting = await agency({ ownSignOff: true });
    await addRecord(permitting.chief, record);
    const entry = await reviewRecord(permitting.chief, record.id, { kind: 'sign-off', text: null });
    expect(entry.own).toBe(true);
  });
});

describe('keys', () => {
  test('that are unknown, taken back or of another role do nothing, and what they have written still holds', async () => {
    const { chief, join, open, folder } = await agency();
    const worker = await join('worker');
    await addRecord(worker, sampleRecord());
    expect(await refused(addKey(worker, await cardOf(await newIdentity(), ['worker'])))).toBe('E606');
    expect(await refused(addKey(chief, await cardOf(worker.secret, ['worker'])))).toBe('E632');
    expect(await refused(revokeKey(chief, 'K-00000000'))).toBe('E625');
    await revokeKey(chief, worker.identity.id);
    expect(await refused(addRecord(worker, sampleRecord()))).toBe('E605');
    expect(await refused(open(worker.secret))).toBe('E605');
    expect(await refused(open(await newIdentity()))).toBe('E605');
    expect(verifyStore({ folder, signatures: true }).findings).toEqual([]);
  });

  test('of workers do not read what others decided; a supervisor added later does once it is encrypted anew', async () => {
    const { chief, join, folder } = await agency();
    const [one, other] = [await join('worker'), await join('worker')];
    const record = sampleRecord();
    await addRecord(one, record);
    await noteEntry(other, { kind: 'viewed' });
    expect(await refused(readRecord(other, record.id))).toBe('E613');
    expect(await rowsOf(other)).toEqual([]);
    const supervisor = await join('supervisor');
    expect(await refused(readRecord(supervisor, record.id))).toBe('E613');
    expect(await rewrapAll(chief, NONE)).toEqual({ done: 1, left: 0 });
    await noteEntry(supervisor, { kind: 'viewed', record: record.id });
    expect((await readRecord(supervisor, record.id)).versions[0].report).toEqual(record.versions[0].report);
    expect(verifyStore({ folder, signatures: true }).findings).toEqual([]);
  });

  test('the recovery key reads everything', async () => {
    const { chief, recovery, open } = await agency();
    await addRecord(chief, sampleRecord());
    expect(await readAll(await open(recovery), NONE)).toEqual({ good: 1, bad: [] });
  });
});

describe('holds and purges', () => {
  test('what is held stays; what was signed off goes when two agree; what is gone is told of', async () => {
    const { chief, join, folder } = await agency();
    const [worker, second] = [await join('worker'), await join('administrator')];
    const record = sampleRecord();
    await addRecord(worker, record);
    await reviewRecord(chief, record.id, { kind: 'sign-off', text: null });
    expect(await refused(purge(worker, record.id, 'retention'))).toBe('E606');
    await hold(chief, record.id, 'complaint');
    expect(await refused(purge(chief, record.id, 'retention'))).toBe('E618');
    await hold(chief, record.id, 'released');
    expect((await purge(chief, record.id, 'retention')).kind).toBe('purge-asked');
    expect(await refused(purge(chief, record.id, 'retention'))).toBe('E630');
    expect((await purge(second, record.id, 'retention')).kind).toBe('purged');
    expect(await refused(readRecord(chief, record.id))).toBe('E628');
    expect(await refused(readRecord(chief, 'DR-2026-AAAAAAAAAA'))).toBe('E608');
    expect(await rowsOf(chief)).toEqual([]);
    expect(verifyStore({ folder, signatures: true }).findings).toEqual([]);
  });
});

describe('what is written', () => {
  test('twice is kept once, and a copy out of a store is not taken', async () => {
    const { chief } = await agency();
    const record = sampleRecord();
    await addRecord(chief, record);
    expect(await refused(addRecord(chief, record))).toBe('E620');
    const copy = {
      ...sampleRecord(),
      redaction: { audience: 'team', at: '2026-11-25T08:00:00.000Z', replaced: 1 },
    } as const;
    expect(await refused(addRecord(chief, copy))).toBe('E634');
  });

  test('follows up only what is one’s own, or a supervisor’s to see', async () => {
    const { chief, join } = await agency();
    const [one, other] = [await join('worker'), await join('worker')];
    const record = sampleRecord();
    await addRecord(one, record);
    const told = {
      on: '2026-12-02',
      kind: 'observation',
      outcome: 'calm',
      effective: 'yes',
      next: 'close',
      reviewOn: null,
      taken: [],
    } as const;
    expect(await refused(followUp(other, record.id, told))).toBe('E606');
    await followUp(one, record.id, told);
    await followUp(chief, record.id, told);
    expect(await rowsOf(one)).toEqual([
      expect.objectContaining({ followUps: 2, reviewOn: null, effective: 'yes' }),
    ]);
  });

  test('a checkpoint is countersigned only where the store goes on from it', async () => {
    const { chief, join } = await agency();
    const second = await join('supervisor');
    const { text } = await makeCheckpoint(chief);
    await noteEntry(second, { kind: 'viewed' });
    const both = countersign(second, { file: 'kept.txt', text });
    expect(both?.match(/^\u2014 /gm)).toHaveLength(2);
    expect(countersign(second, { file: 'kept.txt', text: text.replace(/^\d+$/m, '1') })).toBeUndefined();
    expect(() => countersign(second, { file: 'kept.txt', text: 'no checkpoint' })).toThrow(InputError);
  });
});

test('a journal that is not the one seen last is not opened', async () => {
  const { folder, identity, open } = await agency();
  const { cpSync, rmSync } = await import('node:fs');
  const seen = `${folder}-seen.json`;
  const clock = () => new Date('2026-11-25T08:00:00Z');
  cpSync(folder, `${folder}-old`, { recursive: true });
  await addRecord(await open(), sampleRecord());
  await openStore({ folder, identity, clock, seen });
  rmSync(folder, { recursive: true });
  cpSync(`${folder}-old`, folder, { recursive: true });
  expect(await refused(openStore({ folder, identity, clock, seen }))).toBe('E629');
  expect(await refused(openStore({ folder: `${folder}-none`, identity, clock }))).toBe('E601');
});
