import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionId, ContactId, FactId, RuleId } from '../../src/model/ids.ts';
import { listPacks } from '../../src/pack/list-packs.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { writePack } from './format-page.ts';
import { header, inFolder, loadOver, problemsOf, SOUND } from './sound.ts';

describe('where a pack is found', () => {
  test('an id is looked up in timbang.yaml, then in the data folder, then among the shipped packs', async () => {
    await inFolder(async (folder) => {
      const where = {
        project: join(folder, 'project'),
        user: join(folder, 'user'),
        shipped: join(folder, 'shipped'),
      };
      await cp(SOUND, join(where.shipped, 'sound'), { recursive: true });
      await writePack(join(where.shipped, 'agency'), [
        { name: 'pack.yaml', text: header('shipped', 'extends: sound\n') },
      ]);
      expect((await loadPack('agency', where)).id).toBe('shipped');
      await writePack(join(where.user, 'agency'), [
        { name: 'pack.yaml', text: header('users', 'extends: sound\n') },
      ]);
      expect((await loadPack('agency', where)).id).toBe('users');
      await writePack(where.project, [
        { name: 'timbang.yaml', text: 'packs:\n  agency: ./rules/ours\n' },
        { name: 'rules/ours/pack.yaml', text: header('projects', 'extends: sound\n') },
      ]);
      expect((await loadPack('agency', where)).id).toBe('projects');
      expect((await listPacks(where)).map(({ id, folder: shown }) => [id, shown])).toEqual([
        ['projects', 'rules/ours'],
        ['sound', `${where.shipped}/sound`],
      ]);
    });
  });

  test('a word that is no id may be a folder', async () => {
    await inFolder(async (folder) => {
      await cp(SOUND, join(folder, 'ours'), { recursive: true });
      expect((await loadPack('ours', { project: folder, shipped: join(folder, 'none') })).id).toBe('sound');
    });
  });

  test('what is nowhere is told without a place', async () => {
    expect(await problemsOf(loadPack('nowhere', { project: SOUND, shipped: SOUND }))).toEqual([
      { code: 'E330', saw: 'nowhere' },
    ]);
  });

  test('a slip of the fingers finds the pack that was meant', async () => {
    await inFolder(async (folder) => {
      await cp(SOUND, join(folder, 'indonesia'), { recursive: true });
      const where = { project: join(folder, 'none'), shipped: folder };
      expect(await problemsOf(loadPack('indonesa', where))).toEqual([
        { code: 'E330', saw: 'indonesa', nearest: 'indonesia' },
      ]);
    });
  });
});

describe('what a shorthand becomes', () => {
  test('a group of one keeps the name, several actions are rules of their own', async () => {
    const pack = await loadOver({
      'rules.yaml': `principle: justice
for-all:
  when: { topic: danger }
  source: text#one
rules:
  ask-and-explain:
    should: [ask-consent, explain]
    when: serious-harm
    because:
      id: Alasan.
      en: A reason.
`,
    });
    expect(pack.rules.get('keep-secret' as RuleId)?.group).toBe('telling');
    const spread = pack.rules.get('ask-and-explain/explain' as RuleId);
    expect(spread).toMatchObject({
      name: 'ask-and-explain',
      principle: 'justice',
      action: 'explain',
      source: { source: 'text', place: 'one' },
      when: {
        kind: 'all',
        of: [
          { kind: 'topic', topic: 'danger' },
          { kind: 'concept', concept: 'serious-harm' },
        ],
      },
    });
  });

  test('an exclusion holds both ways, whichever side says it', async () => {
    const pack = await loadOver({});
    expect(pack.actions.get('report' as ActionId)?.excludes).toEqual(['wait']);
    expect(pack.actions.get('wait' as ActionId)?.excludes).toEqual(['report']);
  });

  test('bands are half-open and begin at nothing', async () => {
    const pack = await loadOver({});
    expect(pack.facts.get('age' as FactId)?.answers.map(({ id, band }) => [id, band])).toEqual([
      ['child', { from: 0, below: 18 }],
      ['adult', { from: 18, below: Number.POSITIVE_INFINITY }],
    ]);
  });

  test('a comparison becomes the bands that it covers', async () => {
    const pack = await loadOver({ 'concepts.yaml': 'concepts:\n  grown-up: { age: { at-least: 18 } }\n' });
    expect([...pack.concepts.values()].find(({ id }) => id === 'grown-up')?.when).toEqual({
      kind: 'fact',
      fact: 'age',
      answers: ['adult'],
    });
  });

  test('a contact is checked again after the time of the pack that wrote it', async () => {
    const contact = `contacts:
  ours:
    text:
      id: Kantor
      en: Office
    checked: 2026-11-15
    source: A list
`;
    const pack = await loadOver({ 'contacts.yaml': contact }, 'recheck-after: P1Y2M\n');
    expect(pack.contacts.get('ours' as ContactId)?.checkAgain).toBe('2028-01');
    expect(pack.contacts.get('line' as ContactId)?.checkAgain).toBe('2026-07');
  });
});

