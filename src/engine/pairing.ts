import type { ActionId } from '../model/ids.ts';
import type { Action, PriorityEnd, Rule } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component, Pairing } from './compiled.ts';

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
  actions: ReadonlyMap<ActionId, Action>,
): Component[] {
  const tables = new Map<number, Map<string, Pairing[]>>();
  const named = namesIn(components, priorities);
  for (const priority of priorities) {
    const { prefer, over } = priority.priority;
    for (const [at, winner] of named(prefer)) {
      const losers = (components[at]?.rules ?? []).filter(
        (rule) => names(over, rule.rule) && rivals(winner, rule, actions),
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
type Named = (end: PriorityEnd) => readonly (readonly [at: number, rule: CompiledRule])[];

function namesIn(components: readonly Component[], priorities: readonly CompiledPriority[]): Named {
  const asked = {
    rule: new Map<string, [number, CompiledRule][]>(),
    tag: new Map<string, [number, CompiledRule][]>(),
    principle: new Map<string, [number, CompiledRule][]>(),
  };
  for (const { priority } of priorities) asked[priority.prefer.kind].set(wordOf(priority.prefer), []);
  if (priorities.length === 0) return () => [];
  for (const [at, { rules }] of components.entries()) {
    for (const one of rules) {
      const { rule } = one;
      asked.rule.get(rule.name)?.push([at, one]);
      if (rule.id !== rule.name) asked.rule.get(rule.id)?.push([at, one]);
      for (const tag of rule.tags) asked.tag.get(tag)?.push([at, one]);
      if (asked.principle.size > 0) asked.principle.get(rule.principle)?.push([at, one]);
    }
  }
  return (end) => asked[end.kind].get(wordOf(end)) ?? [];
}

function wordOf(end: PriorityEnd): string {
  return end.kind === 'rule' ? end.name : end.kind === 'tag' ? end.tag : end.principle;
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
