// `npm run faults`: every fault of a store at full size, and one table of what came of it. Ends with 1 where one row is bad.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { changeEveryByte } from './bytes.ts';
import { figuresOf } from './figures.ts';
import { fillDisk } from './full-disk.ts';
import { injectFaults } from './inject.ts';
import { killWriters } from './kill.ts';
import type { Tried } from './place.ts';
import { sampleDecision } from './sample-decision.ts';
import { suspendWriter, writeTogether } from './writers.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    calls: { type: 'string', default: '12' },
    suspensions: { type: 'string', default: '5' },
    records: { type: 'string', default: '100000' },
    writer: { type: 'string', default: '' },
    'inside-disk': { type: 'string' },
  },
});
const { kills, calls, suspensions, records, writer: program } = values;
const sample = sampleDecision();

if (values['inside-disk'] !== undefined) {
  process.stdout.write(JSON.stringify(await fillDisk(values['inside-disk'], sample)));
  process.exit(0);
}

const below = mkdtempSync(path.join(tmpdir(), 'timbang-faults-'));
const setting = { program, below, sample };
const rows: Tried[] = [];

function tell(row: Tried): void {
  rows.push(row);
  process.stderr.write(`${row.name}: ${row.runs} runs, ${row.bad.length} bad\n`);
}

/** A disk of 512 KiB that only the process inside of it sees. */
function fullDisk(): Tried {
  const disk = path.join(below, 'disk');
  const inside = `mkdir -p '${disk}' && mount -t tmpfs -o size=512k none '${disk}' && chmod 700 '${disk}' && '${process.execPath}' '${process.argv[1]}' --inside-disk '${disk}'`;
  const { stdout, stderr } = spawnSync(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', inside],
    {
      encoding: 'utf8',
    },
  );
  if (!stdout.startsWith('{')) return { name: 'full disk', runs: 0, bad: [stderr.trim() || 'no disk'] };
  return JSON.parse(stdout) as Tried;
}

tell(fullDisk());
for (const row of await changeEveryByte(below, sample)) tell(row);
tell(await writeTogether(setting, { writers: 8, records: 50 }));
tell(await suspendWriter(setting, Number(suspensions)));
for (const fault of ['error=ENOSPC', 'error=EIO', 'signal=KILL']) {
  tell(await injectFaults({ ...setting, faults: [fault], upTo: Number(calls) }));
}
tell(await killWriters({ ...setting, runs: Number(kills) }));
const figures = await figuresOf(below, sample, Number(records));
rmSync(below, { recursive: true, force: true });

const width = Math.max(...rows.map(({ name }) => name.length), ...figures.map(({ name }) => name.length));
const out = [
  ...rows.map(
    ({ name, runs, bad, note }) =>
      `${name.padEnd(width)}  ${String(runs).padStart(6)}  ${bad.length === 0 ? 'good' : `BAD ${bad.length}`}${note ? `  ${note}` : ''}`,
  ),
  ...rows.flatMap(({ name, bad }) => bad.slice(0, 20).map((one) => `  ${name}: ${one}`)),
  ...figures.map(
    ({ name, value, unit, goal }) =>
      `${name.padEnd(width)}  ${String(value).padStart(6)} ${unit}  ${value <= goal ? 'within' : 'OVER'} ${goal} ${unit}`,
  ),
];
process.stdout.write(`${out.join('\n')}\n`);
process.exitCode = rows.some(({ bad }) => bad.length > 0) ? 1 : 0;
