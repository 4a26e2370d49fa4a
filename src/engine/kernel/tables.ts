import type { Pack } from '../../model/pack.ts';
import type { CompiledRule, Component } from '../compiled.ts';

/** A priority in which a rule meets another: the number of the other, of the priority, and whether it prefers this rule. */
export interface Met {
  readonly other: number;
  readonly priority: number;
  readonly level: 1 | 2 | 3;
  readonly prefers: boolean;
}

/**
 * A pack in arrays by number. Rules are numbered as in `CompiledRule.at`: those of one action stand together, and so do
 * those of one component. Actions are numbered in the order of the components.
 */
export interface Tables {
  /** By rule: itself, in words. */
  readonly rules: readonly CompiledRule[];
  /** By rule: its action. */
  readonly actionOf: Int32Array;
  /** By rule: 1 against its action, 0 for it. */
  readonly against: Uint8Array;
  /** By rule: 2 duty, 1 advice, 0 permission. */
  readonly grade: Uint8Array;
  /** By rule: its grade, or 3 where it is absolute; the higher goes before the lower where no priority decides. */
  readonly strength: Uint8Array;
  /** By rule: 1 where it is a must or a should. */
  readonly asks: Uint8Array;
  /** By rule: the priorities in which it meets others; undefined for none. */
  readonly meets: readonly (readonly Met[] | undefined)[];
  /** By component and one more: its first action. */
  readonly firstAction: Int32Array;
  /** By action and one more: its first rule. */
  readonly firstRule: Int32Array;
  /** By action: the actions of its component that it excludes; undefined for none. */
  readonly excludes: readonly (readonly number[] | undefined)[];
  /** By action: whether rules on it meet in priorities. By component: whether rules on different actions do. */
  readonly meetsOn: Uint8Array;
  readonly meetsAcross: Uint8Array;
  readonly count: { readonly rules: number; readonly actions: number; readonly priorities: number };
}

export function tablesOf(components: readonly Component[], pack: Pack): Tables {
  const count = {
    rules: components.reduce((sum, { rules }) => sum + rules.length, 0),
    actions: pack.actions.size,
    priorities: pack.priorities.size,
  };
  const tables: Filling = {
    rules: [],
    actionOf: new Int32Array(count.rules),
    against: new Uint8Array(count.rules),
    grade: new Uint8Array(count.rules),
    strength: new Uint8Array(count.rules),
    asks: new Uint8Array(count.rules),
    meets: Array.from<Met[] | undefined>({ length: count.rules }),
    firstAction: new Int32Array(components.length + 1),
    firstRule: new Int32Array(count.actions + 1),
    excludes: Array.from<readonly number[] | undefined>({ length: count.actions }),
    meetsOn: new Uint8Array(count.actions),
    meetsAcross: new Uint8Array(components.length),
    count,
  };
  let action = 0;
  for (const component of components) {
    tables.firstAction[component.at] = action;
    fill(tables, component, action);
    action += component.actions.length;
  }
  tables.firstAction[components.length] = action;
  return tables;
}

/** `Tables` while they are filled. */
type Filling = Omit<Tables, 'rules' | 'meets' | 'excludes'> & {
  readonly rules: CompiledRule[];
  readonly meets: (Met[] | undefined)[];
  readonly excludes: (readonly number[] | undefined)[];
};

function fill(tables: Filling, component: Component, start: number): void {
  const { rules, actions } = component;
  for (const one of rules) {
    const { at, rule, side, grade, asks } = one;
    tables.rules[at] = one;
    tables.against[at] = Number(side === 'against');
    tables.grade[at] = grade;
    tables.strength[at] = rule.absolute ? 3 : grade;
    tables.asks[at] = Number(asks);
  }
  let last = tables.firstRule[start] ?? 0;
  for (let index = 0; index < actions.length; index += 1) {
    const { id, excludes = [] } = actions[index] ?? {};
    for (; tables.rules[last]?.rule.action === id; last += 1) tables.actionOf[last] = start + index;
    tables.firstRule[start + index + 1] = last;
    if (excludes.length === 0) continue;
    tables.excludes[start + index] = excludes
      .map((other) => start + actions.findIndex((action) => action.id === other))
      .filter((action) => action >= start);
  }
  if (component.pairings.size > 0) meet(tables, component);
}

/** Notes the priorities in which the rules of one component meet. */
function meet(tables: Filling, { at, pairings }: Component): void {
  for (const { priority, first, second, prefers } of [...pairings.values()].flat()) {
    const met = tables.meets[first.at] ?? [];
    tables.meets[first.at] = met;
    met.push({
      other: second.at,
      priority: priority.at,
      level: priority.level,
      prefers: prefers === 'first',
    });
    const own = tables.actionOf[first.at] ?? 0;
    if (own === tables.actionOf[second.at]) tables.meetsOn[own] = 1;
    else tables.meetsAcross[at] = 1;
  }
}
