// Checks who imports whom, by the table in .dependency-cruiser.cjs, and that every file was read: beside a TypeScript
// without a compiler API the checker can read none, and then finds nothing wrong.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const there = readdirSync(path.join(root, 'src'), { recursive: true })
  .map((name) => `src/${name.split(path.sep).join('/')}`)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));

const command = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const output = execFileSync(process.execPath, [command, 'src', 'bin', '--config', '-T', 'json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
const { modules, summary } = JSON.parse(output);

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
