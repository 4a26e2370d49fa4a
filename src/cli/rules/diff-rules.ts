import { diffPacks } from '../../analysis/diff/diff-packs.ts';
import { diffDoc, diffJson } from '../../render/pack-diff.ts';
import { EXIT } from '../exit-codes.ts';
import { deliver } from '../out.ts';
import { progressOf } from '../record/progress.ts';
import type { ReportFormat } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import type { CompareOptions } from './compare-options.ts';
import { loadBoth } from './compared.ts';
import { printed } from './print-doc.ts';

/** Compares two packs over all dilemmas; ends with 1 on a difference only where that was asked for. */
export async function diffRules(
  shell: Shell,
  refs: { readonly first: string; readonly second: string },
  { format, out, exitOn }: CompareOptions & { readonly format: ReportFormat },
): Promise<void> {
  const both = await loadBoth(shell, refs);
  const diff = diffPacks(both.first.pack, both.second.pack, { progress: progressOf(shell) });
  const telling = { ...both, say: shell.say, lang: shell.lang };
  const text = printed(shell, format, {
    doc: () => diffDoc(diff, telling),
    json: () => diffJson(diff, telling),
  });
  await deliver(shell, text, out);
  const differs = diff.actions.some(({ outcome }) => outcome === 'differs');
  if (exitOn === 'differs' && differs) shell.raise(EXIT.found);
}
