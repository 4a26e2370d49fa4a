import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/records/store/open-store.ts';
import { readRecord } from '../../src/records/store/read-record.ts';
import { addRecord, amendRecord, followUp, reviewRecord } from '../../src/records/store/write-record.ts';
import { sampleRecord, testStore } from './sample.ts';

describe('a record', () => {
  test('is read as it was written, with all that came after', async () => {
    const { open } = await testStore({ ownSignOff: true });
    const store = await open();
    const record = sampleRecord();
    await addRecord(store, record);
    await reviewRecord(store, record.id, { kind: 'return', text: 'say who was heard' });
    await amendRecord(store, record.id, {
      because: 'a second talk',
      to: () => ({ doubts: 'what the child knows' }),
    });
    await reviewRecord(store, record.id, { kind: 'sign-off', text: null });
    await followUp(store, record.id, {
      on: '2026-12-02',
      kind: 'interview',
      outcome: 'calm',
      effective: 'partly',
      next: 'go-on',
      reviewOn: '2026-12-20',
      taken: [],
    });
    const again = await open();
    const read = await readRecord(again, record.id);
    expect(read.versions.map(({ number, amends }) => [number, amends])).toEqual([
      [1, null],
      [2, 'a second talk'],
    ]);
    expect(read.versions[0].report).toEqual(record.versions[0].report);
    expect(read.reviews.map(({ kind, own, version }) => [kind, own, version])).toEqual([
      ['return', false, 1],
      ['sign-off', true, 2],
    ]);
    expect(await rowsOf(again)).toEqual([
      expect.objectContaining({
        id: record.id,
        version: 2,
        state: 'signed',
        reviewOn: '2026-12-20',
        effective: 'partly',
      }),
    ]);
  });
});
