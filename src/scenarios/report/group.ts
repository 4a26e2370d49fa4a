import { CONFIDENCES, type Confidence, SHIFTS } from '../play/event.ts';
import type { Stage, Story } from '../play/story.ts';
import type { Learner, LearnerStage } from './learner.ts';

/** Below this many learners no percentage is told: it would speak of single people. */
export const FEWEST = 5;

export interface Count<T> {
  readonly of: T;
  readonly count: number;
}

/** How a group went through one stage. Everything is in the author's order: nothing is ranked. */
export interface GroupStage {
  readonly stage: Stage;
  /** Learners who chose something here. */
  readonly learners: number;
  readonly options: readonly Count<string>[];
  readonly confidence: readonly Count<Confidence>[];
  readonly shifts: readonly Count<number>[];
  /** Learners who changed their choice, and how many of them after something was said about the first. */
  readonly changed: number;
  readonly changedAfterTold: number;
  /** In the order of the alphabet, so that nothing says whose they are. */
  readonly reasons: readonly string[];
}

export interface Group {
  readonly learners: number;
  readonly finished: number;
  readonly stages: readonly GroupStage[];
  readonly ends: readonly Count<string>[];
  /** Actions at which ways part from the rules, with the words of the verdict. */
  readonly apart: readonly (Count<string> & { readonly kind: string; readonly text: string })[];
}

/** Counts what a group chose. Stages that nobody came to are left out. */
export function groupOf(story: Story, learners: readonly Learner[]): Group {
  const stages = [...story.stages.values()].flatMap((stage) => {
    const there = learners.flatMap((learner) =>
      learner.stages.filter((one) => one.stage.id === stage.id && one.option !== undefined),
    );
    return there.length === 0 ? [] : [groupStage(stage, there)];
  });
  return {
    learners: learners.length,
    finished: learners.filter(({ end }) => end !== undefined).length,
    stages,
    ends: [...story.ends.keys()].map((end) => ({
      of: end,
      count: learners.filter((learner) => learner.end === end).length,
    })),
    apart: partings(learners),
  };
}

/** A share in whole percent; `undefined` where too few are counted. */
export function percentOf(count: number, of: number): number | undefined {
  return of < FEWEST ? undefined : Math.round((100 * count) / of);
}

function groupStage(stage: Stage, there: readonly LearnerStage[]): GroupStage {
  const count = <T>(values: readonly T[], of: (one: LearnerStage) => T | undefined): Count<T>[] =>
    values.map((value) => ({ of: value, count: there.filter((one) => of(one) === value).length }));
  return {
    stage,
    learners: there.length,
    options: count(
      stage.options.map(({ id }) => id),
      ({ option }) => option,
    ),
    confidence: stage.asksConfidence ? count(CONFIDENCES, ({ confidence }) => confidence) : [],
    shifts: stage.shift ? count<number>(SHIFTS, ({ shift }) => shift) : [],
    changed: there.filter(({ changes }) => changes.length > 0).length,
    changedAfterTold: there.filter(({ changes }) => changes.some(({ afterTold }) => afterTold)).length,
    reasons: there.flatMap(({ reason }) => (reason ? [reason] : [])).toSorted(),
  };
}

function partings(learners: readonly Learner[]): Group['apart'] {
  const counted = new Map<string, { of: string; kind: string; text: string; count: number }>();
  for (const { kind, action } of learners.flatMap(({ apart = [] }) => apart)) {
    const key = `${kind} ${action.id}`;
    const known = counted.get(key) ?? { of: action.id, kind, text: action.text, count: 0 };
    counted.set(key, { ...known, count: known.count + 1 });
  }
  return [...counted].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
