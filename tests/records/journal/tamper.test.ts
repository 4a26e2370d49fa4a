import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/records/journal/entry.ts';
import { isSignedBy, lineOf, signedBytes } from '../../../src/records/journal/lines.ts';
import { lookAtJournal } from '../../../src/records/journal/verify-journal.ts';
import { type Identity, newIdentity } from '../../../src/records/keys/identity.ts';
import { leafHash } from '../../../src/records/proof/merkle.ts';
import { makeCheckpoint } from '../../../src/records/store/checkpoints.ts';
import { noteEntry } from '../../../src/records/store/keep.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';
import { addRecord, reviewRecord } from '../../../src/records/store/write-record.ts';
import { sampleRecord, testStore } from '../sample.ts';

/** A store with eight entries: made, recorded, viewed twice, commented, recorded, viewed, checkpointed. */
async function filled() {
  const made = await testStore();
  const store = await made.open();
  const record = sampleRecord();
  await addRecord(store, record);
  for (const kind of ['viewed', 'printed'] as const) await noteEntry(store, { kind, record: record.id });
  await reviewRecord(store, record.id, { kind: 'comment', text: 'seen' });
  await addRecord(store, sampleRecord());
  await noteEntry(store, { kind: 'exported', record: record.id, format: 'md', audience: 'team' });
  const checkpoint = await makeCheckpoint(store);
  const file = path.join(made.folder, 'journal.jsonl');
  return { ...made, store, file, checkpoint, lines: readFileSync(file, 'utf8').split('\n').slice(0, -1) };
}

/** What is found when the journal has these lines: kind and line of each finding about a line. */
function foundIn(lines: readonly string[], signatures = true): string[] {
  const { findings } = lookAtJournal(Buffer.from(lines.map((line) => `${line}\n`).join('')), { signatures });
  return findings.map(({ kind, line, count }) => `${kind} ${line}${count === null ? '' : ` x${count}`}`);
}

const without = <One>(all: readonly One[], ...gone: readonly number[]) =>
  all.filter((_, at) => !gone.includes(at));

