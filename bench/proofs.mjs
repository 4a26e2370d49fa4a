// Questions about the whole space of answers beside provers that know nothing of rules, on random packs: thirteen
// properties proved or refuted; every rule and every action examined (can it apply, can it be contested). All answers
// must be the same. And how long the next question takes in an interview on the larger pack.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundled } from '../scripts/bundled.mjs';
import { asTiny, randomPack } from './random-pack.mjs';
import { bench, keep, median, rounded, table } from './results.mjs';

const SIZES = [100, 1000];
const TASKS = ['proofs', 'examined'];
const ENGINES = ['timbang', 'logic-solver', 'z3-solver', 'clingo'];
/** Questions that are answered one after the other. */
const QUESTIONS = 15;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, dry: { type: 'boolean' } },
});

const present = ENGINES.filter(
  (engine) => engine !== 'clingo' || spawnSync('clingo', ['--version'], { stdio: 'ignore' }).status === 0,
);
if (present.length < ENGINES.length) console.log('clingo is not on this machine: left out');

function prove(engine, size, task) {
  const run = spawnSync(
    process.execPath,
    [path.join(bench, 'prover.mjs'), engine, String(size), task, values.rounds],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`${engine} at ${size}, ${task}: ${run.stderr}`);
  const { times, asked, answers } = JSON.parse(run.stdout);
  return { engine, rules: size, task, asked, answers, first: times[0], later: median(times.slice(1)) };
}

/** Milliseconds of the processor from an answer to the next question, as the walkthrough works it out. */
async function interview(size) {
  const { askableQuestions, assess, compile, tinyPack } = await bundled(`
    export { assess, compile } from './src/engine/assess.ts';
    export { askableQuestions } from './src/engine/questions.ts';
    export { tinyPack } from './tests/support/tiny-pack.ts';`);
  const compiled = compile(tinyPack(asTiny(randomPack(size))));
  const facts = new Map();
  const times = [];
  for (let at = 0; at < QUESTIONS; at += 1) {
    const dilemma = { facts: new Map(facts), screened: new Map(), considering: [], decided: new Map() };
    const before = process.cpuUsage();
    const assessment = assess(compiled, dilemma, { leftOut: 'not-asked', changes: false, most: 4000 });
    const [question] = askableQuestions({ compiled, dilemma, assessment, asked: new Set() });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    if (question === undefined) break;
    facts.set(question, { kind: 'answer', answer: at % 2 === 0 ? 'yes' : 'no' });
  }
  return {
    rules: size,
    questions: times.length,
    first: rounded(times[0]),
    later: rounded(median(times.slice(1))),
  };
}

/** Whether two engines disagree: not proved is neither answer. */
function differ(answers, others) {
  return [...answers].some((answer, at) => answer !== '?' && others[at] !== '?' && answer !== others[at]);
}

const rows = [];
for (const task of TASKS) {
  for (const size of SIZES) {
    const found = present.map((engine) => prove(engine, size, task));
    const other = found.find(({ answers }) => differ(answers, found[1].answers));
    if (other) throw new Error(`${other.engine} answers otherwise: ${task} at ${size} rules`);
    rows.push(
      ...found.map(({ answers, first, later, ...row }) => ({
        ...row,
        notProved: [...answers].filter((answer) => answer === '?').length,
        first: rounded(first),
        later: rounded(later),
      })),
    );
  }
}
const next = await interview(SIZES.at(-1));
console.log(
  `Over all dilemmas, milliseconds of the processor, Node ${process.versions.node}; all answers are the same`,
);
console.log(
  table(
    ['engine', 'rules', 'task', 'questions', 'not proved', 'first ms', 'later ms'],
    rows.map(({ engine, rules, task, asked, notProved, first, later }) => [
      engine,
      String(rules),
      task,
      String(asked),
      String(notProved),
      first.toFixed(1),
      later.toFixed(1),
    ]),
  ),
);
console.log(
  `next question, ${next.rules} rules: the first after ${next.first.toFixed(1)} ms, later ones ${next.later.toFixed(1)} ms`,
);
if (!values.dry) await keep('proofs', { node: process.versions.node, rows, next });
