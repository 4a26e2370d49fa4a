import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FactId } from '../../src/model/ids.ts';
import type { Pack } from '../../src/model/pack.ts';
import { DERIVED_KINDS, type DerivedKind, deriveSchema } from '../../src/pack/derive-schema.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { blocksOfPage, type PageBlock, writePack } from './format-page.ts';
import { inFolder } from './sound.ts';

let pack: Pack;
let blocks: PageBlock[];
let validators: ReadonlyMap<DerivedKind, ValidateFunction>;

beforeAll(async () => {
  blocks = (await blocksOfPage()).filter(({ kind, name }) => kind === 'file' && name !== 'pack.yaml');
  const all = (await blocksOfPage()).filter(({ kind }) => kind === 'file');
  pack = await inFolder(async (folder) => {
    await writePack(folder, all);
    return loadPack('.', { project: folder, shipped: folder });
  });
  const ajv = new Ajv({ allowUnionTypes: true, allErrors: true });
  validators = new Map(DERIVED_KINDS.map((kind) => [kind, ajv.compile(deriveSchema(kind, pack, 'id'))]));
});

function faultsOf(kind: DerivedKind, yaml: string): string[] {
  const validate = validators.get(kind);
  validate?.(parse(yaml));
  return [...new Set((validate?.errors ?? []).map(({ instancePath }) => instancePath))];
}

test('the files of the page have the shape that is derived from them', () => {
  for (const { name, text } of blocks) expect([name, faultsOf('pack-file', text)]).toEqual([name, []]);
});

describe('a case file', () => {
  test('takes answers of the pack, numbers of bands and what is no answer', () => {
    const facts =
      'facts: { danger-to-client: serious, client-age: 15, supervisor: true, learned: { find-out: 2026-12-01 } }';
    expect(faultsOf('case', `topics: [a-secret]\ndecided: { write-it-down: do }\n${facts}`)).toEqual([]);
  });

  test.each([
    ['a fact', 'facts: { danger: serious }', '/facts'],
    ['an answer', 'facts: { danger-to-client: high }', '/facts/danger-to-client'],
    ['a number without bands', 'facts: { supervisor: 3 }', '/facts/supervisor'],
    ['a topic', 'topics: [secrets]\nfacts: {}', '/topics/0'],
    ['a screening question', 'screened: { a-secret: no }\nfacts: {}', '/screened'],
    ['an action', 'considering: [tell]\nfacts: {}', '/considering/0'],
  ])('does not take %s that the pack does not have', (_, yaml, at) => {
    expect(faultsOf('case', yaml)).toContain(at);
  });
});

describe('a pack file', () => {
  const rule = (lines: string): string =>
    `principle: justice\nrules:\n  a-rule:\n    ${lines}\n    because: { id: Alasan., en: A reason. }\n    source: article#case-2\n`;

  test.each([
    ['an action', rule('must: report-it'), '/rules/a-rule/must'],
    ['a group', rule('must-not: { group: tells }'), '/rules/a-rule/must-not/group'],
    [
      'a fact in a condition',
      rule('must: write-it-down\n    when: { danger: serious }'),
      '/rules/a-rule/when',
    ],
    ['a concept', rule('must: write-it-down\n    when: grave-danger'), '/rules/a-rule/when'],
    [
      'an edge of a band',
      rule('must: write-it-down\n    unless: { client-age: { below: 17 } }'),
      '/rules/a-rule/unless/client-age/below',
    ],
    ['a place of a source', rule('must: write-it-down').replace('case-2', 'case-3'), '/rules/a-rule/source'],
  ])('does not take %s that the pack does not have', (_, yaml, at) => {
    expect(faultsOf('pack-file', yaml)).toContain(at);
  });
});

test('a scenario expects of what is in the pack', () => {
  const scenario = (expected: string): string =>
    `schema: timbang.scenario/1\nfacts: { danger-to-client: serious }\nexpect: { ${expected} }\n`;
  expect(
    faultsOf('scenario', scenario('verdicts: { write-it-down: must }, escalates: [tell-the-supervisor]')),
  ).toEqual([]);
  expect(faultsOf('scenario', scenario('verdicts: { write-down: must }'))).toContain('/expect/verdicts');
  expect(faultsOf('scenario', scenario('escalates: [tell-the-boss]'))).toContain('/expect/escalates/0');
});

test('questions, what counts and each answer are told in the language asked for; each kind has a name of its own', () => {
  const schemas = new Map(DERIVED_KINDS.map((kind) => [kind, deriveSchema(kind, pack, 'id')]));
  expect([...schemas.values()].map(({ $id }) => $id)).toEqual([
    'example-case.schema.json',
    'example-scenario.schema.json',
    'example-pack-file.schema.json',
  ]);
  expect(JSON.stringify(schemas.get('case'))).toContain('Berapa usia klien?');
  const { definitions } = deriveSchema('case', pack, 'en') as {
    definitions: { 'known-facts': { properties: Record<string, { description: string; anyOf: unknown[] }> } };
  };
  const danger = definitions['known-facts'].properties['danger-to-client'];
  const fact = pack.facts.get('danger-to-client' as FactId);
  expect(danger?.description).toContain(fact?.ask['en']);
  expect(danger?.anyOf).toContainEqual({
    const: 'serious',
    description: fact?.answers.find(({ id }) => id === 'serious')?.text['en'],
  });
});
