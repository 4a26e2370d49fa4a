import { VERDICTS } from '../../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component } from '../compiled.ts';
import type { ActionOutcome, Standing, Through } from '../outcome.ts';
import { isClaim } from './exclude.ts';
import { rank, STANDS, THROUGH_GRADE, type Work } from './settle.ts';

const NOTHING: ActionOutcome['putOut'] = new Map();

/** What the kernel found last of a component, as the plain reading tells it. */
export function actionsTold(
  component: Component,
  priorities: readonly CompiledPriority[],
  work: Work,
): ActionOutcome[] {
  const { tables, states, own, verdicts } = work;
  const first = tables.firstAction[component.at] ?? 0;
  const ruleAt = (at: number) => tables.rules[at] as CompiledRule;
  const through = (at: number): Through =>
    at === THROUGH_GRADE ? 'grade' : { priority: (priorities[at] as CompiledPriority).priority.id };
  return component.actions.map((action, index) => {
    const number = first + index;
    const standings: Standing[] = [];
    for (let rule = tables.firstRule[number] ?? 0; rule < (tables.firstRule[number + 1] ?? 0); rule += 1) {
      if (states[rule] === 0) continue;
      standings.push({
        rule: ruleAt(rule),
        beatenBy: beatenBy(rule, work).map((by) => ({ rule: ruleAt(by.rule), through: through(by.through) })),
      });
    }
    const winners = putOutBy(number, work);
    return {
      action,
      standings,
      own: VERDICTS[own[number] ?? 0] ?? 'silent',
      verdict: VERDICTS[verdicts[number] ?? 0] ?? 'silent',
      outBy: winners.flatMap((winner) => component.actions[winner - first]?.id ?? []),
      putOut: setAside(standings, winners, { component, work }),
    };
  });
}

function beatenBy(rule: number, { beaten: { items, length } }: Work): { rule: number; through: number }[] {
  const found: { rule: number; through: number }[] = [];
  for (let at = 0; at < length; at += 3)
    if (items[at] === rule) found.push({ rule: items[at + 1] ?? 0, through: items[at + 2] ?? THROUGH_GRADE });
  return found;
}

/** The winners that put an action out, by number, which is also by id. */
function putOutBy(action: number, { out: { items, length } }: Work): number[] {
  const winners: number[] = [];
  for (let at = 0; at < length; at += 2) if (items[at] === action) winners.push(items[at + 1] ?? 0);
  return winners.sort((one, other) => one - other);
}

/** For each standing rule for an action that is out, the claims that set it aside; see `ActionOutcome.putOut`. */
function setAside(
  standings: readonly Standing[],
  winners: readonly number[],
  { component, work }: { readonly component: Component; readonly work: Work },
): ActionOutcome['putOut'] {
  if (winners.length === 0) return NOTHING;
  const { actionOf } = work.tables;
  const claims = winners.flatMap((winner) =>
    component.rules.filter(({ at }) => actionOf[at] === winner && isClaim(at, work)),
  );
  const standing = standings.filter(({ rule }) => work.states[rule.at] === STANDS && rule.side === 'for');
  return new Map(
    standing.map(({ rule }) => [
      rule,
      rule.asks ? claims.filter((claim) => rank(claim.at, rule.at, work) >= THROUGH_GRADE) : claims,
    ]),
  );
}
