import type { Dilemma } from '../model/case-file.ts';
import type { ActionId, PrincipleId, SourceId, StepId } from '../model/ids.ts';
import type { Pack, Verdict } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { escalationOf } from './escalation.ts';
import { type Findings, findingsOf } from './findings.ts';
import { knowledgeOf } from './known.ts';
import type { ComponentOutcome } from './outcome.ts';
import { principleAssessments } from './principle-assessment.ts';
import { type SecondSurvey, secondSurveyOf } from './second-round.ts';
import { MOST_STEPS, type Space, spaceOf } from './space.ts';
import { type Survey, surveyOf } from './survey.ts';
import { actionOf, departuresIn, wantedBy } from './wanted.ts';

/** What may come of one action. */
export interface BriefAction {
  /** One word where it is settled. */
  readonly verdicts: readonly Verdict[];
  /** Decided against a final duty. */
  readonly unmet: boolean;
  /** Sources of the rules on it that apply in some completion. */
  readonly sources: ReadonlySet<SourceId>;
}

/**
 * Single questions about a dilemma, each answered from the parts of the pack that bear on it alone. Where a part grows
 * too large the answer is `undefined`, and only a whole assessment tells.
 *
 * INVARIANT: what is answered here is what `assess` says.
 */
export interface Brief {
  readonly action: (id: ActionId) => BriefAction | undefined;
  /** Whether these steps are owed for certain, by what brings them about themselves, in this order. */
  readonly owes: (steps: readonly StepId[]) => boolean;
  readonly yields: (principle: PrincipleId) => boolean;
}

/** Prepares to answer single questions about a dilemma; `undefined` where its answers cannot hold together. */
export function briefly(compiled: CompiledPack, dilemma: Dilemma): Brief | undefined {
  const knowledge = knowledgeOf(dilemma, compiled);
  if (knowledge.impossible) return undefined;
  const space = spaceOf(compiled, knowledge, MOST_STEPS);
  const parts = partsOf(space, dilemma);
  return {
    action: (id) => actionIn(id, parts, dilemma),
    owes: (steps) => owesInOrder(steps, { space, dilemma }, parts),
    yields: (principle) => {
      const { first, second } = parts.whole();
      const told = principleAssessments([...first.values()], [...second.values()], space);
      return told.find(({ id }) => id === principle)?.status === 'yields';
    },
  };
}

/** Surveys of components, each made when it is first asked for. */
interface Parts {
  readonly compiled: CompiledPack;
  readonly first: (component: Component) => Survey;
  readonly second: (component: Component) => SecondSurvey;
  readonly whole: () => Findings;
}

function partsOf(space: Space, dilemma: Dilemma): Parts {
  const { compiled } = space;
  const firsts = new Map<Component, Survey>();
  const seconds = new Map<Component, SecondSurvey>();
  let all: Findings | undefined;
  const first = (component: Component): Survey => {
    const found = firsts.get(component) ?? surveyOf(component, space);
    firsts.set(component, found);
    return found;
  };
  const second = (component: Component): SecondSurvey => {
    const behind = new Map(behindOf(component, compiled).map((one) => [one, first(one)]));
    const found =
      seconds.get(component) ?? secondSurveyOf(component, behind, { space, decided: dilemma.decided });
    seconds.set(component, found);
    return found;
  };
  const whole = (): Findings => {
    all ??= findingsOf(dilemma, space);
    return all;
  };
  return { compiled, first, second, whole };
}

const behindBy = new WeakMap<Component, readonly Component[]>();

/** The components of the first round on which one of the second hangs; the same for every dilemma. */
function behindOf(component: Component, { components }: CompiledPack): readonly Component[] {
  const known = behindBy.get(component);
  if (known) return known;
  const wanted = wantedBy([component]);
  const actions = new Set(departuresIn(wanted).map(actionOf));
  const behind = components.filter(
    ({ round, rules, actions: own }) =>
      round === 1 &&
      (rules.some(({ rule }) => wanted.bitOf({ kind: 'yields', principle: rule.principle }) !== 0n) ||
        own.some(({ id }) => actions.has(id))),
  );
  behindBy.set(component, behind);
  return behind;
}

/** The duty that a decision goes against. */
const DEPARTED_BY = { do: 'must-not', 'do-not': 'must' } as const;

function actionIn(id: ActionId, parts: Parts, { decided }: Dilemma): BriefAction | undefined {
  const component = parts.compiled.componentOf.get(id);
  if (!component) return { verdicts: ['silent'], unmet: false, sources: new Set() };
  const outcomes = outcomesOf(component, parts);
  if (!outcomes) return undefined;
  const verdicts = [...new Set(outcomes.map((one) => one.outcomes.get(id)?.verdict ?? 'silent'))];
  const decision = decided.get(id);
  const standings = outcomes.flatMap(
    (one) => one.actions.find(({ action }) => action.id === id)?.standings ?? [],
  );
  return {
    verdicts,
    unmet: decision !== undefined && verdicts.length === 1 && verdicts[0] === DEPARTED_BY[decision],
    sources: new Set(standings.map(({ rule }) => rule.rule.source.source)),
  };
}

/** Every outcome of a component that occurs; `undefined` where there were too many to look at. */
function outcomesOf(component: Component, parts: Parts): readonly ComponentOutcome[] | undefined {
  if (component.round === 1) {
    const { outcome, outcomes } = parts.first(component);
    return outcome === undefined ? undefined : outcomes;
  }
  const { result, cases } = parts.second(component);
  return result === undefined ? undefined : cases.flatMap(({ ways }) => ways.map(({ outcome }) => outcome));
}

/** Only the steps in question are looked at, on the parts that bring them about. */
function owesInOrder(
  steps: readonly StepId[],
  { space, dilemma }: { readonly space: Space; readonly dilemma: Dilemma },
  parts: Parts,
): boolean {
  const { compiled } = space;
  const { pack } = compiled;
  const asked = steps.flatMap((id) => pack.steps.get(id) ?? []);
  const onlyThese: Pack = { ...pack, steps: new Map(asked.map((step) => [step.id, step])) };
  const few: Space = { ...space, compiled: { ...compiled, pack: onlyThese } };
  const triggers = asked.flatMap((step) => step.triggers);
  const plain = triggers.every(({ kind }) => kind === 'on' || kind === 'when');
  const on = triggers.flatMap((trigger) =>
    trigger.kind === 'on' ? (compiled.componentOf.get(trigger.action) ?? []) : [],
  );
  const findings = plain
    ? findingsIn(new Set(on), { space: few, dilemma }, parts)
    : { ...parts.whole(), space: few };
  const owed = escalationOf(findings)
    .filter((step) => step.owed === 'yes' && !step.insteadOf)
    .map(({ id }) => id);
  return owed.length === steps.length && steps.every((id, at) => owed[at] === id);
}

function findingsIn(
  components: ReadonlySet<Component>,
  { space, dilemma }: { readonly space: Space; readonly dilemma: Dilemma },
  parts: Parts,
): Findings {
  const later = [...components].filter(({ round }) => round === 2);
  const behind = later.flatMap((component) => behindOf(component, parts.compiled));
  const firsts = new Set([...components].filter(({ round }) => round === 1).concat(behind));
  return {
    space,
    dilemma,
    first: new Map([...firsts].map((component) => [component, parts.first(component)])),
    second: new Map(later.map((component) => [component, parts.second(component)])),
  };
}
