// `npm run faults`: bundles the faults of tests/records/faults and the writer that they stop, and runs them at full size.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);
const folder = await mkdtemp(path.join(tmpdir(), 'timbang-faults-program-'));

async function bundle(name) {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`tests/records/faults/${name}.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return outfile;
}

const [writer, main] = [await bundle('writer-child'), await bundle('main')];
const { status } = spawnSync(process.execPath, [main, '--writer', writer, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
await rm(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
