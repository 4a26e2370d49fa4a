// Reads what dependency-cruiser found (JSON on stdin; `npm run rooms`), tells the faults, and fails when a file was not
// read: beside a TypeScript without a compiler API it reads none, and then finds nothing wrong.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const there = readdirSync(path.join(root, 'src'), { recursive: true })
  .map((name) => `src/${name.split(path.sep).join('/')}`)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));

const { modules, summary } = JSON.parse(await text(process.stdin));

const faults = summary.violations.map(({ rule, from, to, cycle }) => {
  const way = cycle
    ? [from, ...cycle.map(({ name }) => name)].join(' -> ')
    : [...new Set([from, to])].join(' -> ');
  const { comment } = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name);
  return `${rule.name}: ${way}  (${comment})`;
});
const read = new Set(modules.map(({ source }) => source));
faults.push(...there.filter((file) => !read.has(file)).map((file) => `not read: ${file}`));
// A file that was read but not understood has no imports; the entry always has some.
if (!modules.find(({ source }) => source === 'src/cli/main.ts')?.dependencies.length) {
  faults.push('src/cli/main.ts seems to import nothing: the parser does not understand it');
}

for (const fault of faults) console.error(fault);
console.log(
  `rooms: ${there.length} files, ${summary.totalDependenciesCruised} imports, ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
