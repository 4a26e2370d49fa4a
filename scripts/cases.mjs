// `npm run cases`: published dilemmas, told as scenarios in tests/cases from their narratives alone, against their
// published resolutions. Prints a table by kind and every difference with its reason from tests/cases/about.yaml; ends
// with 1 where a difference has no reason there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';

const root = path.join(import.meta.dirname, '..');
const about = parse(readFileSync(path.join(root, 'tests/cases/about.yaml'), 'utf8'));
const run = spawnSync(
  process.execPath,
  [
    path.join(root, 'bin/timbang.js'),
    'scenario',
    'test',
    'tests/cases/cases',
    'tests/cases/indonesia',
    '--reporter',
    'json',
    '--lang',
    'en',
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
if (run.status !== 0 && run.status !== 1) {
  process.stderr.write(run.stderr);
  process.exit(run.status ?? 1);
}
const judged = new Map(JSON.parse(run.stdout).files.map((one) => [one.id, one]));

const kinds = new Map();
const differences = [];
for (const [id, { kind, differs, untold }] of Object.entries(about)) {
  const row = kinds.get(kind) ?? { cases: 0, agree: 0, differ: 0, untold: 0 };
  kinds.set(kind, row);
  row.cases += 1;
  const result = judged.get(id);
  const failures = result?.tests.flatMap((test) => test.failures) ?? [];
  if (!result || untold) {
    row.untold += 1;
    differences.push({ id, kind, reason: untold, what: 'cannot be told' });
  } else if (failures.length === 0) row.agree += 1;
  else {
    row.differ += 1;
    const what = failures.map(
      (one) => `${one.kind} ${one.id}: expected ${one.expected.join(' or ')}, got ${one.got.join(', ')}`,
    );
    differences.push({ id, kind, reason: differs, what: what.join('; ') });
  }
}

console.log('kind        cases  agree  differ  untold');
for (const [kind, row] of kinds) {
  const cells = [row.cases, row.agree, row.differ, row.untold].map((cell) => String(cell).padStart(6));
  console.log(`${kind.padEnd(11)}${cells.join(' ')}`);
}
for (const { id, kind, what, reason } of differences) {
  console.log(`\n${id} (${kind}): ${what}\n  ${reason ?? 'NOT EXPLAINED'}`);
}
process.exit(differences.some(({ reason }) => !reason) ? 1 : 0);
