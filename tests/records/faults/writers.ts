import { setTimeout as pause } from 'node:timers/promises';
import type { DecisionRecord } from '../../../src/model/record.ts';
import { verifyStore } from '../../../src/records/store/verify-store.ts';
import { faultStore, startWriter, type Tried, type Writer, wrongIn } from './place.ts';

interface Setting {
  readonly program: string;
  readonly below: string;
  readonly sample: DecisionRecord;
}

/** Several writers at once: no link of the journal is broken, and every record is there. */
export async function writeTogether(
  setting: Setting,
  { writers: count, records }: { readonly writers: number; readonly records: number },
): Promise<Tried> {
  const store = await faultStore(setting.below, setting.sample);
  const writers: Writer[] = [];
  for (let at = 0; at < count; at += 1) writers.push(await startWriter(setting.program, store, records));
  for (const { go } of writers) go();
  await Promise.all(writers.map(({ ended }) => ended));
  const lines = writers.flatMap((writer) => writer.lines);
  const kept = lines.filter((line) => line.startsWith('KEPT')).length;
  const bad = await wrongIn(store, lines);
  if (kept !== count * records) bad.push(`${kept} of ${count * records} kept`);
  store.remove();
  return { name: `${count} writers at once, ${records} records each`, runs: count * records, bad };
}

/** A writer is stopped for longer than its lock holds, others go on, and it wakes up again. */
export async function suspendWriter(setting: Setting, runs: number): Promise<Tried> {
  const bad: string[] = [];
  let [lost, kept] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const store = await faultStore(setting.below, setting.sample);
    const sleeper = await startWriter(setting.program, store, 30);
    sleeper.go();
    await pause(30 + Math.random() * 120);
    sleeper.child.kill('SIGSTOP');
    // Ten seconds, and then the lock is taken for left behind.
    const other = await startWriter(setting.program, store, 5);
    other.go();
    await other.ended;
    sleeper.child.kill('SIGCONT');
    await sleeper.ended;
    const lines = [...sleeper.lines, ...other.lines];
    const { findings } = verifyStore({ folder: store.folder, signatures: true });
    bad.push(...findings.map(({ kind, line, file }) => `run ${run}: ${kind} ${line ?? file}`));
    bad.push(...(await wrongIn(store, lines)).map((one) => `run ${run}: ${one}`));
    kept += lines.filter((line) => line.startsWith('KEPT')).length;
    lost += lines.filter((line) => line.startsWith('REFUSED')).length;
    store.remove();
  }
  return {
    name: 'a holder of the lock stopped past its time',
    runs,
    bad,
    note: `${kept} kept, ${lost} given up by the one that woke`,
  };
}
