import { names } from '../../engine/pairing.ts';
import type { ActionId } from '../../model/ids.ts';
import type { MutantHead, MutantKind } from '../../model/mutation.ts';
import type { Modality, Pack, Priority, Rule } from '../../model/pack.ts';

/** One small change to a pack, and what it touches. */
export interface Mutant extends MutantHead {
  /** The rules that it drops or changes, or that the dropped priority ranks. */
  readonly rules: readonly Rule[];
  readonly actions: ReadonlySet<ActionId>;
  readonly apply: (pack: Pack) => Pack;
}

const OTHER_GRADE: Partial<Record<Modality, Modality>> = {
  must: 'should',
  should: 'must',
  'must-not': 'should-not',
  'should-not': 'must-not',
};
const OTHER_SIDE: Partial<Record<Modality, Modality>> = {
  must: 'must-not',
  should: 'should-not',
  'must-not': 'must',
  'should-not': 'should',
};

/**
 * Lists the mutants of a pack, in file order: each rule, safeguard, exception and priority left out, each grade and each
 * direction turned. A rule is what its author wrote: a shorthand over several actions is one. A permission has no other
 * grade and no mirror.
 */
export function mutantsOf(pack: Pack): Mutant[] {
  const named = new Map<string, Rule[]>();
  for (const rule of pack.rules.values()) named.set(rule.name, [...(named.get(rule.name) ?? []), rule]);
  return [
    ...[...named].flatMap(([name, rules]) => mutantsOfRule(name, rules)),
    ...[...pack.priorities.values()].map((priority) => withoutPriority(priority, pack)),
  ];
}

function mutantsOfRule(name: string, rules: readonly Rule[]): Mutant[] {
  const [first] = rules;
  if (!first) return [];
  const head = (kind: MutantKind) => ({
    kind,
    piece: name,
    principle: first.principle,
    place: first.place,
    rules,
    actions: new Set(rules.map(({ action }) => action)),
  });
  const changed = (kind: MutantKind, change: (rule: Rule) => Rule | undefined): Mutant => ({
    ...head(kind),
    apply: (pack) => ({ ...pack, rules: changedRules(pack.rules, name, change) }),
  });
  const turned = (kind: MutantKind, other: Modality): Mutant =>
    changed(kind, (rule) => ({ ...rule, modality: other }));
  const [grade, side] = [OTHER_GRADE[first.modality], OTHER_SIDE[first.modality]];
  return [
    changed(first.safeguard ? 'safeguard' : 'rule', () => undefined),
    ...(rules.some(({ unless }) => unless) ? [changed('exception', withoutException)] : []),
    ...(grade ? [turned('grade', grade)] : []),
    ...(side ? [turned('direction', side)] : []),
  ];
}

function withoutException(rule: Rule): Rule {
  const { unless, ...rest } = rule;
  return unless ? rest : rule;
}

function changedRules(
  rules: Pack['rules'],
  name: string,
  change: (rule: Rule) => Rule | undefined,
): Pack['rules'] {
  return new Map(
    [...rules].flatMap(([id, rule]) => {
      const other = rule.name === name ? change(rule) : rule;
      return other ? [[id, other] as const] : [];
    }),
  );
}

function withoutPriority(priority: Priority, pack: Pack): Mutant {
  const rules = [...pack.rules.values()].filter(
    (rule) => names(priority.prefer, rule) || names(priority.over, rule),
  );
  const preferred = priority.prefer.kind === 'principle' ? priority.prefer.principle : rules[0]?.principle;
  return {
    kind: 'priority',
    piece: priority.id,
    ...(preferred && { principle: preferred }),
    place: priority.place,
    rules,
    actions: new Set(rules.map(({ action }) => action)),
    apply: (whole) => ({
      ...whole,
      priorities: new Map([...whole.priorities].filter(([id]) => id !== priority.id)),
    }),
  };
}

/**
 * Some mutants drawn by a seed, in their order; all where there are no more. The same seed draws the same ones (linear
 * congruence after Lehmer 1951, Park and Miller 1988).
 */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): T[] {
  let state = (seed % 2147483646) + 1;
  const drawn = all.map((one, index) => {
    state = (state * 48271) % 2147483647;
    return { one, index, draw: state };
  });
  return drawn
    .sort((left, right) => left.draw - right.draw)
    .slice(0, count)
    .sort((left, right) => left.index - right.index)
    .map(({ one }) => one);
}
