import type {
  ActionAssessment,
  Assessment,
  Meanwhile,
  MeanwhileAction,
  Outcome,
  Precaution,
  QuestionId,
} from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import { truth } from './condition.ts';
import type { Findings } from './findings.ts';
import { isPossible, type Knowledge } from './known.ts';
import { compareStrings } from './order.ts';
import { isAgainst, isFor } from './principle.ts';
import { discloses } from './safeguard-assessment.ts';

type Told = Pick<Assessment, 'actions' | 'escalation' | 'safeguards'>;

/** Tells what is safe to say while something is not known. */
export function meanwhileOf(
  told: Told,
  findings: Findings,
  {
    leftOut,
    assessAs,
  }: { leftOut: 'not-known' | 'not-asked'; assessAs: (values: Knowledge['values']) => Told },
): Meanwhile {
  const settledFor = always(told.actions, isFor);
  const settledAgainst = always(told.actions, isAgainst);
  const facts = precautionsIn(findings, leftOut);
  const none: Meanwhile = { settledFor, settledAgainst, asIf: { facts: [], actions: [], steps: [] } };
  if (facts.length === 0) return none;
  const values = new Map(findings.space.known.values);
  for (const { fact, value } of facts) values.set(fact, value);
  const after = assessAs(values);
  const added = after.actions.filter(
    (action) => allOutcomes(action, isFor) && !settledFor.includes(action.id),
  );
  if (added.length === 0 && newSteps(told, after).length === 0) return none;
  return { ...none, asIf: { facts, ...asIf(added, { told, after, facts, findings }) } };
}

function always(actions: readonly ActionAssessment[], direction: (verdict: Verdict) => boolean): ActionId[] {
  return actions.filter((action) => allOutcomes(action, direction)).map(({ id }) => id);
}

function allOutcomes({ possible }: ActionAssessment, direction: (verdict: Verdict) => boolean): boolean {
  return possible.length > 0 && possible.every((outcome: Outcome) => direction(outcome.verdict));
}

/**
 * The cautious values of facts that arise and are not known, taken together; those that constraints refuse are skipped.
 * While the walkthrough is under way, only what was asked and left open calls for caution.
 */
function precautionsIn({ space, dilemma }: Findings, leftOut: 'not-known' | 'not-asked'): Precaution[] {
  const { compiled, known } = space;
  const values = new Map(known.values);
  const taken: Precaution[] = [];
  for (const [id, fact] of [...compiled.pack.facts].sort(([first], [second]) =>
    compareStrings(first, second),
  )) {
    const given = dilemma.facts.get(id);
    if (!fact.whileUnknown || values.has(id) || given?.kind === 'withheld') continue;
    if (!given && leftOut === 'not-asked') continue;
    const asked = compiled.variables.get(id)?.asked;
    if (asked && truth(asked, { values }) !== true) continue;
    values.set(id, fact.whileUnknown.actAsIf);
    if (isPossible({ ...known, values }, compiled))
      taken.push({ fact: id, value: fact.whileUnknown.actAsIf });
    else values.delete(id);
  }
  return taken;
}

interface Comparison {
  readonly told: Told;
  readonly after: Told;
  readonly facts: readonly Precaution[];
  readonly findings: Findings;
}

function asIf(
  added: readonly ActionAssessment[],
  comparison: Comparison,
): Pick<Meanwhile['asIf'], 'actions' | 'steps'> {
  const { told, after, facts, findings } = comparison;
  const { pack } = findings.space.compiled;
  const own = new Set<string>(added.map(({ id }) => id));
  const hidden = (id: ActionId) => {
    const action = pack.actions.get(id);
    return action !== undefined && discloses(action);
  };
  // A safeguard that is owed only since something is disclosed belongs under that disclosure.
  const prepared = added.filter((action) => action.round === 1 && hidden(action.id));
  const brought = prepared.length > 0 ? added.filter((action) => action.round === 2) : [];
  const steps = newSteps(told, after);
  const stepsOf = (id: ActionId) =>
    steps.filter((step) =>
      pack.steps.get(step)?.triggers.some((one) => one.kind === 'on' && one.action === id),
    );
  const free = steps.filter((step) => ![...own].some((id) => stepsOf(id as ActionId).includes(step)));
  const actions = added
    .filter((action) => !brought.includes(action))
    .map(
      (action): MeanwhileAction => ({
        id: action.id,
        verdict: action.verdict === 'depends' ? (action.possible[0]?.verdict ?? 'may') : action.verdict,
        prepare: hidden(action.id),
        askFirst: askFirst(action.id, comparison),
        brings: [
          ...putOutBy(action.id, told, after),
          ...(prepared.includes(action)
            ? brought.map(
                ({ id, possible }) => ({ action: id, verdict: possible[0]?.verdict ?? 'should' }) as const,
              )
            : []),
          ...stepsOf(action.id).map((step) => ({ step })),
        ],
      }),
    );
  const questions = facts.map(({ fact }) => fact);
  return {
    actions,
    steps: free.map((id) => {
      const step = pack.steps.get(id);
      const prepare = step !== undefined && discloses(step);
      return { id, prepare, askFirst: prepare ? questions : [] };
    }),
  };
}

/** The unknown facts that an action hangs on and that caution gave a value. */
function askFirst(action: ActionId, { told, facts }: Comparison): QuestionId[] {
  const before = told.actions.find(({ id }) => id === action);
  const cautious = facts.map(({ fact }): QuestionId => fact);
  const hanging = cautious.filter((fact) => before?.dependsOn.includes(fact));
  return hanging.length > 0 ? hanging : cautious;
}

function putOutBy(action: ActionId, told: Told, after: Told): { action: ActionId; verdict: Verdict }[] {
  return after.actions.flatMap(({ id, verdict, notTogetherWith }) => {
    const before = told.actions.find((other) => other.id === id)?.verdict;
    return notTogetherWith.includes(action) && verdict !== 'depends' && verdict !== before
      ? [{ action: id, verdict }]
      : [];
  });
}

function newSteps(told: Told, after: Told): Assessment['escalation'][number]['id'][] {
  const owed = (one: Told) => one.escalation.filter((step) => step.owed === 'yes').map(({ id }) => id);
  const before = new Set(owed(told));
  return owed(after).filter((id) => !before.has(id));
}
