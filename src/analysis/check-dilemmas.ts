import type { Node } from '../engine/diagram.ts';
import type { ComponentOutcome } from '../engine/outcome.ts';
import type { SecondCase } from '../engine/second-round.ts';
import type { Finding } from '../model/finding.ts';
import type { ActionId } from '../model/ids.ts';
import { outcomeNodes, outcomesAt, type Whole, witnessOf } from './whole.ts';

/** The dilemmas that can arise and that the pack does not declare, each with the simplest case in which it does. */
export function undeclaredDilemmas(whole: Whole): Finding[] {
  const declared = new Set(
    [...whole.pack.dilemmas.values()].map(({ actions }) => [...actions].sort().join(' ')),
  );
  return surveyed(whole).flatMap(({ node, outcomes }) => {
    const contests = new Set(
      outcomes.flatMap((outcome) => outcome.contests.map(({ actions }) => actions.join(' '))),
    );
    return [...contests].sort().flatMap((actions): Finding[] => {
      if (declared.has(actions)) return [];
      const has = (value: unknown) =>
        inAll(value, ({ contests }) => contests.some((contest) => contest.actions.join(' ') === actions));
      const witness = witnessOf(node, has, whole);
      if (!witness) return [];
      const about = actions.split(' ');
      const place = whole.pack.actions.get(about[0] as ActionId)?.place;
      return [{ kind: 'undeclared-dilemma', about, ...(place ? { place } : {}), witness }];
    });
  });
}

/** Where priorities run in a circle or disagree in a dilemma that can arise. */
export function clashingPriorities(whole: Whole): Finding[] {
  return surveyed(whole).flatMap(({ node, outcomes }) => {
    const faults = new Set(outcomes.flatMap((outcome) => outcome.faults.map(({ rules }) => rules.join(' '))));
    return [...faults].sort().map((rules): Finding => {
      const has = (value: unknown) =>
        inSome(value, ({ faults: found }) => found.some((fault) => fault.rules.join(' ') === rules));
      const witness = witnessOf(node, has, whole);
      return { kind: 'priorities-clash', about: rules.split(' '), ...(witness ? { witness } : {}) };
    });
  });
}

/** The rules that no dilemma lets apply. */
export function rulesThatNeverApply({ pack, findings }: Whole): Finding[] {
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
  return [...surveys, ...later].flatMap(({ component, known, outcomes }) => {
    const applying = new Set(
      outcomes.flatMap((outcome) =>
        outcome.actions.flatMap(({ standings }) => standings.map(({ rule }) => rule)),
      ),
    );
    return component.rules
      .filter((rule) => known && !applying.has(rule))
      .flatMap(({ rule }): Finding[] => {
        const place = pack.rules.get(rule.id)?.place;
        return [{ kind: 'rule-never-applies', about: [rule.id], ...(place ? { place } : {}) }];
      });
  });
}

/** What a component comes to in one dilemma, whichever way is decided, has this. */
function inAll(value: unknown, has: (outcome: ComponentOutcome) => boolean): boolean {
  return value !== undefined && outcomesAt(value as ComponentOutcome).every(has);
}

function inSome(value: unknown, has: (outcome: ComponentOutcome) => boolean): boolean {
  return value !== undefined && outcomesAt(value as ComponentOutcome).some(has);
}

/** Each component of either round with what it can come to. */
function surveyed(whole: Whole): { node: Node; outcomes: readonly ComponentOutcome[] }[] {
  const { valuesIn } = whole.findings.space;
  return outcomeNodes(whole).map((node) => {
    const values = valuesIn(node);
    return { node, outcomes: values.flatMap((value) => outcomesAt(value as ComponentOutcome | SecondCase)) };
  });
}
