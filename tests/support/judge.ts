import { type AssessOptions, assess, compile } from '../../src/engine/assess.ts';
import type { ActionAssessment, Assessment } from '../../src/model/assessment.ts';
import type { Dilemma } from '../../src/model/case-file.ts';
import type { Pack } from '../../src/model/pack.ts';
import { outcome } from './terse.ts';
import { type TinyDilemma, tinyDilemma } from './tiny-dilemma.ts';
import { tinyPack } from './tiny-pack.ts';
import type { TinyPack } from './tiny-types.ts';

/** A tiny pack and a tiny dilemma, both built, and what the engine says of them. */
export interface Judged {
  readonly pack: Pack;
  readonly dilemma: Dilemma;
  readonly assessment: Assessment;
}

/** Builds and assesses. */
export function judge(tiny: TinyPack, facts: TinyDilemma, options: AssessOptions = {}): Judged {
  const pack = tinyPack(tiny);
  const dilemma = tinyDilemma(facts, pack);
  return { pack, dilemma, assessment: assess(compile(pack), dilemma, options) };
}

/** As `judge`, without what would change the answer, which takes longer than all the rest. */
export function weigh(tiny: TinyPack, facts: TinyDilemma): Judged {
  return judge(tiny, facts, { changes: false });
}

/** The verdict set of every action, as words; contested with its grade. */
export function verdictSets({ actions }: Assessment): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(actions.map(({ id, possible }) => [id, possible.map(outcome).sort()]));
}

/** One action of an assessment. */
export function actionOf({ actions }: Assessment, id: string): ActionAssessment {
  const found = actions.find((action) => action.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}
