import type { ActionAssessment, Outcome, QuestionId, RuleAssessment, SetAside } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { Action } from '../model/pack.ts';
import type { CompiledRule, Component } from './compiled.ts';
import { isOutOnly } from './component.ts';
import { truth } from './condition.ts';
import type { Node } from './diagram.ts';
import { influences } from './influence.ts';
import type { ActionOutcome, ComponentOutcome } from './outcome.ts';
import type { SecondCase, SecondSurvey } from './second-round.ts';
import { stands } from './settle.ts';
import type { Space } from './space.ts';
import { distinct, keyOf, type Survey, widest } from './survey.ts';

/** What is known of one action over all completions, whichever round it belongs to. */
interface Seen {
  readonly possible: readonly Outcome[];
  readonly dependsOn: readonly QuestionId[];
  readonly exact: boolean;
  /** Every outcome of its component that occurs; empty when not exact. */
  readonly outcomes: readonly ComponentOutcome[];
}

/** What an assessment of actions is told from. */
export interface Telling {
  readonly space: Space;
  readonly dilemma: Dilemma;
}

/** Tells of one action of the first round. */
export function firstRoundAction(action: Action, survey: Survey, telling: Telling): ActionAssessment {
  const { space } = telling;
  const verdict = (value: unknown) => keyOf((value as ComponentOutcome).outcomes.get(action.id));
  return assessed(action, survey.component, {
    ...telling,
    seen: seenOf(action, { ...survey, node: survey.outcome, key: verdict }, space),
  });
}

/** Tells of one action of the second round; under a dilemma its verdict can hang on the way out. */
export function secondRoundAction(action: Action, survey: SecondSurvey, telling: Telling): ActionAssessment {
  const { space } = telling;
  const outcomes = [...new Set(survey.cases.flatMap(({ ways }) => ways.map(({ outcome }) => outcome)))];
  const verdicts = (value: unknown) =>
    (value as SecondCase).ways.map(({ outcome }) => keyOf(outcome.outcomes.get(action.id))).join('\n');
  return assessed(action, survey.component, {
    ...telling,
    seen: seenOf(action, { ...survey, outcomes, node: survey.result, key: verdicts }, space),
  });
}

interface Looked {
  readonly component: Component;
  readonly questions: () => readonly QuestionId[];
  readonly outcomes: readonly ComponentOutcome[];
  readonly node: Node | undefined;
  readonly key: (value: unknown) => string;
}

function seenOf(action: Action, { component, questions, outcomes, node, key }: Looked, space: Space): Seen {
  if (node === undefined) {
    const possible = widest(component, action.id, space);
    return {
      possible,
      dependsOn: possible.length > 1 ? questions() : [],
      exact: possible.length === 1,
      outcomes: [],
    };
  }
  const possible = distinct(outcomes.flatMap((outcome) => outcome.outcomes.get(action.id) ?? []));
  return {
    possible,
    dependsOn: possible.length > 1 ? influences(space.map(node, key), space) : [],
    exact: true,
    outcomes,
  };
}

function assessed(
  action: Action,
  component: Component,
  told: Telling & { readonly seen: Seen },
): ActionAssessment {
  const { seen, dilemma } = told;
  const settled = seen.possible.length === 1 ? seen.possible[0] : undefined;
  const own = seen.outcomes.flatMap(
    (outcome) => outcome.actions.find((one) => one.action.id === action.id) ?? [],
  );
  const outOnly = settled !== undefined && own.length > 0 && own.every(isOutOnly);
  const contests = seen.outcomes.flatMap((outcome) =>
    outcome.contests.filter((one) => one.actions.includes(action.id)),
  );
  const decided = dilemma.decided.get(action.id);
  return {
    id: action.id,
    round: component.round,
    verdict: settled?.verdict ?? 'depends',
    grade: settled?.grade ?? null,
    through: outOnly ? 'not-together' : 'own',
    possible: seen.possible,
    exact: seen.exact,
    dependsOn: seen.dependsOn,
    notTogetherWith: sorted(own.filter(isOutOnly).flatMap(({ outBy }) => outBy)),
    contestedWith: sorted(contests.flatMap(({ actions }) => actions.filter((id) => id !== action.id))),
    considering: dilemma.considering.includes(action.id),
    ...(decided ? { decided } : {}),
    unmet: decided !== undefined && settled?.verdict === DEPARTED_BY[decided],
    rules: component.rules
      .filter(({ rule }) => rule.action === action.id)
      .flatMap(
        (rule) => (seen.outcomes.length > 0 ? ruleSeen(rule, own) : ruleGuessed(rule, told.space)) ?? [],
      ),
  };
}

/** The duty that a decision goes against. */
const DEPARTED_BY = { do: 'must-not', 'do-not': 'must' } as const;

function sorted<T extends string>(ids: readonly T[]): T[] {
  return [...new Set(ids)].sort();
}

/** A rule that applies in some completion: whether it stands in all, and what sets it aside where it does not. */
function ruleSeen(rule: CompiledRule, own: readonly ActionOutcome[]): RuleAssessment | undefined {
  const standings = own.map((one) => one.standings.find((standing) => standing.rule === rule));
  const applying = standings.filter((one) => one !== undefined);
  if (applying.length === 0) return undefined;
  const beaten = applying.flatMap(({ beatenBy }) =>
    beatenBy.map((by): SetAside => ({ rule: by.rule.rule.id, through: by.through })),
  );
  const out = own.flatMap(({ putOut }) =>
    (putOut.get(rule) ?? []).map((claim): SetAside => ({ rule: claim.rule.id, through: 'not-together' })),
  );
  return {
    id: rule.rule.id,
    facts: rule.questions,
    standing: standings.every((one) => one !== undefined && stands(one)),
    possible: applying.length < standings.length,
    setAsideBy: [...new Map([...beaten, ...out].map((one) => [JSON.stringify(one), one])).values()].sort(
      (first, second) => (first.rule < second.rule ? -1 : 1),
    ),
  };
}

/** Where completions were too many to look at: by what is known alone. */
function ruleGuessed(rule: CompiledRule, { known }: Space): RuleAssessment | undefined {
  const view = { values: known.values };
  const when = truth(rule.when, view);
  const unless = truth(rule.unless, view);
  if (when === false || unless === true) return undefined;
  const sure = when === true && unless === false;
  return { id: rule.rule.id, facts: rule.questions, standing: false, possible: !sure, setAsideBy: [] };
}
