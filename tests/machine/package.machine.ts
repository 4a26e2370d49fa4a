import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { freshEnvironment, ROOT, temporaryFolder } from '../support/workplace.ts';

test('the packed program decides the cases of the article out of its own folder, with no package beside it', () => {
  const folder = temporaryFolder();
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  execFileSync('tar', ['xzf', path.join(folder, packed.trim()), '-C', folder]);
  const home = temporaryFolder();
  const scenarios = path.join(folder, 'package', 'rules', 'indonesia', 'scenarios');
  const cases = ['bribe-for-faster-help.yaml', 'violence-at-home-kept-secret.yaml'];
  const output = execFileSync(
    process.execPath,
    [
      path.join(folder, 'package', 'bin', 'timbang.js'),
      'assess',
      '--json',
      ...cases.map((one) => path.join(scenarios, one)),
    ],
    { cwd: home, encoding: 'utf8', env: freshEnvironment(home) },
  );
  const reports = JSON.parse(output) as readonly Report[];
  const yielding = reports.map(({ principles }) => principles.filter(({ status }) => status === 'yields'));
  expect(reports.map(({ schema, pack }) => [schema, pack.id])).toEqual(
    cases.map(() => ['timbang.assessment/1', 'indonesia']),
  );
  expect(yielding.map((principles) => principles.map(({ id }) => id))).toEqual([[], ['confidentiality']]);
});
