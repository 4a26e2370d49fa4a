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
  const components = joined(pack, second).map((actions, at): Component => {
    const rules: CompiledRule[] = [];
    for (const { id } of actions) {
      for (const rule of sorted(rulesOn.get(id) ?? [])) rules.push(new LazyRule(rule, count++, spread));
    }
    if (actions.length > 1) rules.sort((one, other) => compareStrings(one.rule.id, other.rule.id));
    const round = actions.some((action) => second.has(action.id)) ? 2 : 1;
    return { at, round, actions, rules, priorities: [], pairings: NO_PAIRINGS };
  });
  return pair(components, prioritiesOf(pack, spread), pack);
}

const NO_PAIRINGS: Component['pairings'] = new Map();

/** Most are in order as they are written. */
function sorted(rules: Rule[]): Rule[] {
  for (let at = 1; at < rules.length; at += 1)
    if ((rules[at - 1]?.id ?? '') > (rules[at]?.id ?? '')) return rules.sort(byId);
  return rules;
}

/** A class, so that ten thousand rules share their getters: what nobody asks of a rule is never made. */
class LazyRule implements CompiledRule {
  readonly at: number;
  readonly rule: Rule;
  readonly side: CompiledRule['side'];
  readonly asks: boolean;
  readonly grade: CompiledRule['grade'];
  readonly spread: Spread;
  asked: readonly QuestionId[] | undefined;

  constructor(rule: Rule, at: number, spread: Spread) {
    const { modality } = rule;
    this.at = at;
    this.rule = rule;
    this.side = modality === 'should-not' || modality === 'must-not' ? 'against' : 'for';
    this.asks = modality === 'must' || modality === 'should';
    this.grade = modality === 'may' ? 0 : modality === 'should' || modality === 'should-not' ? 1 : 2;
    this.spread = spread;
  }

  get when(): Test {
    return this.rule.when ? this.spread(this.rule.when) : ALWAYS;
  }

  get unless(): Test {
    return this.rule.unless ? this.spread(this.rule.unless) : NEVER;
  }

  get questions(): readonly QuestionId[] {
    this.asked ??= questionsOf(this.when, this.unless);
    return this.asked;
  }
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
  const seen = new Set<ActionId>();
  const parts: Action[][] = [];
  for (const id of [...pack.actions.keys()].sort()) {
    if (seen.has(id)) continue;
    const part: Action[] = [];
    const queue = [id];
    for (const member of queue) {
      const action = seen.has(member) ? undefined : pack.actions.get(member);
      if (!action || second.has(member) !== second.has(id)) continue;
      seen.add(member);
      part.push(action);
      queue.push(...action.excludes);
    }
    parts.push(part.length > 1 ? part.sort(byId) : part);
  }
  return parts;
}
