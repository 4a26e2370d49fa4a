// Measures everything, one part after the other, and prints one table of what was reached beside what was to be reached.
// The parts keep their figures in bench/results.json; each prints its own table when it is called alone. `npm run bench`.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { bench, table } from './results.mjs';

const PARTS = ['start-up', 'first-prompt', 'scenarios', 'engine', 'versus', 'proofs'];

for (const part of PARTS) {
  process.stderr.write(`${part}\n`);
  const run = spawnSync(process.execPath, [path.join(bench, `${part}.mjs`)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${part} ended with ${run.status}`);
}

const results = JSON.parse(await readFile(path.join(bench, 'results.json'), 'utf8'));
const atMost = (what, measured, [goal, unit]) => ({
  what,
  measured,
  goal,
  unit,
  met: measured <= goal,
  sign: '<=',
});
const atLeast = (what, measured, [goal, unit]) => ({
  what,
  measured,
  goal,
  unit,
  met: measured >= goal,
  sign: '>=',
});

/** Start-up and the first screen, over the machine's own floor. */
function ofStarting({ startUp, firstPrompt }) {
  const ratio = (name) => startUp.rows.find((row) => row.name === name).ratioOfMinima;
  const screen = firstPrompt.rows.at(-1);
  return [
    atMost('timbang --version', ratio('timbang --version'), [1.7, 'x node -e 0']),
    atMost('timbang now', ratio('timbang now'), [1.7, 'x node -e 0']),
    atMost('timbang assess', ratio('timbang assess (bribe)'), [2.3, 'x node -e 0']),
    atMost('first prompt on screen', screen.ratioOfMinima, [2.1, 'x a line of Node']),
    atMost('memory of a walkthrough', screen.ratioOfMemory, [2, 'x Node']),
  ];
}

const DECISIONS = [
  { rules: 100, rate: 300_000, ratio: 1.8, cold: 1 },
  { rules: 1000, rate: 30_000, ratio: 5, cold: 2 },
  { rules: 10_000, rate: 3000, ratio: 30, cold: 10 },
];

function ofDeciding({ versus }) {
  return DECISIONS.flatMap(({ rules, rate, ratio, cold }) => {
    const own = versus.rows.find((row) => row.engine === 'timbang' && row.rules === rules);
    const named = `${rules.toLocaleString('en')} rules`;
    return [
      atLeast(`explained decisions, ${named}`, own.rate, [rate, '/ s']),
      atLeast(`the same beside the best peer`, own.toBestPeer, [ratio, 'x']),
      atMost(`first decision, ${named}`, own.cold, [cold, 'ms']),
    ];
  });
}

const PROVING = [
  { task: 'proofs', rules: 100, most: 20 },
  { task: 'proofs', rules: 1000, most: 100 },
  { task: 'examined', rules: 100, most: 50 },
  { task: 'examined', rules: 1000, most: 500 },
];

function ofProving({ proofs }) {
  return [
    ...PROVING.map(({ task, rules, most }) => {
      const own = proofs.rows.find(
        (row) => row.engine === 'timbang' && row.rules === rules && row.task === task,
      );
      const what = task === 'proofs' ? `${own.asked} proofs` : `all ${own.asked} rules and actions examined`;
      const open = own.notProved > 0 ? `, ${own.notProved} not proved` : '';
      return atMost(`${what}, ${rules.toLocaleString('en')} rules${open}`, own.later, [most, 'ms']);
    }),
    atMost(`next question, ${proofs.next.rules.toLocaleString('en')} rules`, proofs.next.later, [16, 'ms']),
  ];
}

const rows = [
  ...ofStarting(results),
  ...ofDeciding(results),
  ...ofProving(results),
  atLeast('scenario scripts', Math.min(...results.scenarios.map((row) => row.perSecond)), [5000, '/ s']),
];
const short = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
console.log(
  table(
    ['what', 'measured', 'goal', 'unit', ''],
    rows.map(({ what, measured, goal, unit, met, sign }) => [
      what,
      short(measured),
      `${sign} ${short(goal)}`,
      unit,
      met ? 'reached' : 'not reached',
    ]),
  ),
);
