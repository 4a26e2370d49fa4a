import type { DilemmaDetail } from './dilemmas.ts';
import type { StepDetail } from './owed.ts';
import type { WhyDetail } from './why.ts';

/** How much of each part a screen shows. */
export interface Detail {
  readonly gaps: boolean;
  readonly acts: number;
  readonly against: number;
  /** What is not to be done stands in running text and not line by line. */
  readonly running: boolean;
  readonly meanwhile: number;
  readonly steps: number;
  readonly step: StepDetail;
  /** Steps that may turn out to be owed. */
  readonly possible: number;
  readonly why: WhyDetail;
  readonly changes: number;
  readonly dilemmas: number;
  readonly reasons: number;
  readonly sides: DilemmaDetail;
  readonly permitted: boolean;
  readonly conditions: boolean;
}

/** Everything, as long as it takes. */
export const ALL: Detail = {
  gaps: true,
  acts: 1000,
  against: 1000,
  running: false,
  meanwhile: 1000,
  steps: 1000,
  step: 'lines',
  possible: 1000,
  why: 'reasons',
  changes: 5,
  dilemmas: 1000,
  reasons: 1000,
  sides: 'full',
  permitted: true,
  conditions: true,
};

/** What is given up for a screen that is too small, one thing after the other: least needed in the next hour first. */
export const GIVEN_UP: readonly Partial<Detail>[] = [
  { conditions: false, changes: 3 },
  { gaps: false },
  { possible: 2 },
  { step: 'sentence', why: 'lines', meanwhile: 4 },
  { changes: 2, acts: 12, against: 6, steps: 8 },
  { why: 'tensions', reasons: 3, sides: 'brief' },
  { acts: 8, against: 4, running: true, steps: 5, meanwhile: 3, possible: 0 },
  { step: 'name' },
  { permitted: false, why: 'yielding' },
  { acts: 6, against: 3, steps: 4, dilemmas: 2 },
  { meanwhile: 2, reasons: 2, changes: 1 },
  { acts: 5, against: 2, steps: 3, dilemmas: 1 },
  { acts: 4, against: 1, changes: 0 },
  { acts: 3, steps: 2, reasons: 1 },
  { acts: 2, sides: 'bare' },
  { steps: 1 },
];

/** What is taken back while there is room, in turn. */
export const TAKEN_BACK = ['acts', 'steps', 'against', 'meanwhile'] as const;
