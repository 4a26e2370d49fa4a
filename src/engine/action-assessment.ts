import type { ActionAssessment, Outcome, QuestionId, RuleAssessment, SetAside } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { Action } from '../model/pack.ts';
import type { CompiledRule, Component } from './compiled.ts';
import { isOutOnly } from './component.ts';
import { truth, type View } from './condition.ts';
import { influences, type Row } from './influence.ts';
import type { ActionOutcome, ComponentOutcome } from './outcome.ts';
import type { SecondSurvey } from './second-round.ts';
import { stands } from './settle.ts';
import { distinct, type Inquiry, keyOf, possibleOutcomes, rowsFor, type Survey, widest } from './survey.ts';

/** What is known of one action over all completions, whichever round it belongs to. */
interface Findings {
  readonly possible: readonly Outcome[];
  readonly exact: boolean;
  readonly rows: readonly Row[];
  readonly questions: readonly QuestionId[];
  /** Every outcome of its component that occurs; empty when not exact. */
  readonly outcomes: readonly ComponentOutcome[];
}

/** Tells of one action of the first round. */
export function firstRoundAction(
  action: Action,
  survey: Survey,
  to: { inquiry: Inquiry; dilemma: Dilemma },
): ActionAssessment {
  const view = { values: to.inquiry.known.values };
  return assessed(action, survey.component, {
    ...to,
    findings: {
      possible: possibleOutcomes(survey, action.id, view),
      exact: survey.exact,
      rows: rowsFor(survey, action.id),
      questions: survey.questions,
      outcomes: survey.outcomes,
    },
  });
}

/** Tells of one action of the second round; under a dilemma its verdict can hang on the way out. */
export function secondRoundAction(
  action: Action,
  survey: SecondSurvey,
  to: { inquiry: Inquiry; dilemma: Dilemma },
): ActionAssessment {
  const outcomes = [...new Set(survey.cases.flatMap(({ ways }) => ways.map(({ outcome }) => outcome)))];
  const rows = survey.cases.map(({ word, ways }) => ({
    word,
    result: ways.map(({ outcome }) => keyOf(outcome.outcomes.get(action.id))).join('\n'),
  }));
  const possible = survey.exact
    ? distinct(outcomes.flatMap((outcome) => outcome.outcomes.get(action.id) ?? []))
    : widest(survey.component, action.id, { values: to.inquiry.known.values });
  return assessed(action, survey.component, {
    ...to,
    findings: { possible, exact: survey.exact, rows, questions: survey.questions, outcomes },
  });
}

function assessed(
  action: Action,
  component: Component,
  { findings, inquiry, dilemma }: { findings: Findings; inquiry: Inquiry; dilemma: Dilemma },
): ActionAssessment {
  const { possible, exact, outcomes } = findings;
  const settled = possible.length === 1 ? possible[0] : undefined;
  const own = outcomes.flatMap((outcome) => outcome.actions.find((one) => one.action.id === action.id) ?? []);
  const outOnly = settled !== undefined && own.length > 0 && own.every(isOutOnly);
  const contests = outcomes.flatMap((outcome) =>
    outcome.contests.filter((one) => one.actions.includes(action.id)),
  );
  const decided = dilemma.decided.get(action.id);
  return {
    id: action.id,
    round: component.round,
    verdict: settled?.verdict ?? 'depends',
    grade: settled?.grade ?? null,
    through: outOnly ? 'not-together' : 'own',
    possible,
    exact: exact || settled !== undefined,
    dependsOn: settled ? [] : hangsOn(findings, inquiry),
    notTogetherWith: sorted(own.filter(isOutOnly).flatMap(({ outBy }) => outBy)),
    contestedWith: sorted(contests.flatMap(({ actions }) => actions.filter((id) => id !== action.id))),
    considering: dilemma.considering.includes(action.id),
    ...(decided ? { decided } : {}),
    unmet: decided !== undefined && settled?.verdict === DEPARTED_BY[decided],
    rules: rulesOn(action, component, { own, view: { values: inquiry.known.values }, exact }),
  };
}

/** The duty that a decision goes against. */
const DEPARTED_BY = { do: 'must-not', 'do-not': 'must' } as const;

/** Exact where all completions were looked at; otherwise everything that it may depend on. */
function hangsOn({ exact, questions, rows }: Findings, inquiry: Inquiry): readonly QuestionId[] {
  return exact ? influences(questions, rows, inquiry) : questions;
}

function sorted<T extends string>(ids: readonly T[]): T[] {
  return [...new Set(ids)].sort();
}

interface Seen {
  readonly own: readonly ActionOutcome[];
  readonly view: View;
  readonly exact: boolean;
}

/** The rules on an action that apply, or may apply, by id. */
function rulesOn(action: Action, component: Component, seen: Seen): RuleAssessment[] {
  return component.rules.flatMap((rule) => {
    if (rule.rule.action !== action.id) return [];
    return seen.exact ? (ruleSeen(rule, seen) ?? []) : (ruleGuessed(rule, seen) ?? []);
  });
}

function ruleSeen(rule: CompiledRule, { own }: Seen): RuleAssessment | undefined {
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
function ruleGuessed(rule: CompiledRule, { view }: Seen): RuleAssessment | undefined {
  const when = truth(rule.when, view);
  const unless = truth(rule.unless, view);
  if (when === false || unless === true) return undefined;
  const sure = when === true && unless === false;
  return { id: rule.rule.id, facts: rule.questions, standing: false, possible: !sure, setAsideBy: [] };
}
