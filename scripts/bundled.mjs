// Runs TypeScript of this house from a script: bundled in memory, so that nothing is left on disk.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What a module exports; `contents` is its text, whose imports start at the root of the project. */
export async function bundled(contents) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
    logLevel: 'silent',
  });
  const made = { exports: {} };
  compileFunction(outputFiles[0].text, ['module', 'require'])(made, createRequire(import.meta.url));
  return made.exports;
}

/**
 * Makes one file out of an entry and all that it imports, so that a child process can run it.
 *
 * @returns its path in the folder
 */
export async function bundledFile(entry, folder) {
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  return outfile;
}
