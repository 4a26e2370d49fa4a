import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { giveOut } from '../../src/cli/record/give-out.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { readZip } from '../../src/export/zip.ts';
import type { DecisionRecord } from '../../src/model/record.ts';
import { InputError } from '../../src/problems/input-error.ts';
import type { CallResult } from '../cli/call.ts';
import { call } from '../cli/call.ts';
import { testStore } from '../records/sample.ts';
import { readProject, temporaryFolder } from '../support/workplace.ts';

const FORMATS = ['md', 'html', 'pdf', 'docx', 'json'] as const;
const CANARIES = /Lestari|Zubaidah|Mawarwangi|Kenanga|3201234567890123|0812-3456|canary@/i;
const SAID =
  'Lestari bercerita. Rumah Zubaidahnya di Jalan Kenanga No. 5; ' +
  'NIK 3201234567890123, 0812-3456-7890, canary@contoh.id. Kata Mawarwangi begitu.';

let home: string;
let id: string;

function record(...args: readonly string[]): Promise<CallResult> {
  return call(['record', ...args, '--lang', 'en'], { cwd: home });
}

function at(name: string): string {
  return path.join(home, name);
}

/** What a copy holds, also where it is packed. */
function contentOf(file: string): string {
  const bytes = readFileSync(file);
  const parts = file.endsWith('.docx') ? readZip(bytes).map((part) => Buffer.from(part.bytes)) : [bytes];
  return parts.map((part) => `${part.toString('utf8')}\n${part.toString('utf16le')}`).join('\n');
}

function journal(): { kind: string; record?: string; digest?: string; format?: string }[] {
  const folder = readdirSync(home, { recursive: true, encoding: 'utf8' });
  const file = folder.find((name) => name.endsWith('journal.jsonl')) ?? '';
  return readFileSync(at(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

async function makeStore(): Promise<void> {
  home = temporaryFolder();
  const sample = JSON.parse(readProject('tests/records/faults/sample-decision.json')) as DecisionRecord;
  const [version] = sample.versions;
  const role = { id: null, text: SAID };
  const decision = { ...version.decision, other: SAID, reason: SAID };
  const people = { ...version.people, consulted: [role], 'not-to-tell': [role] };
  const said = { ...version, decision, doubts: SAID, people, plan: { text: SAID, agreed: null } };
  writeFileSync(at('decision.json'), JSON.stringify({ ...sample, versions: [said] }));
  expect(
    await record('init', '--unprotected', '--role', 'supervisor', '--recovery', at('recovery.txt')),
  ).toMatchObject({ code: 0 });
  expect(await record('add', at('decision.json'))).toMatchObject({ code: 0 });
  ({ id } = sample);
}

test('a copy for outside holds no text that a person wrote, in no form', async () => {
  await makeStore();
  for (const format of FORMATS) {
    const out = at(`outside.${format}`);
    expect(await record('export', id, '--for', 'outside', '--format', format, '--out', out)).toMatchObject({
      code: 0,
    });
    expect(CANARIES.test(contentOf(out))).toBe(false);
    expect(journal().at(-1)).toMatchObject({ kind: 'exported', record: id, format, digest: digestOf(out) });
  }
  // What a PDF says stands in it as numbers of letters; tests/machine reads it.
  for (const format of ['md', 'html', 'docx', 'json']) {
    const out = at(`team.${format}`);
    await record('export', id, '--for', 'team', '--format', format, '--out', out);
    expect(CANARIES.test(contentOf(out))).toBe(true);
  }
});

test('a proposal is refused as long as anything is undecided, then makes a copy without the names', async () => {
  await makeStore();
  writeFileSync(at('names.txt'), 'Lestari\nZubaidah\n');
  const proposed = await record('redact', id, '--for', 'teaching', '--names', at('names.txt'), '--propose');
  const file = JSON.parse(proposed.stdout) as Record<'pieces' | 'words', { find: string; replace: string }[]>;
  expect(file.pieces.map(({ find }) => find)).toEqual(
    expect.arrayContaining(['Lestari', 'Zubaidahnya', '3201234567890123', '0812-3456-7890']),
  );
  expect(file.words.map(({ find }) => find)).toContain('Mawarwangi');
  const args = ['redact', id, '--for', 'teaching', '--names', at('names.txt'), '--decisions', at('d.json')];
  const open = { ...file, pieces: file.pieces.map((piece) => ({ ...piece, replace: '[x]' })) };
  writeFileSync(at('d.json'), JSON.stringify(open));
  const refused = await record(...args, '--out', at('refused.md'));
  expect(refused).toMatchObject({ code: 65, stdout: '' });
  expect(refused.stderr).toContain('E642');
  expect(refused.stderr).not.toMatch(CANARIES);
  expect(existsSync(at('refused.md'))).toBe(false);
  const decided = { ...open, words: file.words.map((word) => ({ ...word, replace: '[y]' })) };
  writeFileSync(at('d.json'), JSON.stringify(decided));
  for (const format of FORMATS) {
    const out = at(`redacted.${format}`);
    expect(await record(...args, '--format', format, '--out', out)).toMatchObject({ code: 0 });
    expect(CANARIES.test(contentOf(out))).toBe(false);
    expect(journal().at(-1)).toMatchObject({ kind: 'redacted', record: id, digest: digestOf(out) });
  }
  expect(contentOf(at('redacted.md'))).toContain('bercerita');
  expect(JSON.stringify(journal())).not.toMatch(CANARIES);
});

test('a register is rows of ids and days; nothing is written over, and nothing then noted', async () => {
  await makeStore();
  const out = at('register.csv');
  const args = ['export', '--for', 'agency', '--format', 'csv', '--out', out];
  expect(await record(...args)).toMatchObject({ code: 0 });
  expect(readFileSync(out, 'utf8')).toMatch(new RegExp(`^\uFEFFid,version,.*\r\n${id},1,pending,`));
  expect(CANARIES.test(contentOf(out))).toBe(false);
  const before = journal().length;
  const again = await record(...args);
  expect(again.stderr).toContain('E706');
  expect(journal()).toHaveLength(before);
  expect((await record('export', '--for', 'team', '--since', '2030-01-01')).stderr).toContain('E641');
});

test('what the journal cannot say is not given out', async () => {
  const store = await (await testStore()).open();
  const out = path.join(temporaryFolder(), 'copy.md');
  const shell = { tell: () => undefined, say: () => '', clock: () => new Date(0) } as unknown as Shell;
  const giving = { shell, store, out, of: ['DR-2026-0000000000' as const] };
  await expect(giveOut(giving, Buffer.from('x'), { kind: 'exported' })).rejects.toThrow(InputError);
  expect(existsSync(out)).toBe(false);
});
