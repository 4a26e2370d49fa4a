// Runs one walkthrough in plain text and writes what was on the screen: the whole of it into docs/walkthrough.md, its
// beginning and its result into README.md. Nobody types a transcript by hand. With --check it writes nothing and fails
// when a page shows another one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [START, END] = ['<!-- transcript: node scripts/transcript.mjs -->', '<!-- end of transcript -->'];
const SCENARIO = 'rules/indonesia/scenarios/violence-at-home-kept-secret.yaml';
/** Pages that the README shows before it goes to the result: notice, marks, confirmation, one question. */
const SHOWN_FIRST = 4;

/** The dilemma that is walked through, and the words of the pack by which its answers are found on a screen. */
const dilemma = parse(await readFile(path.join(root, SCENARIO), 'utf8'));
const pack = JSON.parse(run(['rules', 'list', 'indonesia', '--json']));

const pages = await walk();
await put('docs/walkthrough.md', pages);
await put('README.md', [
  ...pages.slice(0, SHOWN_FIRST),
  [`[${pages.length - SHOWN_FIRST - 1} more pages: docs/walkthrough.md]`, ''],
  ...pages.slice(-1),
]);

/** Puts pages between the markers of a file, or says that other ones stand there. */
async function put(file, shown) {
  const target = path.join(root, file);
  const page = await readFile(target, 'utf8');
  const [before, rest = ''] = page.split(START);
  const [, after = ''] = rest.split(END);
  const lines = ['$ timbang --plain --lang en', ...shown.flat()];
  const written = [`${before}${START}`, '', '```text', ...lines, '```', '', `${END}${after}`].join('\n');
  if (!process.argv.includes('--check')) return writeFile(target, written);
  if (written === page) return undefined;
  process.stderr.write(
    `${file} shows another walkthrough than the program has; run node scripts/transcript.mjs\n`,
  );
  process.exitCode = 1;
  return undefined;
}

/** Walks from the first screen to the result and leaves there. Gives the lines of each page, its answer after `>`. */
async function walk() {
  const home = await mkdtemp(path.join(tmpdir(), 'timbang-transcript-'));
  const args = ['--plain-stdin', '--no-save', '--lang', 'en', '--pack', 'indonesia', '--now', '2026-11-25'];
  const child = spawn(process.execPath, [path.join(root, 'bin', 'timbang.js'), ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const shown = [];
  let [screen, last] = ['', ''];
  child.stderr.setEncoding('utf8');
  for await (const chunk of child.stderr) {
    screen += chunk;
    if (!/\(.*:help\):\s*$/.test(screen)) continue;
    if (screen === last) throw new Error(`no answer was found to:\n${screen}`);
    const answer = answerTo(screen);
    shown.push([...screen.trimEnd().split('\n'), `> ${answer}`.trimEnd()]);
    [screen, last] = ['', screen];
    child.stdin.write(`${answer}\n`);
  }
  await rm(home, { recursive: true, force: true });
  const code = await ended;
  if (code !== 0) throw new Error(`the walkthrough ended with ${code}:\n${screen}`);
  return shown;
}

/** What this worker types on a page: the answers of the scenario, found by the words of the pack. */
function answerTo(screen) {
  const [question = '', rest = ''] = screen.split(/^Choices:$/m);
  const choices = [...rest.matchAll(/^(\d+)\. (.*(?:\n(?!\d+\. |Current|Answer).*)*)/gm)].map(
    ([, number, label]) => ({ number, label: flat(label) }),
  );
  const numberOf = (label) => choices.find((choice) => choice.label === flat(label))?.number;
  const asked = (ask) => flat(question).includes(flat(ask.en));
  // The result names open questions too, so its menu is looked for first.
  const finish = numberOf('Finish');
  if (finish !== undefined) return finish;
  if (dilemma.topics.every((id) => numberOf(textOf(pack.topics, id)))) {
    return dilemma.topics.map((id) => numberOf(textOf(pack.topics, id))).join(',');
  }
  const topic = pack.topics.find(({ screening }) => screening && asked(screening));
  if (topic) return numberOf(says(dilemma.screened?.[topic.id]) === 'yes' ? 'Yes' : 'No') ?? '';
  const fact = pack.facts.find(({ ask }) => asked(ask));
  if (!fact) return '';
  const given = says(dilemma.facts[fact.id]);
  const answer = fact.answers.find(({ id, band }) => id === given || (band && holds(band, Number(given))));
  return numberOf(answer ? answer.text.en : 'Not known yet') ?? '';
}

/** Whether a number is in a band; the last one has no upper end. */
function holds({ from, below }, number) {
  return (from ?? Number.NEGATIVE_INFINITY) <= number && number < (below ?? Number.POSITIVE_INFINITY);
}

/** An answer as the pack names it; YAML may have read `yes` as true. */
function says(written) {
  if (written === undefined) return 'unknown';
  if (typeof written === 'boolean') return written ? 'yes' : 'no';
  return String(written);
}

function textOf(pieces, id) {
  return pieces.find((piece) => piece.id === id).text.en;
}

function flat(text) {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function run(args) {
  const program = path.join(root, 'bin', 'timbang.js');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
