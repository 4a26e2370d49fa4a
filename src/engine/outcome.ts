import type { Outcome, PackFault, Parting, WayOut } from '../model/assessment.ts';
import type { ActionId, PrincipleId, PriorityId } from '../model/ids.ts';
import type { Action, Grade, Verdict } from '../model/pack.ts';
import type { CompiledRule } from './compiled.ts';

/** Through what one rule goes before another. */
export type Through = { readonly priority: PriorityId } | 'grade';

/** An applicable rule on its own action: beaten by these standing rules, or, with none, standing. */
export interface Standing {
  readonly rule: CompiledRule;
  readonly beatenBy: readonly { readonly rule: CompiledRule; readonly through: Through }[];
}

/** One action after steps 1 to 4. */
export interface OwnOutcome {
  readonly action: Action;
  readonly standings: readonly Standing[];
  readonly own: Verdict;
}

/** One action after step 5. */
export interface ActionOutcome {
  readonly action: Action;
  /** Its applicable rules, by id. */
  readonly standings: readonly Standing[];
  readonly own: Verdict;
  readonly verdict: Verdict;
  /** The winners that put it out. */
  readonly outBy: readonly ActionId[];
  /** For each standing rule for it, when it is out: the claims of the winners that set the rule aside. */
  readonly putOut: ReadonlyMap<CompiledRule, readonly CompiledRule[]>;
}

/** Contested actions joined by exclusions: one dilemma. */
export interface Contest {
  readonly actions: readonly ActionId[];
  readonly grade: Grade;
  readonly ways: readonly WayOut[];
  readonly more: boolean;
}

/** One principle set aside on one action, through what, by a rule of which principle. */
export interface Yielding {
  readonly principle: PrincipleId;
  readonly action: ActionId;
  readonly to: PrincipleId;
  readonly through: Through | 'not-together';
}

/** What one component does to the principles in one dilemma. */
export interface Engagement {
  readonly inConflict: ReadonlySet<PrincipleId>;
  readonly yields: readonly Yielding[];
  readonly applies: ReadonlySet<PrincipleId>;
}

/** What the rules of one component say in one dilemma: steps 1 to 7 and 12. */
export interface ComponentOutcome {
  readonly actions: readonly ActionOutcome[];
  readonly outcomes: ReadonlyMap<ActionId, Outcome>;
  /** The dilemmas, each with what yields when one of its ways out is taken. */
  readonly contests: readonly (Contest & { readonly yields: (way: WayOut) => readonly Yielding[] })[];
  readonly engagement: Engagement;
  readonly partings: readonly Parting[];
  readonly faults: readonly PackFault[];
}
