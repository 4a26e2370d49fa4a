import type { WayOut } from '../model/assessment.ts';
import type { ActionId, PrincipleId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledRule } from './compiled.ts';
import { asking } from './exclusion.ts';
import type { ActionOutcome, Engagement, Standing, Through, Yielding } from './outcome.ts';
import { stands } from './settle.ts';

interface Victor {
  readonly rule: CompiledRule;
  readonly through: Through | 'not-together';
}

/** Step 7, for the actions of one component. */
export function engage(outcomes: readonly ActionOutcome[]): Engagement {
  const inConflict = new Set<PrincipleId>();
  const applies = new Set<PrincipleId>();
  for (const { standings, verdict } of outcomes) {
    for (const { rule } of standings) {
      applies.add(rule.rule.principle);
      if (verdict === 'contested') inConflict.add(rule.rule.principle);
    }
  }
  const settled = outcomes.filter(({ verdict }) => verdict !== 'contested');
  return {
    inConflict,
    applies,
    yields: settled.flatMap((one) => yieldings(one, one.verdict, claimsOn(one.outBy, outcomes))),
  };
}

/** The principles that yield when a way out is taken: an action done counts as for, one left undone as against. */
export function yieldsUnder(way: WayOut, outcomes: readonly ActionOutcome[]): Yielding[] {
  return outcomes.flatMap((one) => {
    if (way.do.includes(one.action.id)) return yieldings(one, 'must', []);
    if (!way.leave.includes(one.action.id)) return [];
    const done = way.do.filter((id) => one.action.excludes.includes(id));
    return yieldings(one, 'must-not', claimsOn(done, outcomes));
  });
}

/** All claims of some actions: where one of them is of the yielding principle itself, that is an exception inside it. */
function claimsOn(actions: readonly ActionId[], outcomes: readonly ActionOutcome[]): CompiledRule[] {
  return outcomes.filter(({ action }) => actions.includes(action.id)).flatMap(asking);
}

function yieldings(one: ActionOutcome, verdict: Verdict, claims: readonly CompiledRule[]): Yielding[] {
  const winning = isFor(verdict) ? 'for' : 'against';
  const losing = one.standings.filter(
    ({ rule }) => rule.side !== winning && (rule.asks || rule.side === 'against'),
  );
  if (verdict === 'silent') return [];
  return losing.flatMap((standing) => {
    const victors = [
      ...beatenBy(standing, one, winning),
      ...claims.map((rule): Victor => ({ rule, through: 'not-together' })),
    ];
    const { principle } = standing.rule.rule;
    // Losing to a rule of the same principle is an exception inside it.
    if (victors.some((victor) => victor.rule.rule.principle === principle)) return [];
    return victors.map(({ rule, through }) => ({
      principle,
      action: one.action.id,
      to: rule.rule.principle,
      through,
    }));
  });
}

/** What beat a rule; where the action was contested and a way out decided, whatever stood against it. */
function beatenBy(standing: Standing, one: ActionOutcome, winning: 'for' | 'against'): readonly Victor[] {
  if (!stands(standing) || one.verdict !== 'contested') return standing.beatenBy;
  return one.standings
    .filter((other) => stands(other) && other.rule.side === winning)
    .map(({ rule }): Victor => ({ rule, through: 'grade' }));
}

export function isFor(verdict: Verdict): boolean {
  return verdict === 'must' || verdict === 'should' || verdict === 'may';
}

export function isAgainst(verdict: Verdict): boolean {
  return verdict === 'must-not' || verdict === 'should-not';
}
