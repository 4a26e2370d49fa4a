import type {
  ActionAssessment,
  Assessment,
  Outcome,
  OwedIf,
  SetAside,
  WayOut,
} from '../../src/model/assessment.ts';

type Through = SetAside['through'];

/**
 * An assessment in the short words of the tables in tests/engine: maps by id, and sorted lists where order means
 * nothing. Lists whose order is promised (`order`, `escalation`, `dilemmas`, `safeguards`) keep it.
 */
export function terse(assessment: Assessment): Readonly<Record<string, unknown>> {
  const { actions, principles, facts, topics } = assessment;
  const byAction = <T>(tell: (action: ActionAssessment) => T): Record<string, T> =>
    Object.fromEntries(actions.map((action) => [action.id, tell(action)]));
  const ofRules = <T>(tell: (rule: ActionAssessment['rules'][number]) => T): Record<string, T> =>
    Object.fromEntries(actions.flatMap(({ rules }) => rules.map((rule) => [rule.id, tell(rule)])));
  return {
    headline: assessment.headline,
    verdicts: byAction(({ verdict }) => verdict),
    grades: byAction(({ grade }) => grade ?? 'none'),
    through: byAction(({ through }) => through),
    possible: byAction(({ possible }) => sorted(possible.map(outcome))),
    exact: byAction(({ exact }) => yesNo(exact)),
    dependsOn: byAction(({ dependsOn }) => sorted(dependsOn)),
    notTogetherWith: byAction(({ notTogetherWith }) => sorted(notTogetherWith)),
    contestedWith: byAction(({ contestedWith }) => sorted(contestedWith)),
    round: byAction(({ round }) => round),
    unmet: byAction(({ unmet }) => yesNo(unmet)),
    decided: byAction(({ decided }) => decided ?? 'none'),
    considering: byAction(({ considering }) => yesNo(considering)),
    rules: byAction(({ rules }) => sorted(rules.map(({ id }) => id))),
    standing: byAction(({ rules }) => sorted(rules.filter(({ standing }) => standing).map(({ id }) => id))),
    mayApply: byAction(({ rules }) => sorted(rules.filter(({ possible }) => possible).map(({ id }) => id))),
    restsOn: ofRules(({ facts: rests }) => sorted(rests)),
    setAside: ofRules(({ setAsideBy }) =>
      sorted(setAsideBy.map((by) => `${by.rule} ${through(by.through)}`)),
    ),
    order: actions.map(({ id }) => id),
    dilemmas: assessment.dilemmas.map((dilemma) => ({
      ...dilemma,
      id: dilemma.id ?? 'none',
      actions: sorted(dilemma.actions),
      waysOut: sorted(dilemma.waysOut.map(wayOut)),
      ways: dilemma.waysOut.length,
      more: yesNo(dilemma.more),
    })),
    principles: Object.fromEntries(principles.map(({ id, status }) => [id, status])),
    yieldsTo: Object.fromEntries(
      principles.map(({ id, to }) => [
        id,
        sorted(to.map((by) => `${by.principle} on ${by.action} ${through(by.through)}`)),
      ]),
    ),
    unclearBy: Object.fromEntries(principles.map(({ id, dependsOn }) => [id, sorted(dependsOn)])),
    safeguards: assessment.safeguards.map((one) => ({
      ...one,
      if: owedIf(one.if),
      rules: sorted(one.rules),
      dependsOn: sorted(one.dependsOn),
    })),
    escalation: assessment.escalation.map((step) => ({
      ...step,
      if: owedIf(step.if),
      dependsOn: sorted(step.dependsOn),
      insteadOf: step.insteadOf ?? 'none',
      prepare: yesNo(step.prepare),
    })),
    settledFor: sorted(assessment.meanwhile.settledFor),
    settledAgainst: sorted(assessment.meanwhile.settledAgainst),
    asIf: sorted(assessment.meanwhile.asIf.facts.map(({ fact, value }) => `${fact} is ${value}`)),
    asIfActions: assessment.meanwhile.asIf.actions.map((action) => ({
      ...action,
      prepare: yesNo(action.prepare),
      askFirst: sorted(action.askFirst),
      brings: sorted(
        action.brings.map((one) => ('step' in one ? `step ${one.step}` : `${one.action} ${one.verdict}`)),
      ),
    })),
    partings: assessment.partings.map((parting) => ({
      action: parting.action,
      kinds: Object.fromEntries(Object.entries(parting.byKind).map(([kind, { verdict }]) => [kind, verdict])),
      settledBy: parting.settledBy ?? 'none',
    })),
    findOut: Object.fromEntries(
      assessment.findOut.map(({ question, changes }) => [
        question,
        Object.fromEntries(changes.map(({ answer, verdicts }) => [answer, verdicts])),
      ]),
    ),
    facts: Object.fromEntries(facts.map(({ id, answer, from }) => [id, `${answer} ${from}`])),
    topics: Object.fromEntries(topics.map(({ id, state, from }) => [id, `${state} ${from}`])),
    contradiction: sorted(assessment.contradiction),
    packFaults: assessment.packFaults.map((fault) => ({
      kind: fault.kind,
      rules: sorted(fault.rules),
      priorities: sorted(fault.priorities),
    })),
    notes: sorted(assessment.notes),
    conduct: sorted(assessment.conduct),
    nearestChange: assessment.nearestChange.map(({ action, to, kind, set }) =>
      [action, to, kind, ...Object.entries(set).map(([fact, answer]) => `${fact}=${answer}`)].join(' '),
    ),
  };
}

/** `contested duty`, `contested advice`; any other verdict says its grade itself. */
export function outcome({ verdict, grade }: Outcome): string {
  return verdict === 'contested' ? `contested ${grade ?? 'none'}` : verdict;
}

function through(by: Through): string {
  return typeof by === 'string' ? by : by.priority;
}

function wayOut({ do: done, leave }: WayOut): string {
  return `do ${sorted(done).join(' ') || '-'}, leave ${sorted(leave).join(' ') || '-'}`;
}

function owedIf(condition: OwedIf): string {
  if (condition === null) return 'whatever';
  if (!('departs' in condition)) return wayOut(condition);
  const [duty, action] = Object.entries(condition.departs)[0] ?? [];
  return `departs ${String(duty)} ${String(action)}`;
}

function yesNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}

function sorted(words: readonly string[]): string[] {
  return [...words].sort();
}
