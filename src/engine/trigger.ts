import type { QuestionId, WayOut } from '../model/assessment.ts';
import type { Step, Trigger, Verdict } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { verdictUnder } from './component.ts';
import { truth } from './condition.ts';
import type { Node } from './diagram.ts';
import type { Findings } from './findings.ts';
import type { ComponentOutcome } from './outcome.ts';
import { type Owed, owedFrom } from './owed.ts';
import { secondOutcome } from './second-round.ts';
import { joined } from './space.ts';
import { outcomeOf, type Survey } from './survey.ts';
import { askingFor, surveysBehind, type Wanted, wantedBy } from './wanted.ts';
import { type Asked, internerOf, type Ways, waysNode } from './ways.ts';

/** How a step is owed, and whether it would be without any reasoning from a dilemma. */
export interface Triggered {
  readonly owed: Owed;
  readonly plain: boolean;
}

/** In one completion: under which ways out a step is owed, and whether it is without them. */
interface StepCase {
  readonly ways: readonly { readonly way: WayOut | null; readonly owed: boolean }[];
  readonly plain: boolean;
}

/** What the triggers of one step look at. */
interface Ground {
  readonly step: Step;
  readonly surveys: readonly Survey[];
  readonly seconds: readonly Component[];
  readonly conditions: readonly (Trigger & { kind: 'when' })[];
  readonly wanted: Wanted;
  /** That the step is owed; that it is so plainly; that something in the first round is contested: one bit each. */
  readonly bits: { readonly owed: bigint; readonly plain: bigint; readonly contested: bigint };
}

/** Tells how a step is brought about: no entry when nothing can bring it about. */
export function triggered(step: Step, findings: Findings): Triggered[] {
  const { space } = findings;
  if (step.triggers.length === 0) return [];
  const ground = groundOf(step, findings);
  const node = stepFunction(step, findings, { ground });
  if (node === undefined) return guessed(ground, findings);
  const cases = space.valuesIn(node);
  const plain = cases.every((value) => (JSON.parse(value as string) as StepCase).plain);
  const told = () => stepFunction(step, findings, { ground, told: true });
  const waysOf = (value: string) => (JSON.parse(value) as StepCase).ways;
  return owedFrom({ node, told }, waysOf, space).map((owed) => ({ owed, plain }));
}

/**
 * How a step is brought about as a function of all that is open: JSON of its ways out, each owed or not. Undefined
 * where that grows too large.
 */
export function stepFunction(
  step: Step,
  findings: Findings,
  { ground = groundOf(step, findings), told = false } = {},
): Node | undefined {
  return findings.space.diagrams.within(() => stepNode(ground, findings, told));
}

/** How the step is brought about, as a function of all that is open; undefined where a part has no diagram. */
function stepNode(ground: Ground, findings: Findings, told: boolean): Node | undefined {
  const { space } = findings;
  const { bits, conditions, seconds, surveys } = ground;
  const first = waysNode(surveys, askedBy(ground, findings), { space, told });
  if (first === undefined) return undefined;
  const brought: Ways = { ways: [{ way: null, holds: bits.owed }], noted: bits.plain };
  const nothing: Ways = { ways: [{ way: null, holds: 0n }], noted: 0n };
  const same = internerOf<Ways>(keyOfWays);
  const when = conditions.map((trigger) =>
    space.map(space.test(space.compiled.resolve(trigger.when)), (holds) => same(holds ? brought : nothing)),
  );
  const start = joined([first, ...when], space, (one: Ways, other: Ways) =>
    same({
      ways: one.ways.flatMap(({ way, holds }) =>
        other.ways.map((second) => ({ way: way ?? second.way, holds: holds | second.holds })),
      ),
      noted: one.noted | other.noted,
    }),
  );
  const all = seconds.reduce(
    (before, component) => withSecond(before, component, { ground, findings }),
    start,
  );
  return space.possible(
    space.map(all, ({ ways, noted }: Ways) => {
      const owed = ways.map(({ way, holds }) => ({ way, owed: (holds & bits.owed) !== 0n }));
      const each = told ? owed : [...new Map(owed.map((one) => [one.owed, one])).values()].sort(falseFirst);
      return JSON.stringify({ ways: each, plain: (noted & bits.plain) !== 0n } satisfies StepCase);
    }),
  );
}

function falseFirst(one: { readonly owed: boolean }, other: { readonly owed: boolean }): number {
  return Number(one.owed) - Number(other.owed);
}

function keyOfWays({ ways, noted }: Ways): string {
  return JSON.stringify([String(noted), ways.map(({ way, holds }) => [way, String(holds)])]);
}

/** Adds what a component of the second round brings about, under each way out of the first. */
function withSecond(
  before: Node,
  component: Component,
  { ground, findings }: { readonly ground: Ground; readonly findings: Findings },
): Node {
  const { space } = findings;
  const { diagrams, impossible, below } = space;
  const { bits, wanted, step } = ground;
  const same = internerOf<Ways>(keyOfWays);
  return diagrams.apply(
    [before, outcomeOf(component, space)],
    ([end, own = impossible]) => {
      if (end === undefined || end === impossible) return impossible;
      const { ways, noted } = diagrams.valueOf(end) as Ways;
      const outcomes = ways.map(({ holds }) =>
        secondOutcome(own, (literal) => (holds & wanted.bitOf(literal)) !== 0n, space),
      );
      const plainly = outcomes.every((outcome) => isOn(step, outcome, finalIn(outcome)));
      return diagrams.end(
        same({
          ways: ways.map(({ way, holds }, index) => {
            const outcome = outcomes[index];
            return { way, holds: outcome && brings(ground, findings, outcome) ? holds | bits.owed : holds };
          }),
          noted: plainly && (noted & bits.contested) === 0n ? noted | bits.plain : noted,
        }),
      );
    },
    { stop: below },
  );
}