describe('a journal', () => {
  test('as it was written holds', async () => {
    const { lines, folder } = await filled();
    expect(foundIn(lines)).toEqual([]);
    expect(verifyStore({ folder, signatures: true })).toMatchObject({ entries: 8, files: 3, findings: [] });
  });

  test('of which something was changed, removed, moved, put in between or repeated is found out, with the place', async () => {
    const { lines } = await filled();
    const [first = '', second = '', third = '', fourth = ''] = lines;
    const rest = lines.slice(4);
    const changed = (line: string) => line.replace('"at":"2026-11-25', '"at":"2026-11-24');
    expect(foundIn([first, changed(second), third, fourth, ...rest])).toEqual(['changed 2']);
    expect(foundIn([first, second.replace('{', '{ '), third, fourth, ...rest])).toEqual(['unreadable 2']);
    expect(foundIn([first, third, fourth, ...rest])).toContain('removed 2 x1');
    expect(foundIn(without(lines, 2, 3))).toContain('removed 3 x2');
    expect(foundIn([first, second, fourth, third, ...rest])).toContain('reordered 4');
    expect(foundIn([first, second, second, third, fourth, ...rest])).toEqual(['replayed 3']);
    expect(foundIn([...lines, third])).toEqual(['replayed 9']);
    expect(foundIn(lines.slice(1))).toContain('removed 1 x1');
  });

  test('to which somebody without a key of it has added is found out', async () => {
    const { lines } = await filled();
    const stranger = await newIdentity();
    const last = JSON.parse(lines.at(-1) ?? '') as Entry;
    const forged = seal(stranger, {
      kind: 'viewed',
      seq: last.seq + 1,
      prev: leafHash(Buffer.from(lines.at(-1) ?? '')).toString('hex'),
      at: last.at,
      actor: stranger.id,
    });
    expect(foundIn([...lines, forged])).toEqual(['unknown-key 9']);
    const posing = forged.replaceAll(stranger.id, last.actor);
    expect(foundIn([...lines, posing])).toEqual(['changed 9']);
  });

  test('in which one with a key has written twice from the same place is found out', async () => {
    const { lines, identity } = await filled();
    const seventh = JSON.parse(lines[6] ?? '') as Entry;
    const { sig: _, ...unsigned } = seventh;
    const other = seal(identity, { ...unsigned, kind: 'viewed' });
    expect(foundIn([...lines.slice(0, 7), other, ...lines.slice(7)])).toContain('inserted 8');
    expect(foundIn([...lines.slice(0, 6), other, ...lines.slice(7)])).toEqual(['exchanged 7']);
  });

  test('looked at without signatures shows changes by the hashes, and the last line not', async () => {
    const { lines } = await filled();
    const changed = (line: string) => line.replace('T08:00', 'T09:00');
    expect(foundIn([...lines.slice(0, 3), changed(lines[3] ?? ''), ...lines.slice(4)], false)).toEqual([
      'changed 4',
    ]);
    expect(foundIn([...lines.slice(0, -1), changed(lines.at(-1) ?? '')], false)).toEqual([]);
  });

  test('cut off at the end is whole from inside; a checkpoint kept elsewhere shows it', async () => {
    const { folder, file, lines, checkpoint } = await filled();
    writeFileSync(
      file,
      lines
        .slice(0, 5)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const inside = verifyStore({ folder, signatures: true }).findings.map(({ kind }) => kind);
    expect(inside.filter((kind) => kind !== 'file-stray')).toEqual([]);
    const against = { file: 'kept.txt', text: checkpoint.text };
    const outside = verifyStore({ folder, signatures: true, against });
    expect(outside.findings).toContainEqual(expect.objectContaining({ kind: 'cut', line: 6, count: 2 }));
  });

  test('written anew from the beginning is whole from inside; a checkpoint kept elsewhere shows it', async () => {
    const { folder, file, lines, identity, checkpoint } = await filled();
    let prev = '0'.repeat(64);
    const again = lines.map((line) => {
      const { sig: _, ...entry } = JSON.parse(line) as Entry;
      const written = seal(identity, { ...entry, at: '2026-11-25T10:00:00.000Z', prev });
      prev = leafHash(Buffer.from(written)).toString('hex');
      return written;
    });
    writeFileSync(file, again.map((line) => `${line}\n`).join(''));
    expect(verifyStore({ folder, signatures: true }).findings).toEqual([]);
    const against = { file: 'kept.txt', text: checkpoint.text };
    expect(verifyStore({ folder, signatures: true, against }).findings).toEqual([
      expect.objectContaining({ kind: 'other-history', count: 7 }),
    ]);
  });

  test('put in the place of another one is told by a checkpoint of that one', async () => {
    const [one, other] = [await filled(), await filled()];
    const against = { file: 'kept.txt', text: one.checkpoint.text };
    expect(verifyStore({ folder: other.folder, signatures: true, against }).findings).toEqual([
      expect.objectContaining({ kind: 'other-store' }),
    ]);
    const { checkpoint, folder } = one;
    const [text = ''] = checkpoint.text.split('\n\n');
    const signature = other.checkpoint.text.split('\n\n')[1] ?? '';
    const unsigned = { file: 'kept.txt', text: `${text}\n\n${signature}` };
    expect(verifyStore({ folder, signatures: true, against: unsigned }).findings).toEqual([
      expect.objectContaining({ kind: 'checkpoint-unsigned' }),
    ]);
  });

  test('with any byte of it changed, or cut at any length, is found out', async () => {
    const { lines } = await filled();
    // The first two lines hold every kind of field; npm run faults does it to all.
    const bytes = Buffer.from(`${lines.slice(0, 2).join('\n')}\n`);
    const missed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x02;
      if (lookAtJournal(changed, { signatures: true }).findings.length === 0) missed.push(at);
      const atBreak = bytes[at - 1] === 10 || at === 0;
      const cut = lookAtJournal(Buffer.from(bytes.subarray(0, at)), { signatures: true }).findings.length > 0;
      if (!atBreak && !cut) missed.push(-at);
    }
    expect(missed).toEqual([]);
  });
});

function seal(identity: Identity, entry: Omit<Entry, 'sig'>): string {
  const sig = identity.signing.sign(signedBytes(entry)).toString('base64');
  const sealed = { ...entry, sig };
  expect(isSignedBy(sealed, identity.signing.publicKey.toString('base64'))).toBe(true);
  return lineOf(sealed);
}
