import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { DecisionRecord } from '../../src/model/record.ts';
import { runCli } from '../support/cli.ts';
import { readProject, temporaryFolder } from '../support/workplace.ts';

const HELP = readProject('docs/records.md');

test('without timbang a store is read with the commands of docs/records.md, in age, gunzip and jq', async () => {
  const home = temporaryFolder();
  const record = (...args: readonly string[]) =>
    runCli(['record', ...args, '--store', path.join(home, 'store')], { home, timeout: 60_000 });
  const { id, versions } = JSON.parse(
    readProject('tests/records/faults/sample-decision.json'),
  ) as DecisionRecord;
  writeFileSync(path.join(home, 'decision.json'), readProject('tests/records/faults/sample-decision.json'));
  const followUp = 'kind: interview\noutcome: she came twice\neffective: partly\nnext: close\n';
  writeFileSync(path.join(home, 'visit.yaml'), followUp);
  const recovery = path.join(home, 'recovery.txt');
  for (const args of [
    ['init', '--unprotected', '--recovery', recovery],
    ['add', path.join(home, 'decision.json')],
    ['follow-up', id, '--from', path.join(home, 'visit.yaml')],
  ])
    expect(await record(...args)).toMatchObject({ code: 0 });
  const [, commands = ''] = /## When timbang is gone[^]*?```sh\n([^]*?)```/.exec(HELP) ?? [];
  expect(commands).toContain('age -d');
  const said = execFileSync('sh', ['-c', commands], { cwd: home, encoding: 'utf8' });
  const pieces = said.split(/\n(?=\{)/).map((piece) => JSON.parse(piece) as Piece);
  expect(pieces.map(({ kind }) => kind)).toEqual(['recorded', 'followed-up']);
  expect(pieces[0]?.content.version?.report).toEqual(versions[0].report);
  expect(pieces[1]?.content.followUp?.outcome).toBe('she came twice');
  // The store says so itself, for whoever finds it without this page.
  expect(readFileSync(path.join(home, 'store', 'README.txt'), 'utf8')).toContain('| gunzip | jq .said');
});

interface Piece {
  readonly kind: string;
  readonly content: {
    readonly version?: DecisionRecord['versions'][0];
    readonly followUp?: DecisionRecord['followUps'][0];
  };
}
