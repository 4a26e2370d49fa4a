import { neverApplying } from '../../analysis/can-apply.ts';
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

/** A rule is exercised where it surely applies, a priority where one such rule sets another aside by it. */
export function exercisedBy(assessments: Iterable<Assessment>): Exercised {
  const [rules, priorities] = [new Set<string>(), new Set<string>()];
  for (const { actions } of assessments) {
    const sure = actions.flatMap((action) => action.rules).filter(({ possible }) => !possible);
    const applying = new Set<string>(sure.map(({ id }) => id));
    for (const id of applying) rules.add(id);
    const aside = sure.flatMap(({ setAsideBy }) => setAsideBy).filter(({ rule }) => applying.has(rule));
    for (const { through } of aside) if (typeof through !== 'string') priorities.add(through.priority);
  }
  return { rules, priorities };
}

/**
 * What of a pack is exercised, counted against what can ever apply: that is proved rule by rule, and what could
 * not be proved counts as able to apply.
 */
export function packCoverage(pack: Pack, exercised: Exercised): PackCoverage {
  const neverApply: readonly string[] = neverApplying(pack);
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
