import type { Assessment, QuestionId } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { ActionId, FactId, StepId } from '../model/ids.ts';
import { PHASES } from '../model/pack.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { truth } from './condition.ts';
import { stageOf } from './find-out.ts';
import { knowledgeOf } from './known.ts';

/** Where an interview stands: what is known, what follows, and which questions were put already. */
export interface Interview {
  readonly compiled: CompiledPack;
  readonly dilemma: Dilemma;
  readonly assessment: Assessment;
  /** Questions that were asked and left open: *not known yet*, *prefers not to say*, *will find out by*. */
  readonly asked: ReadonlySet<QuestionId>;
}

/**
 * The questions that can still change a verdict, a step or a safeguard, in the order in which to ask them: screening
 * first, then what the most urgent verdicts hang on, then by stage, then what most hangs on, then as the pack's author
 * wrote them. Some arise only once others are answered.
 *
 * INVARIANT: an answer never makes the list longer, so its length is the most that is still to be asked.
 */
export function relevantQuestions(interview: Interview): QuestionId[] {
  const { compiled, dilemma, asked } = interview;
  const hanging = hangingOn(interview);
  const authored: readonly QuestionId[] = [...compiled.pack.facts.keys()];
  const put = (question: QuestionId) => asked.has(question) || dilemma.facts.has(question as FactId);
  return [...hanging.keys()]
    .filter((question) => !put(question))
    .sort((first, second) => {
      const [one, other] = [stageOf(first, compiled), stageOf(second, compiled)];
      const screening = Number(other < 0) - Number(one < 0);
      const [here, there] = [hanging.get(first) ?? NOTHING, hanging.get(second) ?? NOTHING];
      const urgent = here.urgency - there.urgency;
      const order = there.count - here.count || authored.indexOf(first) - authored.indexOf(second);
      return screening || urgent || one - other || order;
    });
}

/** The relevant questions that arise for certain, the one to ask next first; none when nothing can change the answer. */
export function askableQuestions(interview: Interview): QuestionId[] {
  const known = knowledgeOf(interview.dilemma, interview.compiled);
  return relevantQuestions(interview).filter((question) => {
    const arises = interview.compiled.variables.get(question)?.asked;
    return !arises || truth(arises, { values: known.values }) === true;
  });
}

/** What hangs on an open question: how many verdicts, steps and safeguards, and the most urgent of their phases. */
interface Hanging {
  readonly count: number;
  /** Place of the phase: 0 for now. */
  readonly urgency: number;
}

const NOTHING: Hanging = { count: 0, urgency: Number.POSITIVE_INFINITY };

function hangingOn({ compiled, assessment }: Interview): Map<QuestionId, Hanging> {
  const { pack } = compiled;
  const found = new Map<QuestionId, Hanging>();
  const note = (questions: readonly QuestionId[], urgency: number) => {
    for (const question of questions) {
      const before = found.get(question) ?? NOTHING;
      found.set(question, { count: before.count + 1, urgency: Math.min(before.urgency, urgency) });
    }
  };
  for (const { id, dependsOn, possible } of assessment.actions) {
    const asks = possible.some(
      ({ verdict }) => verdict === 'must' || verdict === 'should' || verdict === 'contested',
    );
    const phase = PHASES.indexOf(pack.actions.get(id)?.phase ?? 'later');
    note(dependsOn, asks ? phase : PHASES.length);
  }
  for (const { action, dependsOn } of assessment.safeguards)
    note(dependsOn, PHASES.indexOf(pack.actions.get(action)?.phase ?? 'later'));
  for (const { id, dependsOn } of assessment.escalation)
    note(dependsOn, PHASES.indexOf(pack.steps.get(id)?.phase ?? 'later'));
  return found;
}

/** What hangs on a question: the answer to *why do you ask?* */
export function whyAsked(
  assessment: Assessment,
  question: QuestionId,
): { actions: ActionId[]; steps: StepId[] } {
  const hangs = ({ dependsOn }: { readonly dependsOn: readonly QuestionId[] }) =>
    dependsOn.includes(question);
  const safeguards = assessment.safeguards.filter(hangs).map(({ action }) => action);
  const actions = assessment.actions.filter(hangs).map(({ id }) => id);
  return {
    actions: [...new Set([...actions, ...safeguards])],
    steps: [...new Set(assessment.escalation.filter(hangs).map(({ id }) => id))],
  };
}
