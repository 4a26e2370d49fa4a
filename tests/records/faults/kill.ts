import { setTimeout as pause } from 'node:timers/promises';
import type { DecisionRecord } from '../../../src/model/record.ts';
import { type FaultStore, faultStore, startWriter, type Tried, wrongIn } from './place.ts';

/** Runs on one store, before a new one is begun. */
const PER_STORE = 20;

/** Kills writers at any moment: nothing is torn, and nothing that was acknowledged is lost. */
export async function killWriters(options: {
  readonly program: string;
  readonly below: string;
  readonly sample: DecisionRecord;
  readonly runs: number;
  readonly progress?: (done: number) => void;
}): Promise<Tried> {
  const { program, below, sample, runs, progress } = options;
  const bad: string[] = [];
  let kept = 0;
  let store: FaultStore | undefined;
  for (let run = 0; run < runs; run += 1) {
    if (!store || run % PER_STORE === 0) {
      store?.remove();
      store = await faultStore(below, sample);
    }
    const writer = await startWriter(program, store, 1_000_000);
    writer.go();
    // The first record takes some 100 ms; later moments meet every step of the ones after it.
    await pause(Math.random() * 300);
    writer.child.kill('SIGKILL');
    await writer.ended;
    kept += writer.lines.filter((line) => line.startsWith('KEPT')).length;
    // What a killed writer held is taken for left behind after ten seconds; nobody waits for that here.
    await removeLock(store);
    bad.push(...(await wrongIn(store, writer.lines)).map((one) => `run ${run}: ${one}`));
    progress?.(run + 1);
  }
  store?.remove();
  return { name: 'kill -9 at any moment', runs, bad, note: `${kept} records acknowledged` };
}

async function removeLock({ folder }: FaultStore): Promise<void> {
  const { rm } = await import('node:fs/promises');
  await rm(`${folder}/lock`, { recursive: true, force: true });
}
