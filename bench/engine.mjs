// Measures the engine on the shipped packs, one core: how many dilemmas with all facts known it weighs in full (both
// rounds, what is owed, steps, principles) in a second, and what the first one costs a program that has just started. `npm run bench` calls it.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundled } from '../scripts/bundled.mjs';
import { keep, median, root, rounded, table } from './results.mjs';

const PACKS = ['base', 'indonesia'];
const DILEMMAS = 20;

/** The engine and the loader as they are in src. */
function program() {
  return bundled(`
    export { assess, compile } from './src/engine/assess.ts';
    export { knowledgeOf } from './src/engine/known.ts';
    export { loadPack } from './src/pack/load-pack.ts';`);
}

/** Numbers that are the same in every run. */
function series(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A dilemma in which every topic is marked and every fact has an answer. */
function dilemmaOf(pack, next) {
  const answered = [...pack.facts.values()].map(({ id, answers }) => [
    id,
    { kind: 'answer', answer: answers[next(answers.length)].id },
  ]);
  const topics = new Set(pack.topics.keys());
  return { topics, facts: new Map(answered), screened: new Map(), considering: [], decided: new Map() };
}

/** Dilemmas whose answers do not contradict each other. */
function possible(pack, next) {
  const compiled = compile(pack);
  const found = [];
  while (found.length < DILEMMAS) {
    const dilemma = dilemmaOf(pack, next);
    if (!knowledgeOf(dilemma, compiled).impossible) found.push(dilemma);
  }
  return found;
}

/** Decisions in a second of the processor, as the median of three stretches after one to warm up; each is at least one decision long. */
function rateOf(decide, seconds) {
  const stretch = () => {
    const before = process.cpuUsage();
    let done = 0;
    let time = 0;
    for (; time < seconds; time = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1e6) {
      decide(done);
      done += 1;
    }
    return done / time;
  };
  stretch();
  return median(Array.from({ length: 3 }, stretch));
}

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '1' }, dry: { type: 'boolean' } },
});
const { assess, compile, knowledgeOf, loadPack } = await program();
const rows = [];
for (const id of PACKS) {
  const pack = await loadPack(id, { project: root, shipped: path.join(root, 'rules') });
  const next = series(20261125);
  const dilemmas = possible(pack, next);
  const start = performance.now();
  const compiled = compile(pack);
  assess(compiled, dilemmas[0], { changes: false });
  const first = performance.now() - start;
  const rate = rateOf(
    (at) => assess(compiled, dilemmas[at % DILEMMAS], { changes: false }),
    Number(values.seconds),
  );
  rows.push({ pack: id, rules: pack.rules.size, first: rounded(first), perSecond: rounded(rate) });
}
console.log(
  `Full assessments with all facts known, Node ${process.versions.node}; the first pays for compiling`,
);
console.log(
  table(
    ['pack', 'rules', 'first ms', 'assessments / s'],
    rows.map(({ pack, rules, first, perSecond }) => [
      pack,
      String(rules),
      first.toFixed(1),
      String(perSecond),
    ]),
  ),
);
if (!values.dry) await keep('engine', { node: process.versions.node, rows });
