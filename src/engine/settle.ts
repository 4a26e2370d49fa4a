import type { PackFault } from '../model/assessment.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledRule } from './compiled.ts';
import type { Standing } from './outcome.ts';
import { opposes } from './pairing.ts';
import { aboveEach, type Ranking } from './rank.ts';

/**
 * Decides which applicable rules of one action stand and which are defeated.
 *
 * @param applicable rules on one action whose condition holds and whose exception does not; any order
 * @returns one entry per rule, same order, and the faults of the pack that showed
 * @see docs/semantics.md, step 3; superiority among rules after Nute, Defeasible Logic (1994)
 */
export function settle(
  applicable: readonly CompiledRule[],
  ranking: Ranking,
): { readonly standings: readonly Standing[]; readonly faults: readonly PackFault[] } {
  const { above, faults } = aboveEach(applicable, opposes, ranking);
  const known = new Map<CompiledRule, Standing>();

  function standing(rule: CompiledRule): Standing {
    const seen = known.get(rule);
    if (seen) return seen;
    // A rival that is itself defeated defeats nothing, so what it held down stands again.
    const beatenBy = (above.get(rule) ?? []).filter((rival) => standing(rival.rule).beatenBy.length === 0);
    const result = { rule, beatenBy };
    known.set(rule, result);
    return result;
  }

  return { standings: applicable.map(standing), faults };
}

export function stands({ beatenBy }: Standing): boolean {
  return beatenBy.length === 0;
}

/** The strongest modality among standing rules of one side; undefined when there is none. */
export function strongest(standings: readonly Standing[], side: 'for' | 'against'): Verdict | undefined {
  const grades = standings
    .filter((one) => stands(one) && one.rule.side === side)
    .map((one) => one.rule.grade);
  if (grades.length === 0) return undefined;
  const top = Math.max(...grades);
  if (side === 'against') return top === 2 ? 'must-not' : 'should-not';
  return top === 2 ? 'must' : top === 1 ? 'should' : 'may';
}

/** Step 4: what the standing rules of one action say of it, other actions left aside. */
export function ownVerdict(standings: readonly Standing[]): Verdict {
  const pro = strongest(standings, 'for');
  const contra = strongest(standings, 'against');
  if (pro && contra) return 'contested';
  return pro ?? contra ?? 'silent';
}
