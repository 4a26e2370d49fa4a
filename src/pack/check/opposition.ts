import type { Condition } from '../../model/condition.ts';
import type { ActionId, ConceptId, FactId } from '../../model/ids.ts';
import type { Pack, Priority, PriorityEnd, Rule } from '../../model/pack.ts';

/** A must or must-not. */
export function isDuty({ modality }: Rule): boolean {
  return modality === 'must' || modality === 'must-not';
}

/** A should or should-not. */
function isAdvice({ modality }: Rule): boolean {
  return modality === 'should' || modality === 'should-not';
}

/** 2 for a duty, 1 for advice, 0 for a permission. */
export function gradeOf(rule: Rule): 0 | 1 | 2 {
  if (isDuty(rule)) return 2;
  return isAdvice(rule) ? 1 : 0;
}

export function isAgainst({ modality }: Rule): boolean {
  return modality === 'must-not' || modality === 'should-not';
}

/** A rule that asks for its action: a must or a should. */
function asks({ modality }: Rule): boolean {
  return modality === 'must' || modality === 'should';
}

/** Whether two rules can stand against each other: on one action, or as askers of two that exclude each other. */
export function canOppose(pack: Pack, one: Rule, other: Rule): boolean {
  if (one.action === other.action) return isAgainst(one) !== isAgainst(other);
  if (!asks(one) || !asks(other)) return false;
  return pack.actions.get(one.action)?.excludes.includes(other.action) ?? false;
}

/** Whether an end of a priority names a rule. */
export function names(end: PriorityEnd, rule: Rule): boolean {
  switch (end.kind) {
    case 'rule':
      return rule.name === end.name;
    case 'tag':
      return rule.tags.includes(end.tag);
    case 'principle':
      return rule.principle === end.principle;
  }
}

const LEVELS: Readonly<Record<PriorityEnd['kind'], number>> = { rule: 2, tag: 1, principle: 0 };

/** How exact a priority is: its vaguer end counts. 2: names both rules. */
export function levelOf({ prefer, over }: Priority): number {
  return Math.min(LEVELS[prefer.kind], LEVELS[over.kind]);
}

/** Whether a priority, where it holds, puts one rule before another. */
export function prefers(priority: Priority, one: Rule, other: Rule): boolean {
  if (!names(priority.prefer, one) || !names(priority.over, other) || other.absolute) return false;
  return levelOf(priority) === LEVELS.rule || gradeOf(one) >= gradeOf(other);
}

/** The facts that a condition rests on, through concepts. */
export function factsOf(pack: Pack, condition: Condition | undefined): ReadonlySet<FactId> {
  return new Set(partsOf(pack, condition).flatMap((part) => (part.kind === 'fact' ? [part.fact] : [])));
}

/** The concepts that a condition rests on, also those inside concepts. */
export function conceptsOf(pack: Pack, condition: Condition | undefined): ReadonlySet<ConceptId> {
  return new Set(partsOf(pack, condition).flatMap((part) => (part.kind === 'concept' ? [part.concept] : [])));
}

/** Every part of a condition, also inside concepts; each concept is entered once, so that a circle ends. */
function partsOf(pack: Pack, condition: Condition | undefined): readonly Condition[] {
  const parts = condition ? [condition] : [];
  const entered = new Set<ConceptId>();
  // The list grows while it is walked: what is inside a part comes after it.
  for (const part of parts) {
    if (part.kind === 'all' || part.kind === 'any') parts.push(...part.of);
    else if (part.kind === 'not') parts.push(part.of);
    else if (part.kind === 'concept' && !entered.has(part.concept)) {
      entered.add(part.concept);
      const inside = pack.concepts.get(part.concept)?.when;
      if (inside) parts.push(inside);
    }
  }
  return parts;
}

/** Equal for two conditions that differ in the order of their parts only; absent: the empty word. */
export function keyOf(condition: Condition | undefined): string {
  if (!condition) return '';
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of.map(keyOf).sort().join(',')})`;
    case 'not':
      return `not(${keyOf(condition.of)})`;
    case 'fact':
      return `${condition.fact}=${[...condition.answers].sort().join('|')}`;
    case 'topic':
      return `topic ${condition.topic}`;
    case 'concept':
      return `concept ${condition.concept}`;
    case 'yields':
      return `yields ${condition.principle}`;
    case 'departs':
      return `departs ${condition.from} ${condition.action}`;
  }
}

/** The actions of the second round: those that a safeguard names. */
export function secondRoundOf(pack: Pack): ReadonlySet<ActionId> {
  return new Set([...pack.rules.values()].filter(({ safeguard }) => safeguard).map(({ action }) => action));
}
