import type { QuestionId, WayOut } from '../model/assessment.ts';
import type { Step, Trigger } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { truth } from './condition.ts';
import type { Node } from './diagram.ts';
import type { Findings } from './findings.ts';
import type { ComponentOutcome } from './outcome.ts';
import { type Owed, owedFrom } from './owed.ts';
import { alike, secondOutcome } from './second-round.ts';
import { type Situation, signFor, situationsIn, surveysBehind, wantedBy } from './situation.ts';
import { outcomeOf, type Survey } from './survey.ts';

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
  readonly surveys: readonly Survey[];
  readonly seconds: readonly Component[];
  readonly conditions: readonly (Trigger & { kind: 'when' })[];
  /** What the triggers see of an outcome: outcomes with one sign bring the step about alike. */
  readonly sign: (outcome: ComponentOutcome) => string;
}

/** Tells how a step is brought about: no entry when nothing can bring it about. */
export function triggered(step: Step, findings: Findings): Triggered[] {
  const { space } = findings;
  if (step.triggers.length === 0) return [];
  const ground = groundOf(step, findings);
  const node = stepFunction(step, findings, ground);
  if (node === undefined) return guessed(ground, findings);
  const cases = space.valuesIn(node);
  const plain = cases.every((value) => (JSON.parse(value as string) as StepCase).plain);
  return owedFrom(node, (value: string) => (JSON.parse(value) as StepCase).ways, space).map((owed) => ({
    owed,
    plain,
  }));
}

/**
 * How a step is brought about as a function of all that is open: JSON of its ways out, each owed or not. Undefined
 * where that grows too large.
 */
export function stepFunction(
  step: Step,
  findings: Findings,
  ground = groundOf(step, findings),
): Node | undefined {
  return findings.space.diagrams.within(() => stepNode(step, ground, findings));
}

/** How the step is brought about, as a function of all that is open; undefined where a part has no diagram. */
function stepNode(step: Step, ground: Ground, { space, dilemma }: Findings): Node | undefined {
  const { diagrams, impossible, compiled } = space;
  const surveys = ground.surveys.map((survey) => alike(survey, ground.sign, space));
  if (surveys.some((node) => node === undefined)) return undefined;
  const seconds = ground.seconds.map((component) => outcomeOf(component, space));
  const conditions = ground.conditions.map(({ when }) => space.test(compiled.resolve(when)));
  const node = diagrams.apply(
    [...(surveys as Node[]), ...seconds, ...conditions],
    (ends) => {
      if (ends.includes(impossible)) return impossible;
      const first = ends.slice(0, surveys.length).map((end) => diagrams.valueOf(end) as ComponentOutcome);
      const later = ends.slice(surveys.length, surveys.length + seconds.length);
      const holding = ground.conditions.filter(
        (_, index) => ends[surveys.length + seconds.length + index] === space.yes,
      );
      const situations = situationsIn(first, dilemma.decided);
      const seen = situations.map((situation) => ({
        situation,
        later: later.map((own) => secondOutcome(own, situation, space)),
        holding,
      }));
      const ways = seen.map((one) => ({
        way: one.situation.way,
        owed: fires(step, one, compiled.pack.dilemmas),
      }));
      const text: StepCase = { ways, plain: seen.every((one) => firesPlainly(step, one)) };
      return diagrams.end(JSON.stringify(text));
    },
    space.below,
  );
  return space.possible(node);
}

/** Where a diagram is missing: owed when a condition already holds, otherwise possible. */
function guessed(ground: Ground, { space }: Findings): Triggered[] {
  const { compiled, known } = space;
  const view = { values: known.values };
  const sure = ground.conditions.some(({ when }) => truth(compiled.resolve(when), view) === true);
  if (sure) return [{ owed: { owed: 'yes', if: null, dependsOn: [] }, plain: true }];
  const questions: QuestionId[] = ground.surveys.flatMap((survey) => survey.questions);
  return [{ owed: { owed: 'possible', if: null, dependsOn: [...new Set(questions)].sort() }, plain: false }];
}

