import type { Node } from '../../document/node.ts';
import { assess, type CompiledPack } from '../../engine/assess.ts';
import type { Report } from '../../model/report.ts';
import type { Lang } from '../../model/text.ts';
import { caseOf } from '../../pack/case/case-of.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { report } from '../../render/report.ts';

export interface PathToWeigh {
  /** The scenario, its shape checked. */
  readonly root: Node;
  readonly compiled: CompiledPack;
  /** The option taken at each stage. */
  readonly path: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly toolVersion: string;
}

/** What the engine says of a way through a staged scenario. Throws `InputError` (E501 to E511) where it names what is not there. */
export function weighPath({ root, compiled, path, lang, toolVersion }: PathToWeigh): Report {
  const problems: Problem[] = [];
  const way = Object.entries(path).map(([stage, option]) => `${stage}=${option}`);
  const dilemma = caseOf(root, compiled.pack, {
    path: way.join(','),
    report: (problem) => void problems.push(problem),
  });
  if (problems.length > 0) throw new InputError(problems);
  const assessment = assess(compiled, dilemma, { changes: false });
  return report({ assessment, pack: compiled.pack, lang, toolVersion });
}
