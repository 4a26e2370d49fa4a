// Measures how many small scenarios are tested in a second on one core: reading the files, YAML, checking the shape and
// the names, weighing, comparing. Counted is the time of the processor and not that of the wall, so that other programs on
// the machine count less. A folder of scenarios is made for it; one pack is small, one is the largest that is
// shipped. `node bench/scenarios.mjs`; `--files 500` makes fewer.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundled } from '../scripts/bundled.mjs';
import { keep, median, root, rounded, table } from './results.mjs';

const PACKS = [
  { id: './sound', from: path.join(root, 'tests', 'support', 'packs') },
  { id: 'indonesia', from: path.join(root, 'rules') },
];
const ROUNDS = 5;

/** The way of one file through `scenario test`, as it is in src. */
function program() {
  return bundled(`
    export { openDocument } from './src/document/open.ts';
    export { parse } from './src/document/parse.ts';
    export { sourceOf } from './src/document/source.ts';
    export { assess, compile } from './src/engine/assess.ts';
    export { readTextFile } from './src/files/read.ts';
    export { loadPack } from './src/pack/load-pack.ts';
    export { scenarioOf } from './src/scenarios/read-scenario.ts';
    export { runScenario } from './src/scenarios/run-scenario.ts';`);
}

/** Milliseconds of the processor that this program has used. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A small scenario on one topic, its facts answered, that expects what comes of it. */
function scriptOf(pack, at, { assess, compiled }) {
  const topics = [...pack.topics.keys()];
  const topic = topics[at % topics.length];
  const own = [...pack.facts.values()]
    .filter((fact) => fact.topics.includes(topic) && !fact.askedWhen)
    .slice(0, 4);
  const answers = own.map(({ id, answers: some }, index) => [id, some[(at + index) % some.length].id]);
  const facts = new Map(answers.map(([id, answer]) => [id, { kind: 'answer', answer }]));
  const dilemma = {
    facts,
    topics: new Set([topic]),
    screened: new Map(),
    considering: [],
    decided: new Map(),
  };
  const settled = assess(compiled, dilemma, { changes: false, most: 500 }).actions.find(
    ({ verdict, rules }) => verdict !== 'depends' && verdict !== 'silent' && rules.length > 0,
  );
  return [
    'schema: timbang.scenario/1',
    `id: script-${at}`,
    `topics: [${topic}]`,
    answers.length === 0 ? 'facts: {}' : 'facts:',
    ...answers.map(([id, answer]) => `  ${id}: ${answer}`),
    'expect:',
    settled ? `  verdicts: { ${settled.id}: ${settled.verdict} }` : '  never: []',
    '',
  ].join('\n');
}

/** Tests one scenario and notes how long each part of that takes. */
async function testOne(file, { pack, compiled, spent }) {
  let last = cpu();
  const lap = (part) => {
    const now = cpu();
    spent[part] += now - last;
    last = now;
  };
  const text = await readTextFile(file);
  lap('read');
  const parsed = parse(sourceOf(file, text));
  lap('parse');
  const { value, problems } = openDocument({ file, text, parsed, kind: 'scenario' });
  if (!value) throw new Error(JSON.stringify(problems));
  lap('shape');
  const scenario = scenarioOf(value, pack, { file, report: (problem) => problems.push(problem) });
  lap('link');
  const { tests } = runScenario(scenario, compiled);
  lap('run');
  if (tests.some(({ failures }) => failures.length > 0)) throw new Error(`${file} fails`);
}

const { values } = parseArgs({
  options: { files: { type: 'string', default: '1000' }, dry: { type: 'boolean' } },
});
const { assess, compile, loadPack, openDocument, parse, readTextFile, runScenario, scenarioOf, sourceOf } =
  await program();
const rows = [];
for (const { id, from } of PACKS) {
  const pack = await loadPack(id, { project: from, shipped: from });
  const compiled = compile(pack);
  const folder = await mkdtemp(path.join(tmpdir(), 'timbang-bench-'));
  const different = Array.from({ length: 40 }, (_, at) => scriptOf(pack, at, { assess, compiled }));
  const files = [];
  for (let at = 0; at < Number(values.files); at += 1) {
    const file = path.join(folder, `${at}.yaml`);
    await writeFile(file, different[at % different.length]);
    files.push(file);
  }
  const bytes = (await readFile(files[0])).length;
  const spent = { read: 0, parse: 0, shape: 0, link: 0, run: 0 };
  const rates = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const part of Object.keys(spent)) spent[part] = 0;
    const start = cpu();
    for (const file of files) await testOne(file, { pack, compiled, spent });
    if (round > 0) rates.push((files.length * 1000) / (cpu() - start));
  }
  await rm(folder, { recursive: true });
  const each = Object.fromEntries(
    Object.entries(spent).map(([part, time]) => [part, Math.round((time * 1000) / files.length)]),
  );
  rows.push({
    pack: pack.id,
    files: files.length,
    bytes,
    perSecond: rounded(median(rates)),
    microseconds: each,
  });
}
process.stdout.write(
  `${table(
    ['pack', 'scripts/s', 'bytes', ...Object.keys(rows[0].microseconds).map((part) => `${part} µs`)],
    rows.map(({ pack, perSecond, bytes, microseconds }) => [
      pack,
      String(Math.round(perSecond)),
      String(bytes),
      ...Object.values(microseconds).map(String),
    ]),
  )}\n`,
);
if (!values.dry) await keep('scenarios', rows);