describe('layers', () => {
  test('a principle is stated anew after it was switched off with a reason', async () => {
    const pack = await loadOver({
      'off.yaml': `switched-off:
  principles:
    justice:
      id: Kami menyebutnya lain.
      en: We say it differently.
`,
      'justice.yaml': `principle: justice
name:
  id: Keadilan sosial
  en: Social justice
statement:
  id: Adil kepada semua.
  en: Be fair to all.
sources: [text#one]
`,
    });
    expect([...pack.principles.values()].find(({ id }) => id === 'justice')?.name.en).toBe('Social justice');
    expect(pack.changes.map(({ how, id }) => [how, id])).toEqual([['switched-off', 'justice']]);
  });

  test('every problem of a round is told, in the order of files and places', async () => {
    const found = await problemsOf(
      loadOver({
        'b.yaml': 'concepts:\n  one: { harn: serious }\n  two: serious-harms\n',
        'a.yaml': 'concepts:\n  three: { topic: mony }\n',
      }),
    );
    expect(found.map(({ code, place, nearest }) => [code, place?.file, place?.line, nearest])).toEqual([
      ['E304', 'a.yaml', 2, 'money'],
      ['E301', 'b.yaml', 2, 'harm'],
      ['E303', 'b.yaml', 3, 'serious-harm'],
    ]);
  });

  test('what cannot be read is told without what would follow from it', async () => {
    const found = await problemsOf(
      loadOver({ 'a.yaml': 'concepts: [', 'b.yaml': 'concepts:\n  one: nowhere\n' }),
    );
    expect(new Set(found.map(({ place }) => place?.file))).toEqual(new Set(['a.yaml']));
  });
});

describe('what is absolute', () => {
  const ABSOLUTE = `principle: nonmaleficence
rules:
  never-tell-of-a-child:
    must-not: { group: telling }
    when: { all: [{ harm: none }, { age: child }] }
    absolute: yes
    because:
      id: Alasan.
      en: A reason.
    source: text#one
`;
  const REPLACES = 'replaces: { id: Alasan., en: A reason. }';

  async function codesOver(file: string): Promise<string[]> {
    return inFolder(async (folder) => {
      await writePack(join(folder, 'below'), [
        { name: 'pack.yaml', text: header('below', `extends: ${SOUND}\n`) },
        { name: 'rules.yaml', text: ABSOLUTE },
      ]);
      await writePack(join(folder, 'above'), [
        { name: 'pack.yaml', text: header('above', 'extends: ../below\n') },
        { name: 'over.yaml', text: file },
      ]);
      const where = { project: folder, shipped: join(folder, 'none') };
      return (await problemsOf(loadPack('./above', where))).map(({ code }) => code);
    });
  }

  const harm = (answers: string): string => `stage: people
facts:
  harm:
    ${REPLACES}
    topic: danger
    ask: { id: Beratkah?, en: Is it serious? }
    answers:
      none: { id: Tidak ada, en: Nothing }
${answers}`;
  const serious = '      serious: { id: Serius, en: Serious }\n';

  test.each([
    { name: 'other words of a fact leave it as it is', file: harm(serious), codes: [] },
    {
      name: 'another answer of a fact does not',
      file: harm(`${serious}      slight: { id: Ringan, en: Slight }\n`),
      codes: ['E422'],
    },
    {
      name: 'nor does a condition under which the fact is asked',
      file: harm(`${serious}    asked-when: { consent: no }\n`),
      codes: ['E422'],
    },
    {
      name: 'nor an action that leaves its group',
      file: `actions:
  report:
    ${REPLACES}
    text: { id: Laporkan, en: Report }
    kind: tell
    phase: today
    excludes: [wait]
  tell-the-press:
    text: { id: Ceritakan kepada pers, en: Tell the press }
    kind: tell
    groups: [telling]
    phase: later
  post-it:
    text: { id: Unggah, en: Post it }
    kind: tell
    groups: [telling]
    phase: later
switched-off:
  priorities:
    safety-first: { id: Alasan., en: A reason. }
`,
      codes: ['E422'],
    },
  ])('$name', async ({ file, codes }) => {
    expect(await codesOver(file)).toEqual(codes);
  });
});

describe('the digest', () => {
  test('follows the bytes of the files and not where they stand', async () => {
    const [here, there, changed] = await inFolder(async (folder) => {
      await cp(SOUND, join(folder, 'a'), { recursive: true });
      await cp(SOUND, join(folder, 'deeper', 'b'), { recursive: true });
      const where = { project: folder, shipped: join(folder, 'none') };
      const digests = [(await loadPack('./a', where)).digest, (await loadPack('./deeper/b', where)).digest];
      const file = join(folder, 'a', 'topics.yaml');
      await writeFile(file, `${await readFile(file, 'utf8')}# a comment\n`);
      return [...digests, (await loadPack('./a', where)).digest];
    });
    expect(here).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(there).toBe(here);
    expect(changed).not.toBe(here);
  });
});
