import type { Node } from '../engine/diagram.ts';
import type { ComponentOutcome } from '../engine/outcome.ts';
import type { Finding } from '../model/finding.ts';
import type { ActionId } from '../model/ids.ts';
import { verdictNode, type Whole, witnessOf } from './whole.ts';

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
        (value as ComponentOutcome | undefined)?.contests.some(
          (contest) => contest.actions.join(' ') === actions,
        ) ?? false;
      const witness = witnessOf(node, has, whole);
      const about = actions.split(' ');
      const place = whole.pack.actions.get(about[0] as ActionId)?.place;
      return [
        { kind: 'undeclared-dilemma', about, ...(place ? { place } : {}), ...(witness ? { witness } : {}) },
      ];
    });
  });
}

/** Where priorities run in a circle or disagree in a dilemma that can arise. */
export function clashingPriorities(whole: Whole): Finding[] {
  return surveyed(whole).flatMap(({ node, outcomes }) => {
    const faults = new Set(outcomes.flatMap((outcome) => outcome.faults.map(({ rules }) => rules.join(' '))));
    return [...faults].sort().map((rules): Finding => {
      const has = (value: unknown) =>
        (value as ComponentOutcome | undefined)?.faults.some((fault) => fault.rules.join(' ') === rules) ??
        false;
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

/** A dilemma with a topic marked in which nothing is asked of the worker but conduct and records. */
export function nothingRecommended(whole: Whole): Finding[] {
  const { space } = whole.findings;
  const { diagrams, impossible, yes, no } = space;
  const acts = [...whole.pack.actions.values()].filter(({ kind }) => kind !== 'conduct' && kind !== 'record');
  const nodes = acts.flatMap(({ id }) => verdictNode(id, whole) ?? []);
  const hole = diagrams.within(() => {
    const asked = nodes.map((node) =>
      diagrams.apply([node], ([end = impossible]) => (asks(diagrams.valueOf(end)) ? yes : no)),
    );
    const some = asked.reduce((left, right) => either(left, right, whole), no);
    const marked = [...whole.pack.topics.keys()].map((topic) =>
      space.test({ kind: 'is', question: `topic:${topic}`, answers: ['yes'] }),
    );
    const any = marked.reduce((left, right) => either(left, right, whole), no);
    return space.possible(
      diagrams.apply([any, some], ([topic, asking]) => (topic === yes && asking === no ? yes : no)),
    );
  });
  if (hole === undefined) return [{ kind: 'not-proved', about: ['nothing-recommended'] }];
  const witness = witnessOf(hole, (value) => value === true, whole);
  return witness ? [{ kind: 'nothing-recommended', about: [...(witness.topics ?? [])], witness }] : [];
}

function asks(value: unknown): boolean {
  return String(value)
    .split(' ')
    .some((word) => word === 'must' || word === 'should' || word === 'contested');
}

function either(left: Node, right: Node, { findings }: Whole): Node {
  const { diagrams, yes, no } = findings.space;
  return diagrams.apply([left, right], (parts) => (parts.includes(yes) ? yes : no));
}

function surveyed({ findings }: Whole): { node: Node; outcomes: readonly ComponentOutcome[] }[] {
  return [...findings.first.values()].flatMap(({ outcome, outcomes }) =>
    outcome === undefined ? [] : [{ node: outcome, outcomes }],
  );
}
