import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DecisionRecord } from '../../../src/model/record.ts';
import { InputError } from '../../../src/problems/input-error.ts';
import { lookAtJournal } from '../../../src/records/journal/verify-journal.ts';
import { decryptWith } from '../../../src/records/keys/age.ts';
import { makeCheckpoint } from '../../../src/records/store/checkpoints.ts';
import { noteEntry } from '../../../src/records/store/keep.ts';
import { openStore } from '../../../src/records/store/open-store.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';
import { addRecord, reviewRecord } from '../../../src/records/store/write-record.ts';
import { faultStore, type Tried } from './place.ts';

interface Changed {
  readonly at: number;
  readonly bytes: Buffer;
}

/** The bytes with one bit of each byte turned, and cut at each length; `step` leaves some out. */
function* changesOf(bytes: Buffer, step: number): Generator<Changed & { readonly kind: 'flip' | 'cut' }> {
  for (let at = 0; at < bytes.length; at += step) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    yield { kind: 'flip', at, bytes: flipped };
    yield { kind: 'cut', at, bytes: Buffer.from(bytes.subarray(0, at)) };
  }
}

/** Every byte of a journal, a piece and a checkpoint changed, and each of them cut at every length. */
export async function changeEveryByte(
  below: string,
  sample: DecisionRecord,
  step = 1,
): Promise<readonly Tried[]> {
  const store = await faultStore(below, sample);
  const { folder, identity } = store;
  const opened = await openStore({ folder, identity, clock: () => new Date() });
  await addRecord(opened, sample);
  await noteEntry(opened, { kind: 'viewed', record: sample.id });
  await reviewRecord(opened, sample.id, { kind: 'return', text: 'why' });
  const { text } = await makeCheckpoint(opened);
  const journal = readFileSync(path.join(folder, 'journal.jsonl'));
  const [name = ''] = readdirSync(path.join(folder, 'records'));
  const piece = readFileSync(path.join(folder, 'records', name));
  const tried = [
    inJournal(journal, step),
    await inPiece(piece, identity.age, step),
    inCheckpoint(folder, text, step),
  ];
  store.remove();
  return tried;
}

function inJournal(journal: Buffer, step: number): Tried {
  const [bad, runs] = [[] as string[], { count: 0 }];
  for (const { kind, at, bytes } of changesOf(journal, step)) {
    runs.count += 1;
    // Cut at the end of a line, only a checkpoint shows it.
    const atLine = kind === 'cut' && (at === 0 || journal[at - 1] === 10);
    const found = lookAtJournal(bytes, { signatures: true }).findings;
    if (!atLine && found.every(({ line }) => line === null)) bad.push(`${kind} ${at}`);
  }
  return { name: 'journal: every byte turned, every length', runs: runs.count, bad };
}

async function inPiece(piece: Buffer, age: string, step: number): Promise<Tried> {
  const [bad, runs] = [[] as string[], { count: 0 }];
  for (const { kind, at, bytes } of changesOf(piece, step)) {
    runs.count += 1;
    // The journal would know by the hash; here the encryption itself has to.
    if ((await decryptWith(age, bytes)) !== undefined) bad.push(`${kind} ${at}`);
  }
  return { name: 'piece: every byte turned, every length', runs: runs.count, bad };
}

function inCheckpoint(folder: string, written: string, step: number): Tried {
  const [bad, runs] = [[] as string[], { count: 0 }];
  for (const { kind, at, bytes } of changesOf(Buffer.from(written), step)) {
    runs.count += 1;
    const against = { file: 'kept', text: bytes.toString('utf8') };
    try {
      const { findings } = verifyStore({ folder, signatures: false, against });
      if (findings.length === 0) bad.push(`${kind} ${at}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return { name: 'checkpoint: every byte turned, every length', runs: runs.count, bad };
}
