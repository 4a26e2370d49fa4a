import type { CompiledRule } from '../engine/compiled.ts';
import type { ComponentOutcome } from '../engine/outcome.ts';
import type { SecondCase } from '../engine/second-round.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { Finding } from '../model/finding.ts';
import type { ActionId } from '../model/ids.ts';
import { canComeTo, dilemmaIn, largeComponents } from './prove/second.ts';
import { outcomeNodes, outcomesAt, type Whole, witnessOf } from './whole.ts';

/** The dilemmas that can arise and that the pack does not declare, each with the simplest case in which it does. */
export function undeclaredDilemmas(whole: Whole): Finding[] {
  const declared = new Set(
    [...whole.pack.dilemmas.values()].map(({ actions }) => [...actions].sort().join(' ')),
  );
  return surveyed(whole).flatMap(({ outcomes, dilemmaIn: find }) => {
    const contests = new Set(
      outcomes.flatMap((outcome) => outcome.contests.map(({ actions }) => actions.join(' '))),
    );
    return [...contests].sort().flatMap((actions): Finding[] => {
      if (declared.has(actions)) return [];
      const witness = find(({ contests: all }) =>
        all.some((contest) => contest.actions.join(' ') === actions),
      );
      const about = actions.split(' ');
      const place = whole.pack.actions.get(about[0] as ActionId)?.place;
      return told({ kind: 'undeclared-dilemma', about, ...(place ? { place } : {}) }, witness);
    });
  });
}

/** Where priorities run in a circle or disagree in a dilemma that can arise. */
export function clashingPriorities(whole: Whole): Finding[] {
  return surveyed(whole).flatMap(({ outcomes, dilemmaIn: find }) => {
    const faults = new Set(outcomes.flatMap((outcome) => outcome.faults.map(({ rules }) => rules.join(' '))));
    return [...faults].sort().flatMap((rules): Finding[] => {
      const witness = find(({ faults: all }) => all.some((fault) => fault.rules.join(' ') === rules), 'some');
      return told({ kind: 'priorities-clash', about: rules.split(' ') }, witness);
    });
  });
}

function told(finding: Finding, witness: Dilemma | 'none' | undefined): Finding[] {
  if (witness === 'none') return [];
  return [witness === undefined ? { ...finding, kind: 'not-proved' } : { ...finding, witness }];
}

/** The rules that no dilemma lets apply. */
export function rulesThatNeverApply(whole: Whole): Finding[] {
  const { pack, findings } = whole;
  const surveys = [...findings.first.values()].map(({ component, outcome, outcomes }) => ({
    component,
    known: outcome !== undefined,
    outcomes,
  }));
  const later = [...findings.second.values()].map(({ component, result, cases }) => ({
    component,
    known: result !== undefined,
    outcomes: cases.flatMap(({ ways, departing }) => [
      ...ways.map(({ outcome }) => outcome),
      ...[...departing.values()].flat(),
    ]),
  }));
  const dead = [...surveys, ...later].flatMap(({ component, known, outcomes }) => {
    const applying = new Set(outcomes.flatMap(applyingIn));
    return component.rules.filter((rule) => known && !applying.has(rule));
  });
  return [...dead, ...deadInLarge(whole)].map(({ rule }): Finding => {
    const place = pack.rules.get(rule.id)?.place;
    return { kind: 'rule-never-applies', about: [rule.id], ...(place ? { place } : {}) };
  });
}

function deadInLarge(whole: Whole): CompiledRule[] {
  return largeComponents(whole).flatMap(({ component, own }) =>
    component.rules.filter(
      (rule) =>
        own !== undefined && canComeTo(own, (outcome) => applyingIn(outcome).includes(rule), whole) === false,
    ),
  );
}

function applyingIn({ actions }: ComponentOutcome): CompiledRule[] {
  return actions.flatMap(({ standings }) => standings.map(({ rule }) => rule));
}

/** What a component can come to, and a search for the simplest dilemma in which it comes to something like this. */
interface Surveyed {
  readonly outcomes: readonly ComponentOutcome[];
  /** Whichever way is decided, or with `some` under some way out. */
  readonly dilemmaIn: (
    has: (outcome: ComponentOutcome) => boolean,
    ways?: 'some',
  ) => Dilemma | 'none' | undefined;
}

/** Each component of either round, by its diagram where that is not too large, or by search. */
function surveyed(whole: Whole): Surveyed[] {
  const { valuesIn } = whole.findings.space;
  const small = outcomeNodes(whole).map(
    (node): Surveyed => ({
      outcomes: valuesIn(node).flatMap((value) => outcomesAt(value as ComponentOutcome | SecondCase)),
      dilemmaIn: (has, ways) => {
        const accepted = (value: unknown) => {
          const outcomes = value === undefined ? [] : outcomesAt(value as ComponentOutcome);
          return ways === 'some' ? outcomes.some(has) : outcomes.length > 0 && outcomes.every(has);
        };
        return witnessOf(node, accepted, whole) ?? 'none';
      },
    }),
  );
  const large = largeComponents(whole).flatMap(({ own }): Surveyed[] => {
    if (own === undefined) return [];
    return [
      {
        outcomes: valuesIn(own) as ComponentOutcome[],
        dilemmaIn: (has) => dilemmaIn(own, has, whole),
      },
    ];
  });
  return [...small, ...large];
}
