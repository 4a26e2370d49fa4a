import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assess, type CompiledPack, compile } from '../../src/engine/assess.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Report } from '../../src/model/report.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { readCase } from '../../src/pack/read-case.ts';
import { report } from '../../src/render/report.ts';
import { ROOT } from './workplace.ts';

let indonesia: Promise<CompiledPack> | undefined;

/** The pack for Indonesia as it is shipped, read once for all tests. */
export function packForIndonesia(): Promise<CompiledPack> {
  indonesia ??= loadPack('indonesia', { project: ROOT, shipped: path.join(ROOT, 'rules') }).then(compile);
  return indonesia;
}

const weighed = new Map<string, Assessment>();

/** Weighs a scenario of a shipped pack, named from the folder `rules`, and tells it in one language. */
export async function reportOn(scenario: string, lang: string): Promise<Report> {
  const compiled = await packForIndonesia();
  const assessment = weighed.get(scenario) ?? weigh(scenario, compiled);
  weighed.set(scenario, assessment);
  // Version and digest change with every word of the pack; what is printed of the rest is looked at.
  const pack = { ...compiled.pack, version: '0.0.0', digest: `sha256-${'0'.repeat(64)}` };
  return report({ assessment, pack, lang, toolVersion: '0.0.0' });
}

function weigh(scenario: string, compiled: CompiledPack): Assessment {
  const file = path.join(ROOT, 'rules', scenario);
  const { caseFile, problems } = readCase(
    { file: scenario, text: readFileSync(file, 'utf8') },
    compiled.pack,
  );
  if (!caseFile) throw new Error(problems.map(({ code, saw }) => `${code}: ${saw}`).join('\n'));
  return assess(compiled, caseFile);
}
