import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { newRecordId } from '../../../src/files/record-id.ts';
import type { DecisionRecord, IndexRow } from '../../../src/model/record.ts';
import { sealed } from '../../../src/records/journal/append.ts';
import { apply } from '../../../src/records/journal/apply.ts';
import { lineOf } from '../../../src/records/journal/lines.ts';
import { lookAtJournal } from '../../../src/records/journal/verify-journal.ts';
import { leafHash, rootOfHex, sha256 } from '../../../src/records/proof/merkle.ts';
import { writeIndex } from '../../../src/records/store/index-file.ts';
import { openStore, rowsAtOnce } from '../../../src/records/store/open-store.ts';
import { faultStore } from './place.ts';

/** A figure, and what it may be at most. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's';
  readonly goal: number;
}

/** Times list, filter and verify on a store of many records, with the key already unlocked. */
export async function figuresOf(below: string, sample: DecisionRecord, records: number): Promise<Figure[]> {
  const store = await faultStore(below, sample);
  const { folder, identity } = store;
  const opening = { folder, identity, clock: () => new Date() };
  const opened = await openStore(opening);
  const { journal } = opened;
  const lines: string[] = [lineOf(journal.last as NonNullable<typeof journal.last>)];
  const rows: IndexRow[] = [];
  for (let at = 0; at < records; at += 1) {
    const record = newRecordId('2026');
    const cipher = sha256(Buffer.from(record)).toString('hex');
    const draft = { kind: 'recorded', record, piece: 1, version: 1, cipher, commitment: cipher } as const;
    const entry = sealed(journal, draft, { identity, at: new Date(1_700_000_000_000 + at * 60_000) });
    const line = lineOf(entry);
    apply(journal.state, entry);
    journal.entries += 1;
    journal.head = leafHash(Buffer.from(line)).toString('hex');
    lines.push(line);
    rows.push(rowOf(record, identity.id, at));
  }
  const text = Buffer.from(`${lines.join('\n')}\n`);
  writeFileSync(path.join(folder, 'journal.jsonl'), text, { mode: 0o600 });
  const index = { store: journal.state.store, bytes: text.length, head: journal.head, rows };
  await writeIndex(opened.layout, identity, index);
  const figures = [
    await timed(
      { name: `list ${records}`, unit: 'ms', goal: 300 },
      async () => (await rowsAtOnce(opening))?.length === records,
    ),
    await timed({ name: `filter ${records}`, unit: 'ms', goal: 300 }, async () => {
      const all = (await rowsAtOnce(opening)) ?? [];
      return (
        all.filter(({ departures, decidedOn }) => departures.length > 0 && decidedOn >= '2024').length > 0
      );
    }),
    await timed({ name: `verify ${records}, hashes`, unit: 's', goal: 1.2 }, () => {
      const { findings, leaves } = lookAtJournal(Buffer.from(text), { signatures: false });
      return findings.length === 0 && rootOfHex(leaves).length === 32;
    }),
    await timed({ name: `verify ${records}, with signatures`, unit: 's', goal: 25 }, () => {
      return lookAtJournal(Buffer.from(text), { signatures: true }).findings.length === 0;
    }),
  ];
  store.remove();
  return figures;
}

async function timed(
  { name, unit, goal }: Omit<Figure, 'value'>,
  work: () => Promise<boolean> | boolean,
): Promise<Figure> {
  const runs = unit === 's' && goal > 5 ? 1 : 5;
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    if (!(await work())) throw new Error(`${name} does not give what it should`);
    times.push(performance.now() - start);
  }
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  return {
    name,
    unit,
    goal,
    value: Math.round(unit === 's' ? median / 10 : median) / (unit === 's' ? 100 : 1),
  };
}

function rowOf(id: IndexRow['id'], author: string, at: number): IndexRow {
  const day = new Date(1_600_000_000_000 + (at % 2000) * 86_400_000).toISOString().slice(0, 10);
  return {
    id,
    version: 1,
    state: 'pending',
    author,
    decidedOn: day,
    reviewOn: day,
    lang: 'id',
    pack: 'indonesia',
    packVersion: '0.2.0',
    headline: 'do',
    dilemmas: [`dilemma-${at % 30}`],
    yields: at % 3 === 0 ? ['confidentiality'] : [],
    departures: at % 10 === 0 ? ['write-it-down'] : [],
    followUps: at % 2,
    effective: at % 2 === 1 ? 'partly' : null,
    held: false,
  };
}
