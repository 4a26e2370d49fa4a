import type { Problem } from '../../problems/problem.ts';

/** `fault`: to be mended. `warning`: to be mended before it is shared. `note`: worth a look. */
export type Weight = 'fault' | 'warning' | 'note';

export interface ScenarioFinding {
  readonly weight: Weight;
  readonly problem: Problem;
}