/** What the step asks of an outcome of the first round, besides what its second round wants. */
function askedBy(ground: Ground, findings: Findings): Asked {
  const { bits, step, wanted } = ground;
  const asked = askingFor(wanted, findings.dilemma.decided);
  const bit = (holds: boolean, which: bigint) => (holds ? which : 0n);
  return {
    decided: asked.decided,
    settled: (outcome) => asked.settled(outcome) | bit(brings(ground, findings, outcome), bits.owed),
    under: (outcome, contest, way) => {
      const done = outcome.actions.filter(({ action }) => way.do.includes(action.id));
      const verdictOf = (id: string) => {
        const one = outcome.actions.find(({ action }) => action.id === id);
        return one && contest.actions.includes(one.action.id) ? verdictUnder(way, one, done) : undefined;
      };
      return asked.under(outcome, contest, way) | bit(isOn(step, outcome, verdictOf), bits.owed);
    },
    noted: (outcome) =>
      bit(isOn(step, outcome, finalIn(outcome)), bits.plain) |
      bit(outcome.contests.length > 0, bits.contested),
  };
}

type VerdictOf = (action: string) => Verdict | undefined;

function finalIn(outcome: ComponentOutcome): VerdictOf {
  return (action) => outcome.actions.find((one) => one.action.id === action)?.verdict;
}

/** Whether a trigger on a verdict fires, by these verdicts of the actions of an outcome. */
function isOn(step: Step, outcome: ComponentOutcome, verdictOf: VerdictOf): boolean {
  return step.triggers.some((trigger) => {
    if (trigger.kind !== 'on' || !outcome.outcomes.has(trigger.action)) return false;
    const verdict = verdictOf(trigger.action);
    return verdict !== undefined && trigger.verdicts.includes(verdict);
  });
}

/** Whether an outcome brings the step about whatever is decided: by a settled verdict, a dilemma or a parting. */
function brings({ step, seconds }: Ground, { space }: Findings, outcome: ComponentOutcome): boolean {
  const { dilemmas } = space.compiled.pack;
  const later = seconds.some(({ actions }) => actions.some(({ id }) => outcome.outcomes.has(id)));
  const settled: VerdictOf = (action) => {
    const verdict = finalIn(outcome)(action);
    return verdict === 'contested' && !later ? undefined : verdict;
  };
  return (
    isOn(step, outcome, settled) ||
    step.triggers.some((trigger) => {
      if (trigger.kind === 'parting') return outcome.partings.some(({ settledBy }) => settledBy === null);
      if (trigger.kind !== 'dilemma') return false;
      if (trigger.dilemma === 'any') return outcome.contests.length > 0;
      const named = [...(dilemmas.get(trigger.dilemma)?.actions ?? [])].sort().join(' ');
      return outcome.contests.some(({ actions }) => actions.join(' ') === named);
    })
  );
}

/** Where a diagram is missing: owed when a condition already holds, otherwise possible. */
function guessed(ground: Ground, { space }: Findings): Triggered[] {
  const { compiled, known } = space;
  const view = { values: known.values };
  const sure = ground.conditions.some(({ when }) => truth(compiled.resolve(when), view) === true);
  if (sure) return [{ owed: { owed: 'yes', if: null, dependsOn: [] }, plain: true }];
  const questions: QuestionId[] = ground.surveys.flatMap((survey) => survey.questions());
  return [{ owed: { owed: 'possible', if: null, dependsOn: [...new Set(questions)].sort() }, plain: false }];
}

function groundOf(step: Step, { first, second, space }: Findings): Ground {
  const { componentOf } = space.compiled;
  const actions = step.triggers.flatMap((trigger) => (trigger.kind === 'on' ? [trigger.action] : []));
  const named = [...new Set(actions.flatMap((action) => componentOf.get(action) ?? []))];
  const isMarked = (outcome: ComponentOutcome) =>
    step.triggers.some(
      ({ kind }) =>
        (kind === 'dilemma' && outcome.contests.length > 0) ||
        (kind === 'parting' && outcome.partings.some(({ settledBy }) => settledBy === null)),
    );
  const seconds = [...second.values()]
    .filter(
      ({ component, cases }) =>
        named.includes(component) || cases.some(({ ways }) => ways.some(({ outcome }) => isMarked(outcome))),
    )
    .map(({ component }) => component);
  const wanted = wantedBy(seconds);
  const behind = surveysBehind(wanted, first);
  return {
    step,
    surveys: [...first.values()].filter(
      (survey) =>
        named.includes(survey.component) || survey.outcomes.some(isMarked) || behind.includes(survey),
    ),
    seconds,
    conditions: step.triggers.filter((trigger) => trigger.kind === 'when'),
    wanted,
    bits: { owed: wanted.free, plain: wanted.free << 1n, contested: wanted.free << 2n },
  };
}
