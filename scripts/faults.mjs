// `npm run faults`: bundles the faults of tests/records/faults and the writer that they stop, and runs them at full size.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { bundledFile } from './bundled.mjs';

const folder = await mkdtemp(path.join(tmpdir(), 'timbang-faults-program-'));

const faultsFile = (name) => bundledFile(`tests/records/faults/${name}.ts`, folder);
const [writer, main] = [await faultsFile('writer-child'), await faultsFile('main')];
const { status } = spawnSync(process.execPath, [main, '--writer', writer, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
await rm(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
