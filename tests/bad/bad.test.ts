import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { KINDS } from '../../src/document/kind.ts';
import { openDocument } from '../../src/document/open.ts';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { readCase } from '../../src/pack/read-case.ts';
import { CODES } from '../../src/problems/codes.ts';
import { InputError } from '../../src/problems/input-error.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { scenarioOf } from '../../src/scenarios/read-scenario.ts';
import { catalogue } from '../../src/text/catalogue.ts';

/*
 * Every broken file here is opened, and what is found is compared with `NAME.expected` beside it, a line for each
 * problem: `line:column code`, in a pack `file:line:column code`.
 *
 * `E102-duplicate-key.case.yaml` is opened as the kind before its ending; a folder is loaded as a pack; a case or
 * scenario of E5xx is read against the sound pack of tests/support, along the path that a first line `# path:` names; a
 * scenario without such a line, with its tests.
 */

const BAD = import.meta.dirname;
const SUPPORT = path.join(BAD, '..', 'support', 'packs');

interface Fixture {
  readonly name: string;
  readonly file: string;
  readonly code: string;
}

const fixtures: readonly Fixture[] = readdirSync(BAD)
  .filter((file) => /^E\d{3}-/.test(file) && !file.endsWith('.expected'))
  .map((file) => ({ name: file.replace(/\..*$/, ''), file, code: file.slice(0, 4) }));

let sound: Pack;

beforeAll(async () => {
  sound = await loadPack('./sound', { project: SUPPORT, shipped: SUPPORT });
});

async function problemsIn({ file, code }: Fixture): Promise<readonly Problem[]> {
  const kind = KINDS.find((one) => file.includes(`.${one}.`));
  if (!kind) return problemsOfPack(path.join(BAD, file));
  const text = readFileSync(path.join(BAD, file), 'utf8');
  if (!code.startsWith('E5')) return openDocument({ file, text, kind }).problems;
  const way = /^# path: (.*)$/m.exec(text)?.[1];
  if (kind === 'scenario' && way === undefined) return problemsOfScenario({ file, text });
  return readCase({ file, text }, sound, way === undefined ? {} : { path: way }).problems;
}

function problemsOfScenario({ file, text }: { readonly file: string; readonly text: string }): readonly Problem[] {
  const { value, problems } = openDocument({ file, text, kind: 'scenario' });
  const found: Problem[] = [...problems];
  if (value) scenarioOf(value, sound, { file, report: (problem) => found.push(problem) });
  return found;
}

async function problemsOfPack(folder: string): Promise<readonly Problem[]> {
  try {
    await loadPack('.', { project: folder, shipped: folder });
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** `line:column code`, with the file where a pack has several. */
function lineOf({ code, place }: Problem, { file }: Fixture): string {
  if (!place) return code;
  const where = place.file === file ? '' : `${place.file}:`;
  return `${where}${place.line}:${place.column} ${code}`;
}

function expectedOf({ name }: Fixture): string {
  const file = path.join(BAD, `${name}.expected`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test.each(fixtures)('$file', async (fixture) => {
  const problems = await problemsIn(fixture);
  const found = problems.map((problem) => lineOf(problem, fixture));
  expect(found).toEqual(expectedOf(fixture).split('\n').filter(Boolean));
  expect(problems.map(({ code }) => code)).toContain(fixture.code);
});

test('a place marks what was seen', async () => {
  for (const fixture of fixtures.filter(({ file }) => KINDS.some((kind) => file.includes(`.${kind}.`)))) {
    const lines = readFileSync(path.join(BAD, fixture.file), 'utf8').split('\n');
    for (const { place, code } of await problemsIn(fixture)) {
      const line = lines[(place?.line ?? 0) - 1]?.replace(/\r$/, '');
      expect(place?.excerpt, `${fixture.file} ${code}`).toBe(line);
      expect((place?.column ?? 0) - 1 + (place?.length ?? 0), `${fixture.file} ${code}`).toBeLessThanOrEqual(
        Math.max(place?.column ?? 0, line?.length ?? 0),
      );
    }
  }
});

describe('every code', () => {
  const { files, records, scenarios, use, ...inFiles } = CODES;
  const shown = new Set(fixtures.flatMap((fixture) => expectedOf(fixture).match(/E\d{3}/g) ?? []));

  test('of a file that people write has a broken file that shows it', () => {
    expect(Object.values(inFiles).flatMap((codes) => codes.filter((code) => !shown.has(code)))).toEqual([]);
  });

  test('of files and places is made to happen in tests/files', () => {
    const folder = path.join(BAD, '..', 'files');
    const tests = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    expect(files.filter((code) => !tests.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });

  test('of records is made to happen in tests/records or tests/export', () => {
    const tests = ['records', 'export'].flatMap((room) => {
      const folder = path.join(BAD, '..', room);
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(path.join(folder, file), 'utf8'));
    });
    expect(records.filter((code) => !tests.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });

  test('of scenarios is made to happen in tests/scenarios', () => {
    const folder = path.join(BAD, '..', 'scenarios');
    const tests = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'));
    expect(scenarios.filter((code) => !tests.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });

  test.each(['id', 'en'] as const)('has its words (%s)', (lang) => {
    const keys = new Set(Object.keys(catalogue[lang]));
    const codes = [...Object.values(inFiles).flat(), ...files, ...records, ...scenarios, ...use];
    const wanted = codes.flatMap((code) => ['', '.hint', '.help'].map((part) => `problem.${code}${part}`));
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });
});
