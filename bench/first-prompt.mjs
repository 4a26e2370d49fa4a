// Measures how long the first screen of the walkthrough takes in a terminal, and what memory is held by then, over what
// Node needs to write one line to a terminal and wait, in the same run and in turns. `npm run bench` calls it; it needs
// python3, which opens the terminal.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bench, keep, median, root, rounded, table } from './results.mjs';

const FLOOR = 'node writes a line';
const LINE = 'console.log("ready"); setTimeout(() => {}, 10_000)';
const CALLS = [
  { name: FLOOR, marker: 'ready', args: ['-e', LINE] },
  { name: 'timbang', marker: ':darurat', args: [path.join(root, 'bin', 'timbang.js'), '--lang', 'id'] },
  {
    name: 'timbang --plain',
    marker: ':bantuan',
    args: [path.join(root, 'bin', 'timbang.js'), '--plain', '--lang', 'id'],
  },
];
const GOALS = { time: 2.1, memory: 2 };

function once({ marker, args }, home) {
  const script = path.join(bench, 'first-prompt.py');
  const { status, stdout, stderr } = spawnSync('python3', [script, marker, process.execPath, ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split(' ').map(Number);
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, dry: { type: 'boolean' } },
});
const home = await mkdtemp(path.join(tmpdir(), 'timbang-bench-'));
const measured = CALLS.map((call) => ({ ...call, times: [], memory: 0 }));
for (let run = -1; run < Number(values.runs); run += 1) {
  for (const call of measured) {
    const [time, memory] = once(call, home);
    // The first round only warms the disk.
    if (run >= 0) call.times.push(time);
    call.memory = Math.max(call.memory, memory);
  }
}
await rm(home, { recursive: true, force: true });
const [floor] = measured;
const rows = measured.map(({ name, times, memory }) => ({
  name,
  minimum: rounded(Math.min(...times)),
  median: rounded(median(times)),
  ratioOfMinima: rounded(Math.min(...times) / Math.min(...floor.times)),
  ratioOfMedians: rounded(median(times) / median(floor.times)),
  memory: rounded(memory / 1024),
  ratioOfMemory: rounded(memory / floor.memory),
}));
console.log(
  table(
    ['first screen', 'min ms', 'median ms', 'min / floor', 'median / floor', 'MiB', 'MiB / floor'],
    rows.map((row) => Object.values(row).map(String)),
  ),
);
console.log(`goals: time / floor <= ${GOALS.time}, memory / floor <= ${GOALS.memory}`);
if (!values.dry)
  await keep('firstPrompt', { node: process.versions.node, runs: Number(values.runs), goals: GOALS, rows });
