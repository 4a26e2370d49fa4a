// Makes dist/ out of src/: what `bin/timbang.js` runs. `npm ci` calls it, so that a fresh clone works at once.
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { linkParts } from './link.mjs';
import { builtPacks } from './packs.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');

const messages = path.join(root, 'src', 'text', 'messages');
/** A folder of messages is a language: another one is added by dropping its folder in. The default comes first. */
const LANGUAGES = readdirSync(messages).toSorted((a, b) => Number(b === 'id') - Number(a === 'id'));

/** The faces of documents; they go with the program, since a document has to carry its letters. */
const FONT_FOLDER = 'node_modules/dejavu-fonts-ttf/ttf';
const FONTS = { regular: 'DejaVuSans', bold: 'DejaVuSans-Bold' };

const WIDTH = 'width-of-plain-text';

/** Modules that cost a start more than they give, and what stands for them. */
const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    // commander asks for it to run commands that are programs of their own, which ours never are.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('node_modules/commander/') ? { path: 'child-process', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
    // Most text is of signs that take one cell each; the package that knows the others is read when one of them comes.
    onResolve({ filter: /^string-width$/ }, ({ importer, resolveDir }) =>
      importer === '' || importer === WIDTH
        ? undefined
        : { path: WIDTH, namespace: 'width', pluginData: resolveDir },
    );
    onLoad({ filter: /.*/, namespace: 'width' }, ({ pluginData: resolveDir }) => ({
      contents: `import cells from 'string-width';
        export default (text, options) => (/^[ -~]*$/.test(text) ? text.length : cells(text, options));`,
      resolveDir,
    }));
    // The level of colour is always given to chalk, which need not look at the terminal.
    onLoad({ filter: /chalk.source.vendor.supports-color.index\.js$/ }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
    // Each language is a file of its own, which is read when it is spoken.
    onLoad({ filter: /src.text.catalogue\.ts$/ }, () => ({
      contents: `export const catalogue = {
        ${LANGUAGES.map((lang) => `get ${lang}() { return require('./messages.${lang}.json'); }`).join(',\n')}
      };`,
    }));
    // The schema of a case is small, that of a pack is not, and few commands need it.
    onLoad({ filter: /generated.validators\.js$/ }, () => ({ contents: validatorsOnUse() }));
    onResolve({ filter: /^\.\/validators-.*\.js$/ }, ({ path: file }) => ({ path: file, external: true }));
    onResolve({ filter: /^\.\/messages\..*\.json$/ }, ({ path: file }) => ({ path: file, external: true }));
  },
};

/** Validators by the file of dist that holds them; those that share nearly all their code are kept together. */
const VALIDATORS = {
  'validators-case': ['caseFile'],
  'validators-scenario': ['scenario', 'session'],
  'validators-pack': ['pack', 'packFile'],
  'validators-record': ['decision', 'assessment', 'followUp', 'amendment'],
};

function validatorsOnUse() {
  const lines = Object.entries(VALIDATORS).flatMap(([file, names]) =>
    names.map(
      (name) => `export function ${name}(data) {
        const { ${name}: validate } = require('./${file}.js');
        const holds = validate(data);
        ${name}.errors = validate.errors;
        return holds;
      }`,
    ),
  );
  return lines.join('\n');
}

async function validatorFiles() {
  const built = Object.entries(VALIDATORS).map(async ([file, names]) => {
    const contents = `export { ${names.join(', ')} } from './validators.js';`;
    const resolveDir = path.join(root, 'src', 'document', 'generated');
    const { outputFiles } = await build({
      stdin: { contents, resolveDir },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      minifySyntax: true,
      minifyWhitespace: true,
      write: false,
      logLevel: 'silent',
    });
    return { name: `${file}.js`, contents: Buffer.from(outputFiles[0].contents) };
  });
  return Promise.all(built);
}

async function messagesOf(lang) {
  const folder = path.join(messages, lang);
  const files = (await readdir(folder)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return Object.assign({}, ...texts.map((text) => JSON.parse(text)));
}

/** Compiles the schemas to code, so that no schema is compiled when the program starts. */
export async function buildValidators() {
  if (!existsSync(path.join(root, 'scripts', 'validators.mjs'))) return;
  const validators = await import('./validators.mjs');
  await validators.buildValidators();
}

/** Bundles src/cli/main.ts with the packages it needs; what a command imports on use becomes a file of its own. */
export async function buildProgram() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/cli/main.ts', 'part-width': 'string-width' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'part-[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    plugins: [lighter],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const parts = result.outputFiles.map(({ path: file, text }) => [path.basename(file), text]);
  const files = await linkParts(parts, result.metafile);
  files.push(...(await validatorFiles()));
  for (const lang of LANGUAGES) {
    const text = JSON.stringify(await messagesOf(lang));
    files.push({ name: `messages.${lang}.json`, contents: Buffer.from(text) });
  }
  // The package is one of modules; what is made here is not.
  files.push({ name: 'package.json', contents: Buffer.from('{ "type": "commonjs" }\n') });
  files.push({ name: 'LICENSES.txt', contents: Buffer.from(await licencesOf(result.metafile)) });
  files.push(...(await builtPacks()));
  for (const [name, font] of Object.entries(FONTS))
    files.push({
      name: `fonts/${name}.ttf`,
      contents: await readFile(path.join(root, FONT_FOLDER, `${font}.ttf`)),
    });
  await writeDist(files);
}

/** Writes what differs, the entry last, then removes what is no longer part of it: a program that runs is not torn. */
async function writeDist(files) {
  const entryLast = files.toSorted((a, b) => Number(a.name === 'main.js') - Number(b.name === 'main.js'));
  for (const { name, contents } of entryLast) {
    const file = path.join(dist, name);
    await mkdir(path.dirname(file), { recursive: true });
    const old = await readFile(file).catch(() => undefined);
    if (old && Buffer.compare(old, contents) === 0) continue;
    const draft = `${file}.${process.pid}.tmp`;
    await writeFile(draft, contents);
    await rename(draft, file);
  }
  const kept = new Set(files.map(({ name }) => name));
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const name = path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (entry.isFile() && !kept.has(name) && !name.endsWith('.tmp'))
      await rm(path.join(dist, name), { force: true });
  }
}

/** The licences of the packages inside the bundle, as they ask to be passed on. */
async function licencesOf(metafile) {
  const folders = new Set([path.dirname(FONT_FOLDER)]);
  for (const input of Object.keys(metafile.inputs)) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
  const texts = [];
  for (const folder of Array.from(folders, String).toSorted()) {
    const about = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
    const name = (await readdir(path.join(root, folder))).find((file) => /^licen[cs]e(\.|$)/i.test(file));
    const text = name ? await readFile(path.join(root, folder, name), 'utf8') : `Licence: ${about.license}\n`;
    texts.push(`${about.name} ${about.version}\n\n${text.trim()}\n`);
  }
  return texts.join(`\n${'-'.repeat(78)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildValidators();
  await buildProgram();
}
