import type { CaseFile } from '../model/case-file.ts';
import type { Pack } from '../model/pack.ts';
import { deliver } from './out.ts';
import { printReport } from './print-report.ts';
import { formatOf } from './report-options.ts';
import { withSettings } from './set-facts.ts';
import type { Shell } from './shell.ts';
import type { WalkCommandOptions } from './walk-options.ts';
import { weigher } from './weigh.ts';

/** Weighs what `--answers` and `--set` say, without asking; what they do not say counts as not known. */
export async function weighAnswers(shell: Shell, options: WalkCommandOptions): Promise<void> {
  const { answers, set = [], path, out } = options;
  const weigh = weigher(shell, {
    ...(path !== undefined && { path }),
    adjust: (dilemma: CaseFile, pack: Pack) => withSettings(dilemma, set, pack),
  });
  const { report } = await weigh(answers);
  await deliver(shell, printReport(report, formatOf(options), shell), out);
}
