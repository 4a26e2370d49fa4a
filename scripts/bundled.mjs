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
