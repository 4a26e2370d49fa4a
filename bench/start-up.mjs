// Measures what starting costs, as wall time over `node -e 0` in the same run: calls take turns, so that a busy moment of
// the machine hits all of them. Prints one table and writes bench/results.json. `npm run bench` calls it.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { keep, median, root, rounded, table } from './results.mjs';

const FLOOR = 'node -e 0';

/** What is called, as words after `node`; peers are called as they are. */
function calls() {
  const program = path.join(root, 'bin', 'timbang.js');
  const file = path.join(root, 'docs', 'examples', 'case.yaml');
  const scenario = path.join(root, 'rules', 'indonesia', 'scenarios', 'bribe-for-faster-help.yaml');
  const own = (...words) => [process.execPath, program, ...words];
  return [
    { name: FLOOR, command: [process.execPath, '-e', '0'] },
    { name: 'timbang --version', command: own('--version'), goal: 1.7 },
    { name: 'timbang now', command: own('now'), goal: 1.7 },
    { name: 'timbang --help', command: own('--help') },
    { name: 'timbang assess (example)', command: own('assess', file), goal: 2.3 },
    { name: 'timbang assess (bribe)', command: own('assess', scenario), goal: 2.3 },
    { name: "python3 -c ''", command: ['python3', '-c', ''] },
  ].filter(
    ({ command: [first, ...words] }) => spawnSync(first, words, { stdio: 'ignore' }).error === undefined,
  );
}

/** Wall milliseconds of each call, interleaved; a call that fails ends the measurement. */
function measure(runs, home) {
  const env = environment(home);
  const measured = calls().map((call) => ({ ...call, times: [] }));
  for (let run = -1; run < runs; run += 1) {
    for (const { name, command, times } of measured) {
      const [first, ...words] = command;
      const start = performance.now();
      const { status, stderr } = spawnSync(first, words, {
        cwd: home,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const time = performance.now() - start;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.toString()}`);
      // The first round only warms the disk.
      if (run >= 0) times.push(time);
    }
  }
  return measured;
}

/** A fresh account; certificates to be read at start would double the time of Node alone. */
function environment(home) {
  return { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

function summary(measured) {
  const floor = measured.find(({ name }) => name === FLOOR);
  return measured.map(({ name, goal, times }) => ({
    name,
    minimum: rounded(Math.min(...times)),
    median: rounded(median(times)),
    ratioOfMinima: rounded(Math.min(...times) / Math.min(...floor.times)),
    ratioOfMedians: rounded(median(times) / median(floor.times)),
    ...(goal && { goal }),
  }));
}

function print(rows, runs) {
  console.log(`Start-up, ${runs} runs each, Node ${process.versions.node}; the floor is ${FLOOR}`);
  const head = ['call', 'min ms', 'median ms', 'min / floor', 'median / floor', 'goal'];
  const lines = rows.map((row) => [
    row.name,
    row.minimum.toFixed(1),
    row.median.toFixed(1),
    row.ratioOfMinima.toFixed(2),
    row.ratioOfMedians.toFixed(2),
    row.goal === undefined ? '' : `<= ${row.goal}`,
  ]);
  console.log(table(head, lines));
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, dry: { type: 'boolean' } },
});
const runs = Number(values.runs);
const home = await mkdtemp(path.join(tmpdir(), 'timbang-bench-'));
try {
  const rows = summary(measure(runs, home));
  print(rows, runs);
  if (!values.dry) await keep('startUp', { node: process.versions.node, runs, rows });
} finally {
  await rm(home, { recursive: true, force: true });
}
