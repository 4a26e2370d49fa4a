import type { Pack, Rule } from '../../src/model/pack.ts';
import type { TinyAction, TinyPack, TinyPriority, TinyRule } from './tiny-types.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** The same pack with the keys of every section in another order. */
export function shuffled(tiny: TinyPack, order: readonly number[]): TinyPack {
  return Object.fromEntries(
    Object.entries(tiny).map(([section, table]) => [
      section,
      typeof table === 'object' && !Array.isArray(table) ? reordered(table as Mapping, order) : table,
    ]),
  );
}

function reordered(table: Mapping, order: readonly number[]): Mapping {
  const keyed = Object.entries(table).map((entry, index) => ({
    entry,
    key: order[index % order.length] ?? 0,
  }));
  return Object.fromEntries(keyed.sort((one, other) => one.key - other.key).map(({ entry }) => entry));
}

/** The same pack with other ids for actions, rules and priorities, which sort the other way round. */
export function renamed(tiny: TinyPack): TinyPack {
  const name = (id: string): string => `zz-${id}`;
  const ruleName = (id: string): string => (id.startsWith('r') ? `n${9 - Number(id.slice(1))}` : id);
  const rule = (written: TinyRule): TinyRule =>
    Object.fromEntries(
      Object.entries(written as Mapping).map(([key, value]) => [
        key,
        isModality(key) ? name(String(value)) : value,
      ]),
    ) as TinyRule;
  const end = (written: string): string => (written.includes(':') ? written : ruleName(written));
  const entries = <T>(table: Readonly<Record<string, T>> | undefined): [string, T][] =>
    Object.entries(table ?? {});
  return {
    ...tiny,
    actions: Object.fromEntries(
      entries(tiny.actions as Readonly<Record<string, TinyAction>>).map(([id, action]) => [
        name(id),
        { ...action, excludes: (action.excludes ?? []).map(name) },
      ]),
    ),
    rules: Object.fromEntries(entries(tiny.rules).map(([id, written]) => [ruleName(id), rule(written)])),
    safeguards: Object.fromEntries(entries(tiny.safeguards).map(([id, written]) => [id, rule(written)])),
    priorities: Object.fromEntries(
      entries(tiny.priorities).map(([id, written]) => {
        const { prefer, over, ...rest } = written as Exclude<TinyPriority, string>;
        return [`q${9 - Number(id.slice(1))}`, { ...rest, prefer: end(prefer), over: end(over) }];
      }),
    ),
  };
}

function isModality(key: string): boolean {
  return ['must', 'should', 'may', 'should-not', 'must-not'].includes(key);
}

/** The same pack with for and against swapped in every rule. */
export function mirrored(tiny: TinyPack): TinyPack {
  const other = (key: string): string =>
    !isModality(key) ? key : key.endsWith('-not') ? key.slice(0, -4) : `${key}-not`;
  return {
    ...tiny,
    rules: Object.fromEntries(
      Object.entries(tiny.rules ?? {}).map(([id, written]) => [
        id,
        Object.fromEntries(
          Object.entries(written as Mapping).map(([key, value]) => [other(key), value]),
        ) as TinyRule,
      ]),
    ),
  };
}

/** The same pack with every rule under an `any` as one rule for each part, all of the rule's name. */
export function splitAny(pack: Pack): Pack {
  const rules = [...pack.rules.values()].flatMap((rule): Rule[] => {
    const { when } = rule;
    if (when?.kind !== 'any') return [rule];
    return when.of.map((part, index) => ({ ...rule, id: `${rule.id}-${index}` as Rule['id'], when: part }));
  });
  return { ...pack, rules: new Map(rules.map((rule) => [rule.id, rule])) };
}
