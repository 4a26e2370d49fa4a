import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newRecordId } from '../../src/files/record-id.ts';
import type { DecisionRecord, RecordId } from '../../src/model/record.ts';
import type { Report } from '../../src/model/report.ts';
import type { Identity, KeyRole } from '../../src/records/keys/identity.ts';
import { newIdentity } from '../../src/records/keys/identity.ts';
import { initStore } from '../../src/records/store/init-store.ts';
import { openStore } from '../../src/records/store/open-store.ts';
import type { Store } from '../../src/records/store/store.ts';
import { ROOT, temporaryFolder } from '../support/workplace.ts';

const REPORT = JSON.parse(
  readFileSync(path.join(ROOT, 'tests', 'golden', 'secret.en.json'), 'utf8'),
) as Report;

/** A decision as a walkthrough saves it, about nobody. */
export function sampleRecord(
  over: { id?: RecordId; reason?: string; decidedOn?: string } = {},
): DecisionRecord {
  const { id = newRecordId('2026'), reason = 'she asked for it', decidedOn = '2026-11-25' } = over;
  return {
    schema: 'timbang.decision/1',
    id,
    toolVersion: '0.1.0',
    lang: 'en',
    versions: [
      {
        number: 1,
        decidedOn,
        writtenAt: null,
        author: { role: 'worker', key: null },
        amends: null,
        case: { facts: { 'danger-to-client': 'none' }, topics: ['secret'] },
        known: { 'danger-to-client': 'told' },
        decision: {
          actions: [
            {
              id: 'write-it-down',
              text: 'Write it down',
              decided: 'do',
              verdict: 'must',
              departs: false,
              reason: null,
            },
          ],
          other: null,
          reason,
        },
        options: [],
        doubts: null,
        people: {
          affected: [],
          consulted: [],
          informed: [],
          heard: [],
          'to-hear': [],
          'not-to-tell': [],
        },
        plan: { text: null, agreed: null },
        taken: [],
        reviewOn: '2026-12-02',
        report: REPORT,
      },
    ],
    followUps: [],
    reviews: [],
    redaction: null,
  };
}

export interface TestStore {
  readonly folder: string;
  readonly identity: Identity;
  readonly recovery: Identity;
  readonly open: (identity?: Identity) => Promise<Store>;
}

/** A store with one key that may do everything; `at` is its clock. */
export async function testStore(
  options: { roles?: readonly KeyRole[]; ownSignOff?: boolean; folder?: string } = {},
): Promise<TestStore> {
  const { roles = ['supervisor', 'administrator'], ownSignOff = false } = options;
  const folder = options.folder ?? path.join(temporaryFolder(), 'store');
  const [identity, recovery] = [await newIdentity(), await newIdentity()];
  const clock = () => new Date('2026-11-25T08:00:00Z');
  await initStore({ folder, identity, roles, recovery, policy: { ownSignOff }, at: clock(), readMe: 'how' });
  return { folder, identity, recovery, open: (by = identity) => openStore({ folder, identity: by, clock }) };
}