function groundOf(step: Step, { first, second, space }: Findings): Ground {
  const { componentOf } = space.compiled;
  const actions = step.triggers.flatMap((trigger) => (trigger.kind === 'on' ? [trigger.action] : []));
  const named = [...new Set(actions.flatMap((action) => componentOf.get(action) ?? []))];
  const among = step.triggers.some(({ kind }) => kind === 'dilemma') ? contested : () => [];
  const parting = step.triggers.some(({ kind }) => kind === 'parting') ? parted : () => [];
  const marked = (outcome: ComponentOutcome) => [...among(outcome), ...parting(outcome)];
  const seconds = [...second.values()].filter(
    ({ component, cases }) =>
      named.includes(component) ||
      cases.some(({ ways }) => ways.some(({ outcome }) => marked(outcome).length > 0)),
  );
  const surveys = [...first.values()].filter(
    (survey) =>
      named.includes(survey.component) ||
      survey.outcomes.some((outcome) => marked(outcome).length > 0) ||
      seconds.some(({ component }) => surveysBehind(component, first).includes(survey)),
  );
  const wanted = seconds.map(({ component }) => wantedBy(component));
  return {
    surveys,
    seconds: seconds.map(({ component }) => component),
    conditions: step.triggers.filter((trigger) => trigger.kind === 'when'),
    sign: (outcome) =>
      JSON.stringify([
        marked(outcome),
        actions.map((action) => outcome.outcomes.get(action)?.verdict),
        outcome.contests.map(({ ways }) => ways),
        wanted.map((one) => signFor(one, outcome)),
      ]),
  };
}

function contested({ contests }: ComponentOutcome): string[] {
  return contests.map(({ actions }) => actions.join(' '));
}

function parted({ partings }: ComponentOutcome): string[] {
  return partings.filter(({ settledBy }) => settledBy === null).map(({ action }) => action);
}

interface Seen {
  readonly situation: Situation;
  readonly later: readonly ComponentOutcome[];
  readonly holding: readonly Trigger[];
}

function fires(step: Step, seen: Seen, dilemmas: Findings['space']['compiled']['pack']['dilemmas']): boolean {
  return step.triggers.some((trigger) => {
    switch (trigger.kind) {
      case 'when':
        return seen.holding.includes(trigger);
      case 'on':
        return trigger.verdicts.includes(
          laterVerdict(trigger, seen) ?? seen.situation.verdict(trigger.action),
        );
      case 'dilemma': {
        const found = [...seen.situation.contests, ...seen.later.flatMap(({ contests }) => contests)];
        const declared = trigger.dilemma === 'any' ? undefined : dilemmas.get(trigger.dilemma);
        return found.some(
          ({ actions }) =>
            trigger.dilemma === 'any' ||
            [...(declared?.actions ?? [])].sort().join(' ') === actions.join(' '),
        );
      }
      case 'parting':
        return [...seen.situation.partings, ...seen.later.flatMap(({ partings }) => partings)].some(
          ({ settledBy }) => settledBy === null,
        );
    }
  });
}

function laterVerdict(
  trigger: Trigger & { kind: 'on' },
  { later }: Seen,
): ReturnType<Situation['verdict']> | undefined {
  for (const outcome of later) {
    const found = outcome.outcomes.get(trigger.action);
    if (found) return found.verdict;
  }
  return undefined;
}

/** Fires by a condition, or by a verdict that no way out was needed for. */
function firesPlainly(step: Step, seen: Seen): boolean {
  return step.triggers.some((trigger) => {
    if (trigger.kind === 'when') return seen.holding.includes(trigger);
    if (trigger.kind !== 'on') return false;
    const later = laterVerdict(trigger, seen);
    if (later) return !seen.situation.way && trigger.verdicts.includes(later);
    return trigger.verdicts.includes(seen.situation.plain(trigger.action));
  });
}
