// `npm run questions`: plays every scenario of the shipped packs and every published case through the walkthrough as it
// is, answering from what the file tells, and counts what a worker meets: pages with questions (several that are asked
// together are one), the same with the screens of marks, and the answers that are given in all. Nothing that a file
// leaves out is known. Prints the median, nine in ten and the worst, and the facts asked most often. `--every 5` plays
// one in five, for a first look.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const root = path.join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    rules: { type: 'string', default: 'rules' },
    each: { type: 'boolean' },
    most: { type: 'string' },
    every: { type: 'string', default: '1' },
  },
});
const shipped = path.resolve(root, values.rules);
const program = await bundled(`
  export { compile } from './src/engine/compile.ts';
  export { get } from './src/document/node.ts';
  export { openDocument } from './src/document/open.ts';
  export { loadPack } from './src/pack/load-pack.ts';
  export { scenarioOf } from './src/scenarios/read-scenario.ts';
  export { eventsOf, after, fold } from './src/walk/fold/fold.ts';
  export { pageNow } from './src/walk/fold/steps.ts';
  export { lookAt } from './src/walk/look.ts';
  export { questionsOf } from './src/walk/together.ts';`);

const MOST_PAGES = 200;
const packs = new Map();

/** The pack of an id, loaded once. */
function packOf(id) {
  if (!packs.has(id)) packs.set(id, program.loadPack(id, { project: root, shipped }).then(program.compile));
  return packs.get(id);
}

/** What the worker answers on a page without questions. */
function answerTo(page, dilemma) {
  if (page === 'marks') return { event: 'marks', topics: [...(dilemma.topics ?? [])] };
  if (page === 'confirm') return { event: 'marks-confirmed' };
  return { event: 'panel-seen' };
}

/** What the worker answers to a question, from what the file tells. */
function answerOf(question, dilemma) {
  if (!question.startsWith('topic:'))
    return { event: 'fact', fact: question, given: dilemma.facts.get(question) ?? { kind: 'unknown' } };
  const topic = question.slice('topic:'.length);
  const told = dilemma.screened.get(topic);
  // A file that lists its topics says by that that the others are not part of it.
  const answer = told === undefined ? (dilemma.topics ? 'no' : 'unknown') : told ? 'yes' : 'no';
  return { event: 'screened', topic, answer };
}

/** Plays one dilemma up to the page that sums up: the pages of questions in the order in which they come, and the screens. */
function played(compiled, dilemma) {
  let state = program.fold([]);
  const pages = [];
  for (let screens = 0; screens < MOST_PAGES; screens += 1) {
    const look = program.lookAt(compiled, state);
    const page = program.pageNow(state, look);
    if (page === 'check' || page === 'end') return { pages, questions: pages.flat(), screens };
    if (page.startsWith('question:')) {
      const questions = program.questionsOf(compiled.pack, state, look);
      pages.push(questions);
      state = questions.reduce((now, question) => program.after(now, answerOf(question, dilemma)), state);
    } else state = program.after(state, answerTo(page, dilemma));
  }
  throw new Error('a walkthrough does not end');
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function testsOf(file, standsIn) {
  const { value } = program.openDocument({ file, text: readFileSync(file, 'utf8'), kind: 'scenario' });
  if (!value) throw new Error(`${file} cannot be read`);
  const compiled = await packOf(program.get(value, 'pack')?.text ?? standsIn);
  const { tests, id } = program.scenarioOf(value, compiled.pack, { file, report: () => undefined });
  return tests.map(({ dilemma }) => ({ id, compiled, dilemma }));
}

/** How often a question was asked, and how often the file answers it. */
const asked = new Map();
function count(question, dilemma) {
  const row = asked.get(question) ?? { times: 0, told: 0 };
  const isTold = question.startsWith('topic:') || dilemma.facts.has(question);
  asked.set(question, { times: row.times + 1, told: row.told + Number(isTold) });
}

const sets = [
  ...readdirSync(shipped, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, folder: path.join(shipped, name, 'scenarios') })),
  { name: 'published cases', folder: path.join(root, 'tests/cases/cases'), pack: 'base' },
  { name: 'published cases, Indonesia', folder: path.join(root, 'tests/cases/indonesia'), pack: 'indonesia' },
];

const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
const line = (name, numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return [sorted.length, percentile(sorted, 0.5), percentile(sorted, 0.9), sorted.at(-1)]
    .map((number) => String(number ?? '-').padStart(8))
    .join('')
    .padStart(32)
    .replace(/^/u, name.padEnd(28));
};
const every = Number(values.every);
const tell = (name, plays) => {
  console.log(
    line(
      name,
      plays.map(({ pages }) => pages.length),
    ),
  );
  console.log(
    line(
      '  with screens of marks',
      plays.map(({ screens }) => screens),
    ),
  );
  console.log(
    line(
      '  answers in all',
      plays.map(({ questions }) => questions.length),
    ),
  );
};
console.log(`${'pages with questions'.padEnd(28)}   plays  median nine in ten  worst`);
const all = [];
for (const { name, folder, pack } of sets) {
  const dilemmas = await Promise.all(filesBelow(folder).map((file) => testsOf(file, pack ?? name)));
  const plays = dilemmas
    .flat()
    .filter((_, at) => at % every === 0)
    .map(({ id, compiled, dilemma }) => ({ id, dilemma, ...played(compiled, dilemma) }));
  for (const { dilemma, questions } of plays) for (const question of questions) count(question, dilemma);
  all.push(...plays);
  tell(name, plays);
}
tell('all', all);
const most = Number(values.most ?? 20);
console.log(`\nasked most often, of ${all.length} plays; told: how often the file answers it`);
for (const [question, { times, told }] of [...asked]
  .sort((one, other) => other[1].times - one[1].times)
  .slice(0, most))
  console.log(`${question.padEnd(36)}${String(times).padStart(6)}${String(told).padStart(6)}`);
if (values.each) {
  console.log('');
  for (const { id, pages } of all.toSorted((one, other) => other.pages.length - one.pages.length))
    console.log(
      `${String(pages.length).padStart(3)} ${id}: ${pages.map((page) => page.join('+')).join(' ')}`,
    );
}
if (all.length === 0) process.exit(1);
