import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { DecisionRecord, RecordId } from '../../../src/model/record.ts';
import { type Identity, identityText, newIdentity } from '../../../src/records/keys/identity.ts';
import { initStore } from '../../../src/records/store/init-store.ts';
import { noteEntry } from '../../../src/records/store/keep.ts';
import { openStore } from '../../../src/records/store/open-store.ts';
import { readRecord } from '../../../src/records/store/read-record.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';

/** One row of the table: what was tried how often, and what was not as it should be. */
export interface Tried {
  readonly name: string;
  readonly runs: number;
  readonly bad: readonly string[];
  readonly note?: string;
}

/** A store on the disk, with what another process needs to write to it. */
export interface FaultStore {
  readonly folder: string;
  readonly identity: Identity;
  readonly identityFile: string;
  readonly sampleFile: string;
  readonly remove: () => void;
}

/** Makes a store below a folder. */
export async function faultStore(below: string, sample: DecisionRecord): Promise<FaultStore> {
  const base = mkdtempSync(path.join(below, 'faults-'));
  const folder = path.join(base, 'store');
  const [identity, recovery] = [await newIdentity(), await newIdentity()];
  const identityFile = path.join(base, 'identity.txt');
  const sampleFile = path.join(base, 'sample.json');
  writeFileSync(identityFile, identityText(identity), { mode: 0o600 });
  writeFileSync(sampleFile, JSON.stringify(sample));
  await initStore({
    folder,
    identity,
    recovery,
    roles: ['supervisor', 'administrator'],
    policy: { ownSignOff: false },
    at: new Date(),
    readMe: 'how',
  });
  const remove = (): void => rmSync(base, { recursive: true, force: true });
  return { folder, identity, identityFile, sampleFile, remove };
}

/** A writer that has said READY and waits. */
export interface Writer {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly go: () => void;
  readonly ended: Promise<void>;
}

/** Starts a writer and waits until it is ready. */
export async function startWriter(program: string, store: FaultStore, count: number): Promise<Writer> {
  const { folder, identityFile, sampleFile } = store;
  const child = spawn(process.execPath, [program, folder, identityFile, sampleFile, String(count)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let [text, faults] = ['', ''];
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const whole = text.split('\n');
      text = whole.pop() ?? '';
      lines.push(...whole);
      if (lines.includes('READY')) resolve();
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      faults += chunk;
    });
    child.on('close', () => reject(new Error(`the writer ended before it was ready: ${faults}`)));
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await ready;
  // A writer that was killed does not read.
  child.stdin.on('error', () => undefined);
  return { child, lines, ended, go: () => void child.stdin.write('go\n') };
}

/**
 * Says what is wrong with a store after a writer was stopped or failed: something torn or left over, a record that was
 * acknowledged and is gone, one that was refused and is there.
 */
export async function wrongIn(store: FaultStore, lines: readonly string[]): Promise<string[]> {
  const { folder, identity } = store;
  const opened = await openStore({ folder, identity, clock: () => new Date() });
  // The next writing ends what was begun.
  await noteEntry(opened, { kind: 'viewed' });
  const verified = verifyStore({ folder, signatures: true });
  const wrong = verified.findings.map(({ kind, line, file }) => `${kind} ${line ?? file}`);
  const { trails } = opened.journal.state;
  for (const line of lines) {
    const [word, ...more] = line.split(' ');
    const id = (more.at(-1) ?? '') as RecordId;
    if (word === 'KEPT') {
      await readRecord(opened, id).catch((error: unknown) => wrong.push(`lost ${id} (${String(error)})`));
    }
    // E610 says that nobody can know; every other refusal says that nothing was kept.
    if (word === 'REFUSED' && more[0] !== 'E610' && trails.has(id))
      wrong.push(`kept all the same ${id} ${more[0]}`);
    if (word === 'FAILED') wrong.push(line);
  }
  return wrong;
}
