// A process that writes records until it is stopped, and says on stdout what it was told: KEPT, REFUSED or FAILED.
import { once } from 'node:events';
import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';
import { newRecordId } from '../../../src/files/record-id.ts';
import type { DecisionRecord } from '../../../src/model/record.ts';
import { InputError } from '../../../src/problems/input-error.ts';
import { type Identity, identityIn } from '../../../src/records/keys/identity.ts';
import { openStore } from '../../../src/records/store/open-store.ts';
import { addRecord } from '../../../src/records/store/write-record.ts';

const [folder = '', identityFile = '', sampleFile = '', count = '1'] = process.argv.slice(2);

/** The fault that is let in may meet this very call, which is no part of the store: then it is said once more. */
function say(line: string): void {
  try {
    writeSync(1, `${line}\n`);
  } catch {
    writeSync(1, `${line}\n`);
  }
}

const identity = identityIn(readFileSync(identityFile, 'utf8')) as Identity;
const sample = JSON.parse(readFileSync(sampleFile, 'utf8')) as DecisionRecord;
const store = await openStore({ folder, identity, clock: () => new Date() });
// Everything that is loaded on use is loaded before the faults begin.
await import('age-encryption');
await import('proper-lockfile');
say('READY');
await once(process.stdin, 'data');
for (let at = 0; at < Number(count); at += 1) {
  const id = newRecordId('2026');
  try {
    await addRecord(store, { ...sample, id });
    say(`KEPT ${id}`);
  } catch (error) {
    if (error instanceof InputError) say(`REFUSED ${error.problems[0]?.code} ${id}`);
    else say(`FAILED ${String(error)} ${id}`);
  }
}
say('DONE');
process.exit(0);
