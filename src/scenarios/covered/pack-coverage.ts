import { rulesThatNeverApply } from '../../analysis/check-dilemmas.ts';
import { wholeOf } from '../../analysis/whole.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Counted } from './story-coverage.ts';

/** Which pieces of a pack decided something in a test. */
export interface Exercised {
  readonly rules: ReadonlySet<string>;
  readonly priorities: ReadonlySet<string>;
}

/** Coverage of a pack by the tests of all scenarios that were given. */
export interface PackCoverage {
  /** Of the rules that can apply in some dilemma at all. */
  readonly rules: Counted;
  readonly priorities: Counted;
  readonly principles: Counted;
  /** Rules that no dilemma lets apply: not counted, whatever is tested. */
  readonly neverApply: readonly string[];
}

/** A rule is exercised where it surely applies, a priority where it sets a rule aside. */
export function exercisedBy(assessments: Iterable<Assessment>): Exercised {
  const [rules, priorities] = [new Set<string>(), new Set<string>()];
  for (const { actions } of assessments)
    for (const rule of actions.flatMap((action) => action.rules)) {
      if (!rule.possible) rules.add(rule.id);
      for (const { through } of rule.setAsideBy)
        if (typeof through !== 'string') priorities.add(through.priority);
    }
  return { rules, priorities };
}

/**
 * What of a pack is exercised, counted against what can ever apply: that is proved over all dilemmas, which takes
 * seconds for a large pack. What could not be proved counts as able to apply.
 */
export function packCoverage(pack: Pack, exercised: Exercised): PackCoverage {
  const neverApply = rulesThatNeverApply(wholeOf(pack)).flatMap(({ about }) => about);
  const rules = [...pack.rules.values()].filter(({ id }) => !neverApply.includes(id));
  const principles = new Set(
    [...pack.rules.values()]
      .filter(({ id }) => exercised.rules.has(id))
      .map(({ principle }) => principle as string),
  );
  return {
    rules: counted(
      rules.map(({ id }) => id),
      exercised.rules,
    ),
    priorities: counted([...pack.priorities.keys()], exercised.priorities),
    principles: counted([...pack.principles.keys()], principles),
    neverApply,
  };
}

function counted(declared: readonly string[], reached: ReadonlySet<string>): Counted {
  return {
    reached: declared.filter((id) => reached.has(id)).length,
    of: declared.length,
    missing: declared.filter((id) => !reached.has(id)),
    waived: [],
  };
}
