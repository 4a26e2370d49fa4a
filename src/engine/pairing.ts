import type { ActionId } from '../model/ids.ts';
import type { Action, PriorityEnd, Rule } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Pairing, PairingTable } from './compiled.ts';

export function pairKey(first: Rule, second: Rule): string {
  return `${first.id}\n${second.id}`;
}

/** Two rules pull one action in different directions. */
export function opposes(first: CompiledRule, second: CompiledRule): boolean {
  return first.rule.action === second.rule.action && first.side !== second.side;
}

/** Finds the priorities between rules that oppose each other, or that ask for actions which exclude each other. */
export function pairingsOf(
  rules: readonly CompiledRule[],
  priorities: readonly CompiledPriority[],
  actions: ReadonlyMap<ActionId, Action>,
): PairingTable {
  const table = new Map<string, Pairing[]>();
  const named = priorities.map((priority) => ({
    priority,
    preferred: new Set(rules.filter(({ rule }) => names(priority.priority.prefer, rule))),
    passed: new Set(rules.filter(({ rule }) => names(priority.priority.over, rule))),
  }));
  for (const { priority, preferred, passed } of named) {
    const pairs = [...preferred].flatMap((winner) =>
      [...passed].filter((loser) => rivals(winner, loser, actions)).map((loser) => [winner, loser] as const),
    );
    for (const [winner, loser] of pairs) {
      add(table, pairKey(winner.rule, loser.rule), { priority, prefers: 'first' });
      add(table, pairKey(loser.rule, winner.rule), { priority, prefers: 'second' });
    }
  }
  return table;
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

function add(table: Map<string, Pairing[]>, key: string, pairing: Pairing): void {
  const list = table.get(key);
  if (list) list.push(pairing);
  else table.set(key, [pairing]);
}
