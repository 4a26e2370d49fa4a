import { impactOn } from '../../analysis/impact.ts';
import { compile } from '../../engine/assess.ts';
import { readTextFile } from '../../files/read.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { Pack } from '../../model/pack.ts';
import { readCase } from '../../pack/read-case.ts';
import { InputError } from '../../problems/input-error.ts';
import { type FileImpact, impactDoc, impactJson } from '../../render/impact.ts';
import { findScenarios } from '../../scenarios/find-scenarios.ts';
import { EXIT } from '../exit-codes.ts';
import { deliver } from '../out.ts';
import { progressOf } from '../record/progress.ts';
import type { ReportFormat } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import type { CompareOptions } from './compare-options.ts';
import { loadBoth } from './compared.ts';
import { caseOfDecision } from './decision-case.ts';
import { printed } from './print-doc.ts';

/** Weighs past dilemmas by two packs and tells which are decided otherwise; a bad file does not stop the others. */
export async function tellImpact(
  shell: Shell,
  {
    first,
    second,
    files,
  }: { readonly first: string; readonly second: string; readonly files: readonly string[] },
  { format, out, exitOn }: CompareOptions & { readonly format: ReportFormat },
): Promise<void> {
  const both = await loadBoth(shell, { first, second });
  const [before, after] = [compile(both.first.pack), compile(both.second.pack)];
  const found = (await shell.each(files, (file) => findScenarios([file], shell.host.cwd))).flat();
  const progress = progressOf(shell);
  const impacts = await shell.each([...found.entries()], async ([done, file]): Promise<FileImpact> => {
    progress(done, found.length);
    return { file, impact: impactOn(await dilemmaIn(file, both.first.pack), before, after) };
  });
  const telling = { ...both, say: shell.say, lang: shell.lang };
  const text = printed(shell, format, {
    doc: () => impactDoc(impacts, telling),
    json: () => impactJson(impacts, telling),
  });
  await deliver(shell, text, out);
  if (exitOn === 'differs' && impacts.some(({ impact }) => impact.changed)) shell.raise(EXIT.found);
}

/** The dilemma of a case file, a scenario or a decision saved as JSON, as the first pack reads it. */
async function dilemmaIn(file: string, pack: Pack): Promise<CaseFile> {
  const text = await readTextFile(file);
  const { caseFile, problems } = readCase({ file, text: caseOfDecision(text, pack) ?? text }, pack);
  if (!caseFile) throw new InputError(problems);
  return caseFile;
}
