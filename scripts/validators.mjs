// Compiles schemas/*.schema.json to src/document/generated/validators.js, so that the program neither compiles a
// schema when it starts nor carries the compiler.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, 'src', 'document', 'generated', 'validators.js');

/** Names of the exported functions, and the schemas that they check. */
const SCHEMAS = {
  pack: 'pack',
  packFile: 'pack-file',
  caseFile: 'case',
  scenario: 'scenario',
  session: 'session',
  assessment: 'assessment',
  decision: 'decision',
  followUp: 'follow-up',
  amendment: 'amendment',
};

/** Writes the validators, if they differ from those that are there. */
export async function buildValidators() {
  const code = await compile();
  const old = await readFile(target, 'utf8').catch(() => undefined);
  if (old === code) return;
  await mkdir(path.dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.tmp`;
  await writeFile(draft, code);
  await rename(draft, target);
}

async function compile() {
  const ajv = new Ajv({
    strict: true,
    // It does not see that the branches of a `oneOf` speak of the properties beside it; tests/document does.
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    // The words are ours.
    messages: false,
    // One function for each definition, instead of a copy wherever it is used.
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  });
  // Each schema stands alone for editors; here what they have in common is compiled once.
  const definitions = {};
  const ids = {};
  for (const [name, file] of Object.entries(SCHEMAS)) {
    const text = await readFile(path.join(root, 'schemas', `${file}.schema.json`), 'utf8');
    const { $schema: _, $id: __, definitions: own, ...schema } = JSON.parse(text);
    Object.assign(definitions, own, { [`kind-${file}`]: schema });
    ids[name] = `all#/definitions/kind-${file}`;
  }
  ajv.addSchema({ $id: 'all', definitions });
  // Helpers of ajv are CommonJS; bundled in, the file stands alone.
  const { outputFiles } = await build({
    stdin: { contents: standaloneCode.default(ajv, ids), resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2023',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildValidators();
