import type { PackFault } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Action } from '../model/pack.ts';
import type { CompiledRule } from './compiled.ts';
import type { OwnOutcome } from './outcome.ts';
import { type Above, aboveEach, type Ranking } from './rank.ts';
import { stands } from './settle.ts';

/** Which actions win, and who put out those that are out. */
export interface Exclusion {
  readonly winners: ReadonlySet<ActionId>;
  readonly outBy: ReadonlyMap<ActionId, readonly ActionId[]>;
  /** For each claim, those on excluded actions that outrank it. */
  readonly above: Above;
  readonly faults: readonly PackFault[];
}

/** The rules of an action that stand and ask for it: what it brings against the actions that it excludes. */
export function asking(outcome: OwnOutcome): CompiledRule[] {
  return outcome.standings.filter((one) => stands(one) && one.rule.asks).map((one) => one.rule);
}

/**
 * Step 5: which asking actions win against those that they exclude, and what they put out.
 *
 * @param outcomes the actions of one component, each after step 4
 */
export function exclude(outcomes: readonly OwnOutcome[], ranking: Ranking): Exclusion {
  const claims = new Map(outcomes.map((outcome) => [outcome.action.id, asking(outcome)]));
  const excluded = (first: ActionId, second: ActionId) =>
    outcomes.some(({ action }) => action.id === first && action.excludes.includes(second));
  const { above, faults } = aboveEach(
    [...claims.values()].flat(),
    (first, second) => excluded(first.rule.action, second.rule.action),
    ranking,
  );
  const winners = new Set<ActionId>();
  const outBy = new Map<ActionId, ActionId[]>();

  /** Each claim of the rival is outranked by one of ours. */
  function beats(action: Action, rival: ActionId): boolean {
    return (claims.get(rival) ?? []).every((claim) =>
      (above.get(claim) ?? []).some(({ rule }) => rule.rule.action === action.id),
    );
  }

  function wins({ action, own }: OwnOutcome): boolean {
    if (own !== 'must' && own !== 'should') return false;
    if (outBy.has(action.id) || winners.has(action.id)) return false;
    return action.excludes.every((rival) => outBy.has(rival) || beats(action, rival));
  }

  for (let fresh = outcomes.filter(wins); fresh.length > 0; fresh = outcomes.filter(wins)) {
    for (const { action } of fresh) winners.add(action.id);
    const put = fresh.flatMap(({ action }) => action.excludes.map((other) => [other, action.id] as const));
    for (const [other, winner] of put) {
      if (claims.has(other)) outBy.set(other, [...(outBy.get(other) ?? []), winner]);
    }
  }
  return { winners, outBy, above, faults };
}

const NOTHING: ReadonlyMap<CompiledRule, readonly CompiledRule[]> = new Map();

/**
 * For each standing rule for an action that is out, the claims that set it aside: those of the winners that outrank
 * it, or, for a permission, which nothing needs to outrank, all of them.
 */
export function putOutBy(
  { standings }: OwnOutcome,
  winners: readonly OwnOutcome[],
  { above }: Exclusion,
): ReadonlyMap<CompiledRule, readonly CompiledRule[]> {
  if (winners.length === 0) return NOTHING;
  const claims = winners.flatMap(asking);
  const standing = standings.filter((one) => stands(one) && one.rule.side === 'for').map(({ rule }) => rule);
  return new Map(
    standing.map((rule) => {
      const over = new Set(above.get(rule)?.map((edge) => edge.rule));
      return [rule, rule.asks ? claims.filter((claim) => over.has(claim)) : claims];
    }),
  );
}
