import type { Condition } from '../../src/model/condition.ts';
import type {
  Citation,
  Modality,
  Piece,
  Priority,
  PriorityEnd,
  Rule,
  SOURCE_KINDS,
} from '../../src/model/pack.ts';
import { MODALITIES } from '../../src/model/pack.ts';
import type { Text } from '../../src/model/text.ts';
import { listOf, type TinyCondition } from './tiny-condition.ts';
import type { Table, TinyPriority, TinyRule } from './tiny-types.ts';

export type Built<P extends Piece<string>> = Omit<P, keyof Piece<string>>;

/** A rule on one action, with the name that it may share. */
export type NamedRule = Exclude<TinyRule, string> & { readonly name: string; readonly safeguard: boolean };

/** Spreads shorthands out: a rule on several actions becomes one for each, `name--action`, which share the name. */
export function spread(table: Table<TinyRule> | undefined, safeguard: boolean): Table<NamedRule> {
  return Object.fromEntries(
    Object.entries(table ?? {}).flatMap(([name, written]) => {
      const rule = typeof written === 'string' ? fromWords(written) : written;
      const modality = modalityOf(rule);
      const targets = listOf(rule[modality]) as string[];
      return targets.map((action) => [
        targets.length === 1 ? name : `${name}--${action}`,
        { ...rule, [modality]: action, name, safeguard },
      ]);
    }),
  );
}

function fromWords(written: string): Exclude<TinyRule, string> {
  const [modality, action] = written.split(' ');
  return { [modality as Modality]: action };
}

/** The key that says what the rule asks. */
export function modalityOf(rule: Exclude<TinyRule, string>): Modality {
  const modality = MODALITIES.find((word) => word in rule);
  if (!modality) throw new Error(`a rule without a modality: ${JSON.stringify(rule)}`);
  return modality;
}

/** What every builder of a piece with a condition is given. */
export interface With {
  readonly id: string;
  readonly condition: (written: TinyCondition) => Condition;
}

/** One norm, linked. */
export function ruleOf({ id, rule, condition }: With & { rule: NamedRule }): Built<Rule> {
  const modality = modalityOf(rule);
  return {
    name: rule.name,
    principle: rule.of ?? 'autonomy',
    modality,
    action: rule[modality] as string as Rule['action'],
    because: words(id),
    source: cite(rule.source ?? 'ethics'),
    tags: rule.tags ?? [],
    absolute: rule.absolute === 'yes',
    safeguard: rule.safeguard,
    ...(rule.when === undefined ? {} : { when: condition(rule.when) }),
    ...(rule.unless === undefined ? {} : { unless: condition(rule.unless) }),
  };
}

/** One priority, linked. */
export function priorityOf({ id, priority, condition }: With & { priority: TinyPriority }): Built<Priority> {
  const [first, second] = typeof priority === 'string' ? priority.split(' over ') : [];
  const written = typeof priority === 'string' ? { prefer: first ?? '', over: second ?? '' } : priority;
  return {
    prefer: endOf(written.prefer),
    over: endOf(written.over),
    because: words(id),
    source: cite(('source' in written ? written.source : undefined) ?? 'ethics'),
    ...('when' in written && written.when !== undefined ? { when: condition(written.when) } : {}),
  };
}

function endOf(written: string): PriorityEnd {
  if (written.startsWith('tag:')) return { kind: 'tag', tag: written.slice(4) };
  if (written.startsWith('principle:')) {
    return { kind: 'principle', principle: written.slice(10) as Rule['principle'] };
  }
  return { kind: 'rule', name: written };
}

/** A text in both languages that says only its own id. */
export function words(id: string): Text {
  return { id: `${id} (id)`, en: `${id} (en)` };
}

/** The one source that each kind has in a tiny pack. */
export function cite(kind: (typeof SOURCE_KINDS)[number]): Citation {
  return { source: kind as string as Citation['source'] };
}
