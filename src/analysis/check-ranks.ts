import { opposes } from '../engine/pairing.ts';
import type { Finding } from '../model/finding.ts';
import type { Whole } from './whole.ts';

/**
 * The priorities that lift a rule over one of higher grade: advice over a duty, or a permission over what must not or
 * should not be. Allowed where both rules are named, and worth a second look.
 */
export function liftingPriorities({ compiled }: Whole): Finding[] {
  return compiled.components
    .flatMap(({ pairings }) => [...pairings.values()].flat())
    .filter(
      ({ first, second, prefers, priority }) =>
        prefers === 'first' && priority.level === 3 && opposes(first, second) && first.grade < second.grade,
    )
    .map(
      ({ priority: { priority }, first, second }): Finding => ({
        kind: 'priority-lifts',
        about: [priority.id, first.rule.id, second.rule.id],
        place: priority.place,
      }),
    );
}

/** The ordinary rules that a safeguard draws into the second round: they are decided once it is known what yields. */
export function drawnRules({ compiled }: Whole): Finding[] {
  return compiled.components
    .filter(({ round }) => round === 2)
    .flatMap(({ rules }) => {
      const guarded = new Set(rules.filter(({ rule }) => rule.safeguard).map(({ rule }) => rule.action));
      return rules
        .filter(({ rule }) => !rule.safeguard && guarded.has(rule.action))
        .map(
          ({ rule }): Finding => ({
            kind: 'rule-drawn',
            about: [rule.id, rule.action],
            place: rule.place,
          }),
        );
    });
}
