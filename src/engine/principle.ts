import type { WayOut } from '../model/assessment.ts';
import type { PrincipleId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledRule } from './compiled.ts';
import type { ActionOutcome, Engagement, Through, Yielding } from './outcome.ts';
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
    yields: settled.flatMap((one) => yieldings(one, one.verdict, excluders(one, outcomes))),
  };
}

/** The principles that yield when a way out is taken: an action done counts as for, one left undone as against. */
export function yieldsUnder(way: WayOut, outcomes: readonly ActionOutcome[]): Yielding[] {
  return outcomes.flatMap((one) => {
    if (way.do.includes(one.action.id)) return yieldings(one, 'must', []);
    if (!way.leave.includes(one.action.id)) return [];
    const done = outcomes.filter(
      ({ action }) => way.do.includes(action.id) && action.excludes.includes(one.action.id),
    );
    return yieldings(one, 'must-not', done);
  });
}

function excluders(one: ActionOutcome, outcomes: readonly ActionOutcome[]): ActionOutcome[] {
  return outcomes.filter(({ action }) => one.outBy.includes(action.id));
}

function yieldings(one: ActionOutcome, verdict: Verdict, puttingOut: readonly ActionOutcome[]): Yielding[] {
  const winning = isFor(verdict) ? 'for' : 'against';
  return one.standings.flatMap(({ rule, beatenBy }) => {
    if (!rule.asks && rule.side === 'for') return [];
    if (verdict === 'silent' || rule.side === winning) return [];
    const rivals = one.standings
      .filter((other) => stands(other) && other.rule.side === winning)
      .map((other): Victor => ({ rule: other.rule, through: 'grade' }));
    const victors: readonly Victor[] = [
      ...(beatenBy.length > 0 ? beatenBy : one.verdict === 'contested' ? rivals : []),
      ...puttingOut.flatMap((other) =>
        other.standings
          .filter((standing) => stands(standing) && standing.rule.asks)
          .map((standing): Victor => ({ rule: standing.rule, through: 'not-together' })),
      ),
    ];
    const principle = rule.rule.principle;
    if (victors.some((victor) => victor.rule.rule.principle === principle)) return [];
    return victors.map((victor) => ({
      principle,
      action: one.action.id,
      to: victor.rule.rule.principle,
      through: victor.through,
    }));
  });
}

export function isFor(verdict: Verdict): boolean {
  return verdict === 'must' || verdict === 'should' || verdict === 'may';
}

export function isAgainst(verdict: Verdict): boolean {
  return verdict === 'must-not' || verdict === 'should-not';
}
