import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessment } from '../../src/document/generated/validators.js';
import { openDocument } from '../../src/document/open.ts';
import { assess, compile } from '../../src/engine/assess.ts';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { readCase } from '../../src/pack/read-case.ts';
import { CODES } from '../../src/problems/codes.ts';
import { report } from '../../src/render/report.ts';
import { ROOT, readProject } from '../support/workplace.ts';

type Schema = Readonly<Record<string, unknown>>;

const FILES = readdirSync(path.join(ROOT, 'schemas')).filter((file) => file.endsWith('.schema.json'));
const schemas: readonly (readonly [file: string, schema: Schema])[] = FILES.map((file) => [
  file,
  JSON.parse(readProject(`schemas/${file}`)) as Schema,
]);

const ONE = ['additionalProperties', 'propertyNames', 'items', 'not', 'if', 'then', 'else'];
const MANY = ['properties', 'definitions', 'oneOf', 'anyOf', 'allOf'];

/** A schema and every schema inside it, with the way to each. */
function partsOf(part: unknown, way = ''): (readonly [way: string, part: Schema])[] {
  if (typeof part !== 'object' || part === null) return [];
  const schema = part as Schema;
  const many = MANY.flatMap((name) =>
    Object.entries(schema[name] ?? {}).map(
      ([key, value]) => [name === 'properties' ? `${way}#${key}` : `${way}/${name}/${key}`, value] as const,
    ),
  );
  const one = ONE.map((name) => [`${way}/${name}`, schema[name]] as const);
  return [[way, schema], ...[...many, ...one].flatMap(([below, value]) => partsOf(value, below))];
}

/** The words of a keyword that is a text; none where it is left out. */
function wordsUnder(part: Schema, keyword: string): string[] {
  const text = part[keyword];
  return typeof text === 'string' ? text.split(' ') : [];
}

function definitionsOf(schema: Schema): Readonly<Record<string, Schema>> {
  return (schema['definitions'] ?? {}) as Readonly<Record<string, Schema>>;
}

test('there is one for every kind of file and for an assessment', () => {
  expect(FILES.toSorted()).toEqual([
    'amendment.schema.json',
    'assessment.schema.json',
    'case.schema.json',
    'decision.schema.json',
    'follow-up.schema.json',
    'impact.schema.json',
    'mutation.schema.json',
    'pack-diff.schema.json',
    'pack-file.schema.json',
    'pack.schema.json',
    'scenario.schema.json',
    'session.schema.json',
  ]);
});

describe.each(schemas)('%s', (_, schema) => {
  test('stands alone: an editor needs no other file, and no other rules than draft-07', () => {
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('has a title, a description, and says what every key is for', () => {
    expect([typeof schema['title'], typeof schema['description']]).toEqual(['string', 'string']);
    // What the program prints is described by its names and by docs; people write the others.
    if (schema['title'] === 'timbang: an assessment') return;
    const definitions = definitionsOf(schema);
    const silent = partsOf(schema).filter(([way, part]) => {
      if (!/#[^/#]+$/.test(way) || /\/if[/#]/.test(way)) return false;
      const name = wordsUnder(part, '$ref')[0]?.replace('#/definitions/', '') ?? '';
      return part['description'] === undefined && definitions[name]?.['description'] === undefined;
    });
    expect(silent.map(([way]) => way)).toEqual([]);
  });

  test('requires only keys that it knows', () => {
    const strange = partsOf(schema).flatMap(([way, part]) => {
      const owner = way.replace(/\/(?:oneOf\/\d+|then|else|then\/oneOf\/\d+)$/, '');
      const known = (partsOf(schema).find(([other]) => other === owner)?.[1]['properties'] ?? {}) as Schema;
      return ((part['required'] ?? []) as readonly string[])
        .filter((key) => !(key in known) && !(key in ((part['properties'] ?? {}) as Schema)))
        .map((key) => `${way}: ${key}`);
    });
    expect(strange).toEqual([]);
  });

  test('tells faults under codes that there are', () => {
    const comments = partsOf(schema).flatMap(([, part]) => wordsUnder(part, '$comment'));
    const codes = comments.map((comment) => comment.split('=')[1] ?? '');
    expect(codes.filter((code) => !CODES.shape.some((one) => one === code))).toEqual([]);
  });

  test('takes no longer on a long text: its patterns never go back', () => {
    const patterns = partsOf(schema).flatMap(([, part]) =>
      typeof part['pattern'] === 'string' ? [part['pattern']] : [],
    );
    for (const pattern of new Set(patterns)) {
      const compiled = new RegExp(pattern, 'u');
      for (const unit of ['a', 'a-', '1.', '#', 'P1', ' ', '-']) {
        const start = performance.now();
        compiled.test(`${unit.repeat(50_000)}!`);
        expect(performance.now() - start, pattern).toBeLessThan(500);
      }
    }
  });
});

test('what two schemas have in common is the same in both', () => {
  const seen = new Map<string, Schema>();
  for (const [, schema] of schemas) {
    for (const [name, definition] of Object.entries(definitionsOf(schema))) {
      expect(definition, name).toEqual(seen.get(name) ?? definition);
      seen.set(name, definition);
    }
  }
  expect(seen.size).toBeGreaterThan(30);
});

describe('a scenario', () => {
  test.each(['flat.yaml', 'staged.yaml'])('may say all that %s says', (file) => {
    const text = readProject(`tests/document/scenarios/${file}`);
    expect(openDocument({ file, text, kind: 'scenario' }).problems).toEqual([]);
  });
});

describe('an assessment', () => {
  const folder = path.join(ROOT, 'tests', 'support', 'packs');
  let pack: Pack;

  beforeAll(async () => {
    pack = await loadPack('./sound', { project: folder, shipped: folder });
  });

  test.each([
    'facts: {}',
    'topics: []\nfacts: {}',
    'topics: [danger]\nfacts: { harm: serious, consent: no, plea: yes, age: 15 }',
    'topics: [danger]\nfacts: { harm: unknown, consent: withheld, age: 40 }',
    'facts: { harm: { find-out: 2026-12-01 } }\nscreened: { danger: yes }\nconsidering: [wait]',
    'topics: [danger]\nfacts: { harm: none, consent: yes }\ndecided: { report: do-not, wait: do }',
  ])('of %j has the shape that is published', (text) => {
    const { caseFile, problems } = readCase({ file: 'case.yaml', text }, pack);
    expect(problems).toEqual([]);
    if (!caseFile) return;
    const told = report({
      assessment: assess(compile(pack), caseFile),
      pack,
      lang: 'id',
      toolVersion: '0.1.0',
    });
    assessment(JSON.parse(JSON.stringify(told)));
    expect(assessment.errors).toBeNull();
  });

  test('with a field that nobody published has not', () => {
    expect(assessment({ schema: 'timbang.assessment/1', more: 1 })).toBe(false);
  });
});
