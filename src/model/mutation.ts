import type { Dilemma } from './case-file.ts';
import type { PrincipleId } from './ids.ts';
import type { Verdict } from './pack.ts';
import type { Place } from './text.ts';

export const MUTANT_KINDS = ['rule', 'safeguard', 'exception', 'priority', 'grade', 'direction'] as const;
/**
 * What was changed: a rule, safeguard, exception or priority left out; a rule made a duty or advice; a rule turned from
 * for to against or back.
 */
export type MutantKind = (typeof MUTANT_KINDS)[number];

/** One small change to a pack, named by what was changed and the piece as its author named it. */
export interface MutantHead {
  readonly kind: MutantKind;
  readonly piece: string;
  /** Absent for a priority that names no principle of its own. */
  readonly principle?: PrincipleId;
  readonly place: Place;
}

/**
 * What became of a mutant. `killed`: a scenario, case or property notices. `equivalent`: proved to change no verdict.
 * `survived`: a dilemma shows it and nothing notices. `not-proved`: neither was found within the budget.
 */
export type MutantFate = 'killed' | 'equivalent' | 'survived' | 'not-proved';

export interface MutantResult extends MutantHead {
  readonly fate: MutantFate;
  /** What noticed it: a scenario file or a property; null otherwise. */
  readonly by: string | null;
  /** For a survivor: an action whose verdict it changes, from what to what, and the simplest dilemma that shows it. */
  readonly shows: {
    readonly action: string;
    readonly before: readonly Verdict[];
    readonly after: readonly Verdict[];
    readonly witness: Dilemma;
  } | null;
}

/** How well the scenarios, cases and properties of a pack watch over its rules. */
export interface MutationReport {
  /** All mutants that the pack has; `results` may be a sample of them. */
  readonly of: number;
  readonly seed: number | null;
  readonly probes: number;
  readonly properties: number;
  readonly results: readonly MutantResult[];
}
