// Run inside of a small disk: writes records until it is full, and says what came of it as one line of JSON.
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newRecordId } from '../../../src/files/record-id.ts';
import type { DecisionRecord, RecordId } from '../../../src/model/record.ts';
import { InputError } from '../../../src/problems/input-error.ts';
import { noteEntry } from '../../../src/records/store/keep.ts';
import { openStore } from '../../../src/records/store/open-store.ts';
import { readRecord } from '../../../src/records/store/read-record.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';
import { addRecord } from '../../../src/records/store/write-record.ts';
import { faultStore, type Tried } from './place.ts';

/** Fills a small disk with records and journal entries: what was acknowledged stays, and room makes it go on. */
export async function fillDisk(disk: string, sample: DecisionRecord): Promise<Tried> {
  const store = await faultStore(disk, sample);
  const { folder, identity } = store;
  const opened = await openStore({ folder, identity, clock: () => new Date() });
  const kept: RecordId[] = [];
  const refused: string[] = [];
  const bad: string[] = [];
  const ballast = path.join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(64 * 1024));
  for (let at = 0; at < 200 && refused.length < 10; at += 1) {
    const id = newRecordId('2026');
    try {
      // Records until there is no room for one, then entries until there is no room for a line.
      if (refused.length === 0) await addRecord(opened, { ...sample, id });
      else fillUp(disk, at);
      await noteEntry(opened, { kind: 'viewed' });
      if (refused.length === 0) kept.push(id);
    } catch (error) {
      if (!(error instanceof InputError)) bad.push(String(error));
      else refused.push(error.problems[0]?.code ?? '');
    }
  }
  if (refused.length === 0) bad.push('the disk was never full');
  bad.push(
    ...refused.filter((code) => code !== 'E609' && code !== 'E631').map((code) => `refused with ${code}`),
  );
  rmSync(ballast);
  await noteEntry(opened, { kind: 'viewed' });
  await addRecord(opened, { ...sample, id: newRecordId('2026') });
  const { findings } = verifyStore({ folder, signatures: true });
  bad.push(...findings.map(({ kind, line, file }) => `${kind} ${line ?? file}`));
  for (const id of kept) await readRecord(opened, id).catch(() => bad.push(`lost ${id}`));
  return {
    name: 'full disk',
    runs: kept.length + refused.length,
    bad,
    note: `${kept.length} kept, ${refused.length} refused, ${readdirSync(path.join(folder, 'drafts')).length} drafts left`,
  };
}

/** Takes the last free bytes. */
function fillUp(disk: string, at: number): void {
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(path.join(disk, `fill-${at}`), Buffer.alloc(Math.max(0, bavail * bsize)));
  } catch {
    // Full already.
  }
}
