import type { OwedIf, SafeguardAssessment } from '../model/assessment.ts';
import type { ActionId, RuleId } from '../model/ids.ts';
import type { Action, Verdict } from '../model/pack.ts';
import { isOutOnly } from './component.ts';
import type { Departure } from './condition.ts';
import type { ComponentOutcome } from './outcome.ts';
import { owedFrom } from './owed.ts';
import type { SecondCase, SecondSurvey } from './second-round.ts';
import { stands } from './settle.ts';
import type { Space } from './space.ts';
import { actionOf } from './wanted.ts';

/** Steps 8 to 10: what one action of the second round is owed as, and under what decision. */
export function safeguardsOn(action: Action, survey: SecondSurvey, space: Space): SafeguardAssessment[] {
  if (survey.result === undefined) return [unsure(action, survey)];
  const waysOf = ({ ways }: SecondCase) =>
    ways.map(({ way, outcome }) => ({ way, owed: isOwed(outcome, action.id) }));
  const outcomes = survey.cases.flatMap(({ ways }) => ways.map(({ outcome }) => outcome));
  const owed = owedFrom({ node: survey.result, told: survey.told }, waysOf, space).map((one) =>
    entry(action, one, outcomes),
  );
  if (owed.some((one) => one.owed === 'yes')) return owed;
  return [...owed, ...onDeparture(action, survey)];
}

function unsure(action: Action, survey: SecondSurvey): SafeguardAssessment {
  return {
    action: action.id,
    verdict: 'depends',
    owed: 'possible',
    if: null,
    rules: [],
    dependsOn: survey.questions(),
    prepare: discloses(action),
  };
}

function entry(
  action: Action,
  owed: {
    readonly owed: SafeguardAssessment['owed'];
    readonly if: OwedIf;
    readonly dependsOn: SafeguardAssessment['dependsOn'];
  },
  outcomes: readonly ComponentOutcome[],
): SafeguardAssessment {
  const owing = outcomes.filter((outcome) => isOwed(outcome, action.id));
  const verdicts = new Set(owing.flatMap((outcome) => outcome.outcomes.get(action.id)?.verdict ?? []));
  const [only] = verdicts;
  return {
    action: action.id,
    verdict: verdicts.size === 1 && only ? only : 'depends',
    ...owed,
    rules: rulesBehind(owing, action.id),
    prepare: owed.owed !== 'yes' && discloses(action),
  };
}

/** What would be owed if the worker departed from a duty, and is not owed otherwise. */
function onDeparture(action: Action, survey: SecondSurvey): SafeguardAssessment[] {
  const [first] = survey.cases;
  return [...(first?.departing.keys() ?? [])].flatMap((departure): SafeguardAssessment[] => {
    const after = survey.cases.map(({ departing }) => departing.get(departure));
    const owing = after.flatMap((outcomes) => outcomes ?? []);
    const everywhere = after.every((outcomes) => outcomes?.every((outcome) => isOwed(outcome, action.id)));
    if (!everywhere) return [];
    return [entry(action, { owed: 'if', if: { departs: departs(departure) }, dependsOn: [] }, owing)];
  });
}

function departs(departure: Departure): { must: ActionId } | { 'must-not': ActionId } {
  const action = actionOf(departure);
  return departure.startsWith('must:') ? { must: action } : { 'must-not': action };
}

const OWING: readonly Verdict[] = ['must', 'should', 'should-not', 'must-not'];

/** What a safeguard says, for or against, is owed; what is only put out by another is not. */
function isOwed(outcome: ComponentOutcome, action: ActionId): boolean {
  const one = outcome.actions.find((other) => other.action.id === action);
  return one !== undefined && OWING.includes(one.verdict) && !isOutOnly(one);
}

function rulesBehind(outcomes: readonly ComponentOutcome[], action: ActionId): RuleId[] {
  const standing = outcomes
    .flatMap((outcome) => outcome.actions.filter((one) => one.action.id === action))
    .flatMap(({ standings }) => standings.filter(stands).map(({ rule }) => rule.rule.id));
  return [...new Set(standing)].sort();
}

/** Reasoning from not knowing, or from a dilemma, may add only what neither discloses outside nor coerces. */
export function discloses(one: { readonly discloses: string; readonly coerces: boolean }): boolean {
  return one.discloses === 'outside' || one.coerces;
}
