import { text, title } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { type Look, print } from '../../render/print.ts';
import { problemLines } from '../../render/problem.ts';
import { problemWords } from '../../text/problem-words.ts';
import type { Say } from '../../text/say.ts';
import type { ScenarioFinding, Weight } from './finding.ts';

/** One scenario that was checked. */
export interface Checked {
  readonly file: string;
  readonly id: string;
  readonly findings: readonly ScenarioFinding[];
}

const WEIGHTS: readonly Weight[] = ['fault', 'warning', 'note'];

/** Tells what was found, file by file, the weightiest first; files without anything are only counted. */
export function checkText(checked: readonly Checked[], say: Say, look: Look): string {
  const parts = checked
    .filter(({ findings }) => findings.length > 0)
    .map(({ file, findings }) => `${print([title(file)], look)}${tellFindings(findings, say, look)}\n`);
  const all = checked.flatMap(({ findings }) => findings);
  const values = {
    files: checked.length,
    faults: of(all, 'fault').length,
    warnings: of(all, 'warning').length,
    notes: of(all, 'note').length,
  };
  const sum = all.length === 0 ? say('scheck.clean', values) : say('scheck.sum', values);
  return `${parts.join('')}${print([text(sum)], look)}`;
}

function tellFindings(findings: readonly ScenarioFinding[], say: Say, look: Look): string {
  return WEIGHTS.flatMap((weight) => {
    const own = of(findings, weight);
    if (own.length === 0) return [];
    const head = print([text([{ text: say(`scheck.${weight}`), style: 'strong' }])], look);
    const lines = own.flatMap(({ problem }) => problemLines([problemWords(problem, say)], say, look));
    return [`${head}${lines.join('\n')}\n`];
  }).join('');
}

/** The same for programs. */
export function checkJson(checked: readonly Checked[], say: Say): string {
  return json({
    schema: 'timbang.scenario-check/1',
    files: checked.map(({ file, id, findings }) => ({
      file,
      id,
      findings: findings.map(({ weight, problem }) => {
        const { code, message, help } = problemWords(problem, say);
        const { line = null, column = null } = problem.place ?? {};
        return { weight, code, line, column, message, help };
      }),
    })),
  });
}

function of(findings: readonly ScenarioFinding[], weight: Weight): ScenarioFinding[] {
  return findings.filter((finding) => finding.weight === weight);
}
