// Explained decisions a second beside the peers, all facts known, on one random pack of each size, and how that grows
// from 10 to 10,000 rules, drawn in bench/growth.svg. Every engine runs in a process of its own; all must decide alike, for
// the same reasons. The plain reading of the page is run beside them, as what the others are compared with.
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bench, keep, rounded, table } from './results.mjs';

const SIZES = [10, 100, 1000, 10_000];
const PLAIN = 'plain reading';
const OURS = ['timbang', PLAIN];
const ENGINES = [...OURS, 'json-logic-engine', 'node-rules', 'zen-engine', 'json-rules-engine'];
/** Decisions a second below which the next size is not tried. */
const TOO_SLOW = 100;
/** Processes that make a first decision. */
const COLD = 7;
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '1' }, dry: { type: 'boolean' } },
});

function contend(engine, size, seconds) {
  const run = spawnSync(
    process.execPath,
    [path.join(bench, 'contender.mjs'), engine, String(size), seconds],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`${engine} at ${size}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const rows = [];
for (const size of SIZES) {
  const found = [];
  for (const engine of ENGINES) {
    // What is slow already takes minutes for one answer at ten times the size: it is left out there.
    const before = rows.find((row) => row.engine === engine && row.rules === size / 10);
    if (before && before.rate < TOO_SLOW) continue;
    const whole = contend(engine, size, values.seconds);
    // The first decision once more in processes of its own: the least is what the machine disturbed least.
    const again = Array.from({ length: whole.cold < 1000 ? COLD - 1 : 1 }, () => contend(engine, size, '0'));
    const cold = Math.min(...[whole, ...again].map((run) => run.cold));
    found.push({ engine, rules: size, ...whole, cold });
  }
  if (new Set(found.map(({ answers }) => answers)).size > 1)
    throw new Error(`answers differ at ${size} rules`);
  const best = Math.max(...found.filter(({ engine }) => !OURS.includes(engine)).map(({ rate }) => rate));
  for (const { engine, rules, cold, rate } of found)
    rows.push({ engine, rules, cold, rate, toBestPeer: rate / best });
}
console.log(
  `Explained decisions with all facts known, Node ${process.versions.node}; all engines decided alike, for the same reasons`,
);
console.log(
  table(
    ['engine', 'rules', 'first ms', 'decisions / s', 'to the best peer'],
    rows.map(({ engine, rules, cold, rate, toBestPeer }) => [
      engine,
      String(rules),
      cold.toFixed(1),
      rate.toFixed(rate < 10 ? 1 : 0),
      toBestPeer.toFixed(2),
    ]),
  ),
);
if (!values.dry) {
  const kept = rows.map((row) => ({
    ...row,
    cold: rounded(row.cold),
    rate: rounded(row.rate),
    toBestPeer: rounded(row.toBestPeer),
  }));
  await keep('versus', { node: process.versions.node, rows: kept });
  await writeFile(path.join(bench, 'growth.svg'), drawn(rows));
}

/** Both axes in powers of ten: rules to the right, decisions a second upwards; one line for each engine. */
function drawn(all) {
  const [width, height, left, bottom] = [640, 400, 70, 50];
  const x = (rules) => left + ((Math.log10(rules) - 1) / 3) * (width - left - 150);
  const y = (rate) => height - bottom - ((Math.log10(rate) + 1) / 8) * (height - bottom - 20);
  const lines = ENGINES.map((engine, index) => {
    const own = all.filter((row) => row.engine === engine);
    const points = own.map(({ rules, rate }) => `${x(rules).toFixed(0)},${y(rate).toFixed(0)}`).join(' ');
    const dash = index === 0 ? '' : ` stroke-dasharray="${2 + 2 * index} 3"`;
    const last = own.at(-1);
    return `<polyline points="${points}" fill="none" stroke="black" stroke-width="${index === 0 ? 3 : 1.5}"${dash}/>
<text x="${x(last.rules) + 6}" y="${y(last.rate) + 4}" font-size="12">${engine}</text>`;
  });
  const across = SIZES.map(
    (size) =>
      `<text x="${x(size)}" y="${height - 28}" font-size="12" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  );
  const up = [1, 100, 10_000, 1_000_000].map(
    (
      rate,
    ) => `<text x="${left - 8}" y="${y(rate) + 4}" font-size="12" text-anchor="end">${rate.toLocaleString('en')}</text>
<line x1="${left}" x2="${width - 150}" y1="${y(rate)}" y2="${y(rate)}" stroke="#ccc"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" role="img" aria-label="Decisions a second against rules">
${[...up, ...across, ...lines].join('\n')}
<text x="${(width - 80) / 2}" y="${height - 8}" font-size="12" text-anchor="middle">rules in the pack</text>
<text x="14" y="${height / 2}" font-size="12" text-anchor="middle" transform="rotate(-90 14 ${height / 2})">decisions a second</text>
</svg>
`;
}
