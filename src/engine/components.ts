import type { QuestionId } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ActionId } from '../model/ids.ts';
import type { Action, Pack, Rule } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component } from './compiled.ts';
import { ALWAYS, NEVER, questionsOf, type Test } from './condition.ts';
import { byId, compareStrings } from './order.ts';
import { pair } from './pairing.ts';

const LEVEL = { rule: 3, tag: 2, principle: 1 } as const;

type Spread = (condition: Condition) => Test;

/**
 * The actions of a pack in components, each with its rules and priorities. One pass over the rules and one over the
 * priorities: a component has a handful of rules, a pack may have ten thousand.
 */
export function componentsOf(pack: Pack, spread: Spread): Component[] {
  const rulesOn = new Map<ActionId, Rule[]>();
  const second = new Set<ActionId>();
  for (const rule of pack.rules.values()) {
    const own = rulesOn.get(rule.action);
    if (own) own.push(rule);
    else rulesOn.set(rule.action, [rule]);
    if (rule.safeguard) second.add(rule.action);
  }
  let count = 0;
  const compiledOn = (id: ActionId) =>
    (rulesOn.get(id) ?? []).sort(byId).map((rule) => {
      count += 1;
      return compileRule(rule, count - 1, spread);
    });
  const components = joined(pack, second).map(
    (actions, at): Component => ({
      at,
      round: actions.some((action) => second.has(action.id)) ? 2 : 1,
      actions,
      rules: actions
        .flatMap(({ id }) => compiledOn(id))
        .sort((one, other) => compareStrings(one.rule.id, other.rule.id)),
      priorities: [],
      pairings: new Map(),
    }),
  );
  return pair(components, prioritiesOf(pack, spread), pack.actions);
}

function compileRule(rule: Rule, at: number, spread: Spread): CompiledRule {
  const { modality } = rule;
  const when = rule.when ? spread(rule.when) : ALWAYS;
  const unless = rule.unless ? spread(rule.unless) : NEVER;
  let questions: readonly QuestionId[] | undefined;
  return {
    at,
    rule,
    when,
    unless,
    questions: () => {
      questions ??= questionsOf(when, unless);
      return questions;
    },
    side: modality === 'should-not' || modality === 'must-not' ? 'against' : 'for',
    asks: modality === 'must' || modality === 'should',
    grade: modality === 'may' ? 0 : modality === 'should' || modality === 'should-not' ? 1 : 2,
  };
}

function prioritiesOf({ priorities }: Pack, spread: Spread): CompiledPriority[] {
  return [...priorities.values()].sort(byId).map((priority, at) => ({
    at,
    priority,
    when: priority.when ? spread(priority.when) : ALWAYS,
    level: Math.min(LEVEL[priority.prefer.kind], LEVEL[priority.over.kind]) as 1 | 2 | 3,
  }));
}

/** Actions joined by exclusions within one round, each list sorted by id. */
function joined(pack: Pack, second: ReadonlySet<ActionId>): Action[][] {
  const left = new Map([...pack.actions.values()].sort(byId).map((action) => [action.id, action]));
  const parts: Action[][] = [];
  for (const action of left.values()) {
    left.delete(action.id);
    const part = [action];
    for (const member of part) {
      const neighbours = member.excludes.flatMap((id) => left.get(id) ?? []);
      const fresh = neighbours.filter(({ id }) => second.has(id) === second.has(member.id));
      for (const { id } of fresh) left.delete(id);
      part.push(...fresh);
    }
    parts.push(part.sort(byId));
  }
  return parts;
}
