import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

const SECTIONS = [
  'topics',
  'facts',
  'concepts',
  'actions',
  'rules',
  'priorities',
  'safeguards',
  'escalation',
  'contacts',
  'sources',
];

test('rules list --json gives every piece with its id, place and texts', async () => {
  const pack = await examplePack(temporaryFolder());
  const { code, stdout } = await call(['rules', 'list', pack, '--json']);
  expect(code).toBe(0);
  const listing = JSON.parse(stdout) as Record<string, readonly Record<string, unknown>[]>;
  expect(listing).toMatchObject({ schema: 'timbang.rules/1', pack: { id: 'example', version: '1.0.0' } });
  for (const section of SECTIONS) {
    expect(listing[section]?.length, section).toBeGreaterThan(0);
    for (const piece of listing[section] ?? []) {
      expect(piece, section).toMatchObject({
        id: expect.stringMatching(/^[a-z0-9]/),
        place: {
          file: expect.stringMatching(/\.yaml$/),
          line: expect.any(Number),
          column: expect.any(Number),
        },
        pack: 'example',
      });
    }
  }
  expect(listing['facts']).toContainEqual(
    expect.objectContaining({
      id: 'supervisor',
      ask: { id: 'Dapatkah supervisor dihubungi?', en: 'Can your supervisor be reached?' },
    }),
  );
});

test('rules list names every piece once, by section, within the width', async () => {
  const pack = await examplePack(temporaryFolder());
  const { stdout } = await call(['rules', 'list', pack, '--lang', 'en'], { columns: 60 });
  expect(stdout).toMatch(/^safeguards \(2\)$/m);
  expect(stdout).toContain('  supervisor: Can your supervisor be reached?');
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(60);
});

test('rules show tells the pack on one page, with who reviewed it and what goes before what', async () => {
  const pack = await examplePack(temporaryFolder());
  const { stdout } = await call(['rules', 'show', '--pack', pack, '--lang', 'en']);
  expect(stdout).toContain('Reviewed: not-yet');
  expect(stdout).toContain('prefer: protect-from-violence');
  expect(stdout).toContain('over: keep-what-was-entrusted');
});

test('rules show spells a rule out: condition and source of the header of its file, one rule for each action', async () => {
  const pack = await examplePack(temporaryFolder());
  const { stdout } = await call(['rules', 'show', 'keep-what-was-entrusted', '--pack', pack, '--lang', 'en']);
  expect(stdout).toContain('must-not: report-violence-at-home');
  expect(stdout).toContain('must-not: tell-the-family');
  expect(stdout).toContain('when: all: [topic: a-secret, learned: from-the-client]');
  expect(stdout).toContain('source: uu-14-2019#42');
});

test('rules show tells what a pack on top changed, and why', async () => {
  const folder = temporaryFolder();
  await examplePack(folder);
  await writeFiles(`${folder}/ours`, {
    'pack.yaml': [
      'schema: timbang.pack/1\nid: ours\nversion: 1.0.0\ntitle:\n  id: Kami\n  en: Ours\nlanguages: [id, en]',
      'jurisdiction: ID\nplace:\n  id: Di sini\n  en: Here\nlicence: CC-BY-4.0\nreviewed: not-yet\nextends: ../example\n',
    ].join('\n'),
    'notes.yaml':
      'switched-off:\n  notes:\n    not-a-duty-to-call-the-police:\n      id: Ada di tempat lain.\n      en: It stands elsewhere.\n',
  });
  const { code, stdout, stderr } = await call(['rules', 'show', '--pack', `${folder}/ours`, '--lang', 'en']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Laid over: example 1.0.0');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'not-a-duty-to-call-the-police switched off by ours: It stands elsewhere.',
  );
});

test('a piece that is not there gets the nearest one', async () => {
  const pack = await examplePack(temporaryFolder());
  const result = await call(['rules', 'show', 'keep-a-recrod', '--pack', pack]);
  expect(result.code).toBe(64);
  expect(result.stderr).toContain('keep-a-record');
});

test('rules check tells every problem with its place, and the same codes in both languages', async () => {
  const pack = await examplePack(temporaryFolder());
  // It loads; what is proved of it (a question that changes nothing) is a finding and no fault of a file.
  expect((await call(['rules', 'check', pack])).code).toBe(1);
  await rm(path.join(pack, 'topics.yaml'));
  const [id, en] = await Promise.all(
    ['id', 'en'].map((lang) => call(['rules', 'check', pack, '--lang', lang])),
  );
  expect(id).toMatchObject({ code: 65, stdout: '' });
  expect(id?.stderr).toMatch(/^\/.*\.yaml:\d+:\d+: E304/m);
  expect(id?.stderr).not.toBe(en?.stderr);
  expect(id?.stderr.match(/E\d{3}/g)).toEqual(en?.stderr.match(/E\d{3}/g));
});

test('rules check goes on after a pack that is broken', async () => {
  const pack = await examplePack(temporaryFolder());
  const result = await call(['rules', 'check', './nowhere', pack, '--lang', 'en']);
  expect(result.code).toBe(66);
  expect(result.stderr).toContain('E330');
  expect(result.stdout).toContain('example 1.0.0');
});

test.each(['case', 'scenario', 'pack', 'pack-file', 'assessment', 'decision', 'follow-up', 'amendment'])(
  'rules schema %s is a draft-07 schema',
  async (kind) => {
    const { code, stdout } = await call(['rules', 'schema', kind]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  },
);

test('with --pack the schema of a case knows the facts of that pack', async () => {
  const pack = await examplePack(temporaryFolder());
  const { stdout } = await call(['rules', 'schema', 'case', '--pack', pack]);
  expect(stdout).toContain('danger-to-client');
  expect(stdout).toContain('"serious"');
});
