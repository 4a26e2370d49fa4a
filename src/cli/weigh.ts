import type { CompiledPack } from '../engine/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Pack } from '../model/pack.ts';
import type { Report } from '../model/report.ts';
import { InputError } from '../problems/input-error.ts';
import { nearestOf } from '../problems/nearest.ts';
import { packLoader } from './packs.ts';
import { readInput } from './read-input.ts';
import type { Shell } from './shell.ts';
import { VERSION } from './version.ts';

/** One dilemma weighed: by which pack, what the engine concludes, and that in words. */
export interface Weighed {
  readonly file: string;
  readonly pack: Pack;
  readonly compiled: CompiledPack;
  readonly dilemma: CaseFile;
  readonly assessment: Assessment;
  readonly report: Report;
}

export interface WeighOptions {
  /** Path through a staged scenario, `stage=option` joined with commas. */
  readonly path?: string;
  /** Changes what a file says, once the pack is known. */
  readonly adjust?: (dilemma: CaseFile, pack: Pack) => CaseFile;
  /** An action that is told whether or not anything speaks of it. E814: the pack has none of that id. */
  readonly also?: string;
}

/**
 * Gives what weighs one file after the other; a pack that several of them name is loaded once.
 *
 * Without a file nothing is known but what `adjust` adds. The pack is that of `--pack`, else that which the file names, else the one in force.
 */
export function weigher(
  shell: Shell,
  { path, adjust, also }: WeighOptions = {},
): (file: string | undefined) => Promise<Weighed> {
  const load = packLoader(shell);
  return async (file) => {
    const { assess } = await import('../engine/assess.ts');
    const { readCase } = await import('../pack/read-case.ts');
    const { report } = await import('../render/report.ts');
    const input = file === undefined ? undefined : await readInput(shell, file);
    const { pack, compiled } = await load(input?.pack);
    const { caseFile, problems } = input
      ? readCase(input, pack, path === undefined ? {} : { path })
      : { caseFile: NOTHING_KNOWN, problems: [] };
    if (!caseFile) throw new InputError(problems);
    const dilemma = adjust ? adjust(caseFile, pack) : caseFile;
    const assessment = assess(compiled, dilemma);
    if (also !== undefined) checkAction(also, pack);
    const told = report({
      assessment,
      pack,
      lang: shell.lang,
      toolVersion: VERSION,
      ...(also !== undefined && { also: [also] }),
    });
    return { file: file ?? '', pack, compiled, dilemma, assessment, report: told };
  };
}

/** A dilemma of which nothing was told. */
export const NOTHING_KNOWN: CaseFile = {
  facts: new Map(),
  screened: new Map(),
  considering: [],
  decided: new Map(),
};

/** E814: the pack has no such action. */
export function checkAction(id: string, pack: Pack): void {
  const expected = [...pack.actions.keys()];
  if (expected.some((one) => one === id)) return;
  const nearest = nearestOf(id, expected);
  throw new InputError([
    { code: 'E814', saw: id, expected, values: { pack: pack.id }, ...(nearest !== undefined && { nearest }) },
  ]);
}
