import type { QuestionId, StepAssessment } from '../model/assessment.ts';
import type { StepId } from '../model/ids.ts';
import { PHASES, type Step } from '../model/pack.ts';
import { addOpen, questionsOf, type Test, truth, type View } from './condition.ts';
import { minutesOf } from './duration.ts';
import type { Findings } from './findings.ts';
import { compareStrings } from './order.ts';
import type { Owed } from './owed.ts';
import { discloses } from './safeguard-assessment.ts';
import { triggered } from './trigger.ts';

/** A step with the one whose clock it runs on: its own, or that of the step that it stands in for. */
interface Told {
  readonly assessment: StepAssessment;
  readonly clock: Step;
  readonly depth: number;
}

/**
 * Step 11: who is told, ordered by phase, then by how soon, then by id; a fallback stands right behind the step that
 * it stands in for, on the same clock.
 */
export function escalationOf(findings: Findings): StepAssessment[] {
  const steps = [...findings.space.compiled.pack.steps.values()];
  const told = steps.flatMap((step) =>
    triggered(step, findings).flatMap(({ owed, plain }) =>
      withFallbacks(step, { owed, plain, clock: step, findings }),
    ),
  );
  const own = new Set(
    told.filter(({ assessment }) => !assessment.insteadOf).map(({ assessment }) => assessment.id),
  );
  const needed = told.filter(({ assessment }) => !assessment.insteadOf || !own.has(assessment.id));
  return inClockOrder(once(needed)).map(({ assessment }) => assessment);
}

interface Branch {
  readonly owed: Owed;
  readonly plain: boolean;
  readonly clock: Step;
  readonly findings: Findings;
  readonly insteadOf?: readonly StepId[];
}

/** A step, and what is owed in its place where its role cannot be reached or that is not known. */
function withFallbacks(step: Step, branch: Branch): Told[] {
  const { owed, plain, clock, findings, insteadOf = [] } = branch;
  const { pack, resolve } = findings.space.compiled;
  const when = pack.roles.get(step.to)?.reachableWhen;
  const view: View = { values: findings.space.known.values };
  const reachable = reachability(when && resolve(when), view);
  const own: Told = {
    clock,
    depth: insteadOf.length,
    assessment: {
      id: step.id,
      ...owed,
      reachable,
      insteadOf: insteadOf.at(-1) ?? null,
      prepare: discloses(step) && (owed.owed !== 'yes' || !plain),
    },
  };
  if (reachable === 'yes') return [own];
  const open = when ? openIn(resolve(when), view) : [];
  const instead: Owed =
    reachable === 'no'
      ? owed
      : {
          ...owed,
          owed: owed.owed === 'yes' ? 'possible' : owed.owed,
          dependsOn: [...new Set([...owed.dependsOn, ...open])].sort(),
        };
  const fallbacks = step.fallback.flatMap((id) => {
    const fallback = pack.steps.get(id);
    if (!fallback || insteadOf.includes(id) || id === step.id) return [];
    return withFallbacks(fallback, { ...branch, owed: instead, insteadOf: [...insteadOf, step.id] });
  });
  return [own, ...fallbacks];
}

function reachability(when: Test | undefined, view: View): StepAssessment['reachable'] {
  const reached = when ? truth(when, view) : true;
  return reached === undefined ? 'unknown' : reached ? 'yes' : 'no';
}

function openIn(test: Test, view: View): QuestionId[] {
  const open = new Set<QuestionId>();
  addOpen(test, view, open);
  return open.size > 0 ? [...open].sort() : questionsOf(test);
}

/** One entry for a step under one decision; what is owed goes before what may be. */
function once(told: readonly Told[]): Told[] {
  const order = ['yes', 'if', 'possible'];
  const sorted = [...told].sort(
    (first, second) =>
      order.indexOf(first.assessment.owed) - order.indexOf(second.assessment.owed) ||
      first.depth - second.depth,
  );
  const seen = new Map<string, Told>();
  for (const one of sorted) {
    const key = `${one.assessment.id} ${JSON.stringify(one.assessment.if)}`;
    const always = seen.get(`${one.assessment.id} null`);
    if (!seen.has(key) && always?.assessment.owed !== 'yes') seen.set(key, one);
  }
  return [...seen.values()];
}

function inClockOrder(told: readonly Told[]): Told[] {
  return [...told].sort(
    (first, second) =>
      PHASES.indexOf(first.clock.phase) - PHASES.indexOf(second.clock.phase) ||
      minutesOf(first.clock.within) - minutesOf(second.clock.within) ||
      compareStrings(first.clock.id, second.clock.id) ||
      first.depth - second.depth ||
      compareStrings(first.assessment.id, second.assessment.id),
  );
}
