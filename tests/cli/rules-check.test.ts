import { appendFile, writeFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/workplace.ts';
import { call, examplePack } from './call.ts';

interface Check {
  readonly schema: string;
  readonly pack: { readonly id: string };
  readonly looked: Readonly<Record<string, number>>;
  readonly proved: readonly string[];
  readonly findings: readonly {
    readonly kind: string;
    readonly fault: boolean;
    readonly about: readonly string[];
    readonly place: { readonly file: string; readonly line: number } | null;
    readonly witness: string | null;
  }[];
}

const FAILS =
  '  never-speak-of-the-family:\n    whenever: { topic: a-secret }\n    then: { verdict: { tell-the-family: silent } }\n';

/** Asks for something whichever topic is marked: the pack of the page leaves some dilemmas without an answer. */
const TALK = `
  talk-it-over:
    should: talk-it-over
    when: { topic: [violence-at-home, a-secret] }
    because:
      id: Berunding menolong.
      en: Talking helps.
    source: article#case-2
`;
const ACTION = `
actions:
  talk-it-over:
    text:
      id: Bicarakan dengan supervisor
      en: Talk it over with your supervisor
    kind: consult
    discloses: inside
    coerces: no
    phase: today
`;

async function wholePack(folder: string): Promise<string> {
  const pack = await examplePack(folder);
  await appendFile(`${pack}/principles/nonmaleficence.yaml`, TALK);
  await writeFile(`${pack}/more-actions.yaml`, ACTION);
  return pack;
}

let folder = '';
let pack = '';
beforeEach(async () => {
  folder = temporaryFolder();
  pack = await wholePack(folder);
});

test('a pack without a fault: what was proved, in both languages, and 0', async () => {
  const english = await call(['rules', 'check', pack, '--lang', 'en']);
  expect(english).toMatchObject({ code: 0, stderr: '' });
  expect(english.stdout).toContain('Properties proved: 4 of 4.');
  expect(english.stdout).toContain('a-plea-changes-no-duty');
  const indonesian = await call(['rules', 'check', pack, '--lang', 'id']);
  expect(indonesian).toMatchObject({ code: 0, stderr: '' });
  expect(indonesian.stdout).toContain('a-plea-changes-no-duty');
  expect(indonesian.stdout).not.toContain('Properties proved');
});

test('a property that fails: its place, the dilemma in words and as a case file, and 1', async () => {
  await appendFile(`${pack}/properties.yaml`, FAILS);
  const { code, stdout } = await call(['rules', 'check', pack, '--lang', 'en']);
  expect(code).toBe(1);
  expect(stdout).toContain('The property never-speak-of-the-family does not hold.');
  expect(stdout).toMatch(/properties\.yaml:\d+:\d+/);
  expect(stdout).toContain('As a case file:');
});

test('as JSON, with a witness that assess reads and that shows what is claimed', async () => {
  await appendFile(`${pack}/properties.yaml`, FAILS);
  const { code, stdout } = await call(['rules', 'check', pack, '--json']);
  expect(code).toBe(1);
  const [check] = JSON.parse(stdout) as readonly Check[];
  expect(check).toMatchObject({ schema: 'timbang.pack-check/1', pack: { id: 'example' } });
  expect(check?.proved).not.toContain('never-speak-of-the-family');
  const finding = check?.findings.find(({ kind }) => kind === 'property-fails');
  expect(finding).toMatchObject({ fault: true, about: ['never-speak-of-the-family'] });
  await writeFile(`${folder}/witness.yaml`, finding?.witness ?? '');
  const told = await call(['assess', '--pack', pack, `${folder}/witness.yaml`, '--json']);
  const { actions } = JSON.parse(told.stdout) as { actions: readonly { id: string; verdict: string }[] };
  expect(actions.find(({ id }) => id === 'tell-the-family')?.verdict ?? 'silent').not.toBe('silent');
});

test('a topic for which nothing is asked: 1', async () => {
  const { code, stdout } = await call([
    'rules',
    'check',
    await examplePack(`${folder}/bare`),
    '--lang',
    'en',
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('facts: { danger-to-client: none }');
});

test('a pack that cannot be loaded: 65, and no proof of it', async () => {
  await appendFile(`${pack}/properties.yaml`, '  of-nobody:\n    unmoved-by: no-such-fact\n');
  const { code, stdout, stderr } = await call(['rules', 'check', pack, '--lang', 'en']);
  expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
  expect(stderr).toMatch(/properties\.yaml:\d+:\d+: E\d{3}/);
});

test('of several packs, all are proved, and the highest code counts', async () => {
  const other = await wholePack(`${folder}/other`);
  await appendFile(`${other}/properties.yaml`, FAILS);
  const { code, stdout } = await call(['rules', 'check', pack, other, '--json']);
  expect(code).toBe(1);
  const checks = JSON.parse(stdout) as readonly Check[];
  expect(checks.map(({ findings }) => findings.some(({ fault }) => fault))).toEqual([false, true]);
});
