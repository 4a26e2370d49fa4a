import type { PackFault } from '../model/assessment.ts';
import type { CompiledPriority, CompiledRule, PairingTable } from './compiled.ts';
import type { Through } from './outcome.ts';
import { pairKey } from './pairing.ts';

/** How two rules rank in one dilemma: through what the first goes before the second, if it does. */
export type Rank = { readonly over: true; readonly through: Through } | { readonly over: false };

const NOT_OVER: Rank = { over: false };

/** Answers rank questions between rules of one component in one dilemma, and notes priorities that disagree. */
export interface Ranking {
  readonly rank: (first: CompiledRule, second: CompiledRule) => Rank;
  readonly faults: PackFault[];
}

/**
 * Ranks rules in one dilemma: an absolute rule first, then the most specific priority whose condition holds, then
 * the grade. A priority by tag or principle lifts no rule over one of higher grade.
 *
 * @param holds whether the condition of a priority holds in this dilemma
 * @see docs/semantics.md, step 3 and "Rank, in full"
 */
export function rankingBy(pairings: PairingTable, holds: (priority: CompiledPriority) => boolean): Ranking {
  const faults = new Map<string, PackFault>();

  function rank(first: CompiledRule, second: CompiledRule): Rank {
    const oneAbsolute = first.rule.absolute !== second.rule.absolute;
    if (oneAbsolute) return first.rule.absolute ? { over: true, through: 'grade' } : NOT_OVER;
    const met = first.rule.absolute ? [] : (pairings.get(pairKey(first.rule, second.rule)) ?? []);
    const active = met.filter(
      ({ priority, prefers }) =>
        holds(priority) &&
        (priority.level === 3 ||
          (prefers === 'first' ? first.grade >= second.grade : second.grade >= first.grade)),
    );
    const level = Math.max(0, ...active.map(({ priority }) => priority.level));
    const decisive = active.filter(({ priority }) => priority.level === level);
    const forFirst = decisive.find(({ prefers }) => prefers === 'first');
    const forSecond = decisive.find(({ prefers }) => prefers === 'second');
    if (forFirst && forSecond) {
      note(first, second, [forFirst.priority, forSecond.priority]);
      return NOT_OVER;
    }
    if (forFirst) return { over: true, through: { priority: forFirst.priority.priority.id } };
    if (forSecond) return NOT_OVER;
    return first.grade > second.grade ? { over: true, through: 'grade' } : NOT_OVER;
  }

  function note(first: CompiledRule, second: CompiledRule, priorities: readonly CompiledPriority[]): void {
    const rules = [first.rule.id, second.rule.id].sort();
    faults.set(rules.join(' '), {
      kind: 'priorities-disagree',
      rules,
      priorities: priorities.map(({ priority }) => priority.id).sort(),
    });
  }

  return {
    rank,
    get faults() {
      return [...faults.values()];
    },
  };
}

/** Who goes before whom among some rules, by rule id: the loser's id to those over it and through what. */
export type Above = ReadonlyMap<
  CompiledRule,
  readonly { readonly rule: CompiledRule; readonly through: Through }[]
>;

/**
 * Lists, for each rule, the rivals that rank above it. Where rank runs in a circle, nobody on the circle ranks
 * above anybody else on it, and the fault is returned.
 *
 * @param rivals pairs that pull against each other; symmetric
 */
export function aboveEach(
  rules: readonly CompiledRule[],
  rivals: (first: CompiledRule, second: CompiledRule) => boolean,
  ranking: Ranking,
): { readonly above: Above; readonly faults: readonly PackFault[] } {
  const edges = new Map(
    rules.map((rule) => {
      const over = rules.flatMap((other) => {
        if (other === rule || !rivals(other, rule)) return [];
        const found = ranking.rank(other, rule);
        return found.over ? [{ rule: other, through: found.through }] : [];
      });
      return [rule, over] as const;
    }),
  );
  const circles = circlesIn(rules, (rule) => (edges.get(rule) ?? []).map((edge) => edge.rule));
  if (circles.length === 0) return { above: edges, faults: [] };
  const circleOf = new Map(circles.flatMap((circle) => circle.map((rule) => [rule, circle] as const)));
  const faults = circles.map((circle): PackFault => {
    const inside = circle.flatMap((rule) =>
      (edges.get(rule) ?? []).filter((edge) => circle.includes(edge.rule)),
    );
    const priorities = inside.flatMap(({ through }) => (through === 'grade' ? [] : [through.priority]));
    return {
      kind: 'priority-cycle',
      rules: circle.map(({ rule }) => rule.id),
      priorities: [...new Set(priorities)].sort(),
    };
  });
  const above = new Map(
    [...edges].map(
      ([rule, over]) => [rule, over.filter((edge) => !circleOf.get(rule)?.includes(edge.rule))] as const,
    ),
  );
  return { above, faults };
}

/** Strongly connected parts of more than one rule, by reachability: the graphs here have a handful of nodes. */
function circlesIn(
  rules: readonly CompiledRule[],
  next: (rule: CompiledRule) => readonly CompiledRule[],
): CompiledRule[][] {
  const reach = new Map(
    rules.map((rule) => {
      const seen = new Set<CompiledRule>();
      const queue = [...next(rule)];
      for (const other of queue) {
        if (seen.has(other)) continue;
        seen.add(other);
        queue.push(...next(other));
      }
      return [rule, seen] as const;
    }),
  );
  const circles: CompiledRule[][] = [];
  for (const rule of rules) {
    if (!reach.get(rule)?.has(rule) || circles.some((circle) => circle.includes(rule))) continue;
    circles.push(rules.filter((other) => reach.get(rule)?.has(other) && reach.get(other)?.has(rule)));
  }
  return circles;
}
