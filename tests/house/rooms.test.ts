import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder, writeFiles } from '../support/workplace.ts';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Runs the rules of the house over a small tree of files. */
async function violationsOf(files: Readonly<Record<string, string>>): Promise<Violation[]> {
  const folder = await writeFiles(temporaryFolder(), { 'src/cli/main.ts': 'export {};', ...files });
  const cruise = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const output = execFileSync(process.execPath, [cruise, 'src', '--config', config, '-T', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

/** `rule file` for each fault, sorted; that nothing reaches these small files is not what is asked. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const violations = await violationsOf(files);
  return violations
    .filter(({ rule }) => rule.name !== 'no-unreachable')
    .map(({ rule, from }) => `${rule.name} ${from}`)
    .toSorted();
}

test('an import upwards is found, types too', async () => {
  const faults = await faultsOf({
    'src/render/words.ts': 'export type Word = string;',
    'src/engine/assess.ts': "import type { Word } from '../render/words.ts';\nexport const word: Word = 'a';",
  });
  expect(faults).toEqual(['room-engine src/engine/assess.ts']);
});

test('a cycle of types is found', async () => {
  const faults = await faultsOf({
    'src/model/a.ts': "import type { B } from './b.ts';\nexport interface A { readonly b?: B }",
    'src/model/b.ts': "import type { A } from './a.ts';\nexport interface B { readonly a?: A }",
  });
  expect([...new Set(faults.map((fault) => fault.split(' ')[0]))]).toEqual(['no-cycle']);
});

test('a module of Node in a pure room and a package outside its room are found', async () => {
  const faults = await faultsOf({
    'node_modules/chalk/package.json': '{ "name": "chalk", "main": "index.js" }',
    'node_modules/chalk/index.js': 'module.exports = {};',
    'src/engine/clock.ts': "import fs from 'node:fs';\nexport const a = fs;",
    'src/cli/colour.ts': "import chalk from 'chalk';\nexport const b = chalk;",
    'src/render/colour.ts': "import chalk from 'chalk';\nexport const c = chalk;",
  });
  expect(faults).toEqual(['packages-cli src/cli/colour.ts', 'pure src/engine/clock.ts']);
});

test('a file that the program does not reach is found', async () => {
  const violations = await violationsOf({ 'src/model/lost.ts': 'export {};' });
  expect(violations).toMatchObject([{ to: 'src/model/lost.ts', rule: { name: 'no-unreachable' } }]);
});
