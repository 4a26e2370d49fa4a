import type { ActionId, RuleId } from '../model/ids.ts';
import type { Action, Pack, PriorityEnd, Rule } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component, Pairing } from './compiled.ts';
import { once } from './once.ts';

export function pairKey(first: Rule, second: Rule): string {
  return `${first.id}\n${second.id}`;
}

/** Two rules pull one action in different directions. */
export function opposes(first: CompiledRule, second: CompiledRule): boolean {
  return first.rule.action === second.rule.action && first.side !== second.side;
}

/**
 * Finds the priorities between rules that oppose each other, or that ask for actions which exclude each other: both are
 * of one component.
 *
 * @returns the components with their priorities, in the order in which these are given
 */
export function pair(
  components: readonly Component[],
  priorities: readonly CompiledPriority[],
  pack: Pack,
): Component[] {
  const tables = new Map<number, Map<string, Pairing[]>>();
  const named = namesIn(components, pack);
  for (const priority of priorities) {
    const { prefer, over } = priority.priority;
    for (const [at, winner] of named(prefer)) {
      const losers = (components[at]?.rules ?? []).filter(
        (rule) => names(over, rule.rule) && rivals(winner, rule, pack.actions),
      );
      if (losers.length > 0) tables.set(at, noting(losers, { priority, winner }, tables.get(at)));
    }
  }
  return components.map((component, at) => {
    const pairings = tables.get(at);
    if (!pairings) return component;
    const met = [...pairings.values()].flat().map(({ priority }) => priority);
    return { ...component, pairings, priorities: [...new Set(met)].sort((one, other) => one.at - other.at) };
  });
}

/** Notes a priority for a rule that it prefers and each of those that it passes by, from both sides. */
function noting(
  losers: readonly CompiledRule[],
  { priority, winner }: { readonly priority: CompiledPriority; readonly winner: CompiledRule },
  table: Map<string, Pairing[]> = new Map(),
): Map<string, Pairing[]> {
  for (const loser of losers) {
    add(table, pairKey(winner.rule, loser.rule), {
      priority,
      first: winner,
      second: loser,
      prefers: 'first',
    });
    add(table, pairKey(loser.rule, winner.rule), {
      priority,
      first: loser,
      second: winner,
      prefers: 'second',
    });
  }
  return table;
}

/** The rules that an end of a priority names, each with the place of its component, in order. */
type Named = (end: PriorityEnd) => readonly Placed[];
type Placed = readonly [at: number, rule: CompiledRule];

function namesIn(components: readonly Component[], { rules }: Pack): Named {
  const placeOf = once(() => placesOf(components));
  const index = once(() => indexOf(components));
  return (end) => {
    if (end.kind !== 'rule') return index()[end.kind].get(end.kind === 'tag' ? end.tag : end.principle) ?? [];
    // A rule that is called by its id is the only one of that name: most need no look at all the others.
    const rule = rules.get(end.name as RuleId);
    if (rule?.name !== end.name) return index().rule.get(end.name) ?? [];
    const at = placeOf().get(rule.action);
    const compiled = components[at ?? -1]?.rules.find((one) => one.rule === rule);
    return at === undefined || !compiled ? [] : [[at, compiled]];
  };
}

function placesOf(components: readonly Component[]): Map<ActionId, number> {
  const places = new Map<ActionId, number>();
  for (const { at, actions } of components) for (const { id } of actions) places.set(id, at);
  return places;
}

/** All rules by name, id, tag and principle. */
function indexOf(
  components: readonly Component[],
): Readonly<Record<PriorityEnd['kind'], Map<string, Placed[]>>> {
  const index = { rule: new Map(), tag: new Map(), principle: new Map() };
  for (const { at, rules } of components) {
    for (const one of rules) {
      const { id, name, tags, principle } = one.rule;
      add<Placed>(index.rule, name, [at, one]);
      if (id !== name) add<Placed>(index.rule, id, [at, one]);
      for (const tag of tags) add<Placed>(index.tag, tag, [at, one]);
      add<Placed>(index.principle, principle, [at, one]);
    }
  }
  return index;
}

function rivals(first: CompiledRule, second: CompiledRule, actions: ReadonlyMap<ActionId, Action>): boolean {
  if (opposes(first, second)) return true;
  if (!first.asks || !second.asks) return false;
  return actions.get(first.rule.action)?.excludes.includes(second.rule.action) ?? false;
}

/** Says whether an end of a priority names a rule; the name of a shorthand names all its rules. */
export function names(end: PriorityEnd, rule: Rule): boolean {
  switch (end.kind) {
    case 'rule':
      return end.name === rule.name || end.name === rule.id;
    case 'tag':
      return rule.tags.includes(end.tag);
    case 'principle':
      return end.principle === rule.principle;
  }
}

function add<T>(table: Map<string, T[]>, key: string, one: T): void {
  const list = table.get(key);
  if (list) list.push(one);
  else table.set(key, [one]);
}
