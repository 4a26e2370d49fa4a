import type { Parting } from '../model/assessment.ts';
import type { PriorityId } from '../model/ids.ts';
import { type Pack, SOURCE_KINDS, type SourceKind, type Verdict } from '../model/pack.ts';
import type { CompiledRule } from './compiled.ts';
import type { ActionOutcome } from './outcome.ts';
import { isAgainst, isFor } from './principle.ts';
import type { Ranking } from './rank.ts';
import { ownVerdict, settle } from './settle.ts';

type ByKind = Partial<Record<SourceKind, { verdict: Verdict; rules: CompiledRule['rule']['id'][] }>>;

/** Step 12: where law, code, policy and ethics, each taken alone, say different things of one action. */
export function partingOn(outcome: ActionOutcome, ranking: Ranking, pack: Pack): Parting | undefined {
  const kindOf = (rule: CompiledRule) => pack.sources.get(rule.rule.source.source)?.kind;
  const kinds = new Set(outcome.standings.map(({ rule }) => kindOf(rule)));
  if (kinds.size < 2) return undefined;
  const byKind: ByKind = {};
  for (const kind of SOURCE_KINDS) {
    const own = outcome.standings.map(({ rule }) => rule).filter((rule) => kindOf(rule) === kind);
    if (own.length === 0) continue;
    byKind[kind] = {
      verdict: ownVerdict(settle(own, ranking).standings),
      rules: own.map(({ rule }) => rule.id),
    };
  }
  const verdicts = Object.values(byKind).map(({ verdict }) => verdict);
  if (!verdicts.some((first) => verdicts.some((second) => parts(first, second)))) return undefined;
  return { action: outcome.action.id, byKind, settledBy: settledBy(outcome, byKind, pack) };
}

function parts(first: Verdict, second: Verdict): boolean {
  return direction(first) !== direction(second) || (first === 'may' && second === 'must');
}

function direction(verdict: Verdict): string {
  return isFor(verdict) ? 'for' : isAgainst(verdict) ? 'against' : verdict;
}

/** A kind that lost settles the parting itself when a priority from a source of that kind decided against its rule. */
function settledBy(outcome: ActionOutcome, byKind: ByKind, pack: Pack): PriorityId | null {
  for (const { rule, beatenBy } of outcome.standings) {
    const kind = pack.sources.get(rule.rule.source.source)?.kind;
    for (const { through } of beatenBy) {
      if (through === 'grade' || !kind || byKind[kind] === undefined) continue;
      const priority = pack.priorities.get(through.priority);
      if (priority && pack.sources.get(priority.source.source)?.kind === kind) return priority.id;
    }
  }
  return null;
}
