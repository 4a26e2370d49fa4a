import { impactOn } from '../../analysis/impact.ts';
import { compile } from '../../engine/assess.ts';
import { InputError } from '../../problems/input-error.ts';
import { type FileImpact, impactDoc, impactJson } from '../../render/impact.ts';
import { EXIT } from '../exit-codes.ts';
import { deliver } from '../out.ts';
import type { ListOptions } from '../record/list.ts';
import { progressOf } from '../record/progress.ts';
import type { ReportFormat } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import type { CompareOptions } from './compare-options.ts';
import { loadBoth } from './compared.ts';
import { dilemmasOfFiles, dilemmasOfRecords, type PastDilemma } from './past-dilemmas.ts';
import { printed } from './print-doc.ts';

export interface ImpactOptions extends CompareOptions, Omit<ListOptions, 'json'> {
  readonly records?: boolean;
}

/** Weighs past dilemmas by two packs and tells which are decided otherwise; a bad one does not stop the others. */
export async function tellImpact(
  shell: Shell,
  {
    first,
    second,
    files,
  }: { readonly first: string; readonly second: string; readonly files: readonly string[] },
  options: ImpactOptions & { readonly format: ReportFormat },
): Promise<void> {
  const { format, out, exitOn } = options;
  checkWhich(files, options.records === true);
  const both = await loadBoth(shell, { first, second });
  const [before, after] = [compile(both.first.pack), compile(both.second.pack)];
  const { past, ofOthers } = options.records
    ? await dilemmasOfRecords(shell, options, both.first.pack)
    : { past: await dilemmasOfFiles(shell, files), ofOthers: 0 };
  const progress = progressOf(shell);
  const impacts = await shell.each(
    [...past.entries()],
    async ([done, dilemma]: [number, PastDilemma]): Promise<FileImpact> => {
      progress(done, past.length);
      const { caseFile, rules } = await dilemma.read(both.first.pack);
      const impact = impactOn(caseFile, before, after);
      if (impact.changed) await dilemma.told();
      const isByOthers = rules !== undefined && rules.digest !== both.first.pack.digest;
      return { file: dilemma.name, impact, ...(isByOthers && { rules }) };
    },
  );
  if (ofOthers > 0) shell.tell(shell.say('impact.of-others', { count: ofOthers, pack: both.first.pack.id }));
  const telling = { ...both, say: shell.say, lang: shell.lang };
  const text = printed(shell, format, {
    doc: () => impactDoc(impacts, telling),
    json: () => impactJson(impacts, telling),
  });
  await deliver(shell, text, out);
  if (exitOn === 'differs' && impacts.some(({ impact }) => impact.changed)) shell.raise(EXIT.found);
}

/** E803: neither files nor records; E807: both. */
function checkWhich(files: readonly string[], records: boolean): void {
  if (records === files.length > 0) {
    throw new InputError([
      records
        ? { code: 'E807', saw: '--records', values: { other: 'files' } }
        : { code: 'E803', saw: 'files', values: { command: 'timbang rules impact' } },
    ]);
  }
}
