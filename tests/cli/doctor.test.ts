import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';

interface Doctor {
  readonly schema: string;
  readonly findings: readonly { readonly id: string; readonly state: string; readonly text: string }[];
}

async function examined(home: string): Promise<{ code: number | null; doctor: Doctor; printed: string }> {
  const { code, stdout, stderr } = await runCli(['doctor', '--json', '--lang', 'en'], { home });
  return { code, doctor: JSON.parse(stdout) as Doctor, printed: stdout + stderr };
}

function stateOf({ findings }: Doctor, id: string): string | undefined {
  return findings.find((one) => one.id === id)?.state;
}

test('a fresh account is in order', async () => {
  const { code, doctor } = await examined(temporaryFolder());
  expect([code, doctor.schema]).toEqual([0, 'timbang.doctor/1']);
  expect(['node', 'settings', 'pack', 'drafts'].map((id) => stateOf(doctor, id))).toEqual([
    'ok',
    'ok',
    'ok',
    'ok',
  ]);
});

test('a setting that is not understood is named with its place, and the rest is still looked at', async () => {
  const home = await writeFiles(temporaryFolder(), {
    '.config/timbang/config.yaml': 'lang: en\nbahasa: id\n',
  });
  const { code, doctor } = await examined(home);
  expect([code, stateOf(doctor, 'settings'), stateOf(doctor, 'pack')]).toEqual([1, 'wrong', 'ok']);
  expect(doctor.findings.find(({ id }) => id === 'settings')?.text).toMatch(/E852.*config\.yaml:2/);
});

test('a pack with faults is told by its first code', async () => {
  const home = await writeFiles(temporaryFolder(), {
    'timbang.yaml': 'pack: ours\npacks:\n  ours: ./ours\n',
    'ours/pack.yaml': 'timbang: pack/1\n',
  });
  const { code, doctor } = await examined(home);
  expect([code, stateOf(doctor, 'pack')]).toEqual([1, 'wrong']);
});

test('drafts that others can read are told of, and nothing of what they hold', async () => {
  const home = temporaryFolder();
  const folder = path.join(home, '.local', 'state', 'timbang', 'drafts');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, 'abcd2345.jsonl');
  await writeFile(draft, '{"schema":"timbang.draft/1","secret":"Bunga"}\n');
  await chmod(draft, 0o644);
  const { code, doctor, printed } = await examined(home);
  expect([code, stateOf(doctor, 'drafts')]).toEqual([1, 'wrong']);
  expect(printed).not.toMatch(/Bunga|abcd2345/);
});
