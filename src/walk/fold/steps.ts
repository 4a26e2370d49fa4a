import type { Assessment, QuestionId } from '../../model/assessment.ts';
import type { ActionId, StepId } from '../../model/ids.ts';
import { PARTS, type PageId, PEOPLE } from './event.ts';
import type { WalkState } from './fold.ts';

/** What follows from the pack and what is known, worked out at most once per event. */
export interface Look {
  readonly assessment: () => Assessment;
  /** The next question whose answer can still change something. */
  readonly next: () => QuestionId | undefined;
  /** What is asked on one page with that question, itself among them; none where there is no next one. */
  readonly together: () => readonly QuestionId[];
  /** Questions left at most, the next one among them; never grows with an answer. */
  readonly atMost: () => number;
  /** The same with nothing decided: what a decision brings is what is not owed without it. */
  readonly undecided: () => Assessment;
  /** The condition under which the pack shows its panel again holds for certain. */
  readonly panelHolds: () => boolean;
}

/**
 * The page to show: the one gone back to, or the first that is still open. Nothing here is remembered; everything
 * follows from the state.
 */
export function pageNow(state: WalkState, look: Look): PageId | 'end' {
  if (state.at !== undefined) return state.at;
  if (state.topics === undefined) return 'marks';
  if (!state.confirmed) return 'confirm';
  if (!state.panelSeen && look.panelHolds()) return 'panel';
  if (!state.checked) {
    const next = look.next();
    return next === undefined ? 'check' : `question:${next}`;
  }
  return state.deciding ? decidingPage(state, look) : 'result';
}

function decidingPage(state: WalkState, look: Look): PageId | 'end' {
  const assessment = look.assessment();
  if (!state.decision) return 'decide';
  const reason = reasonsAsked(state, assessment).find((about) => !state.reasons.has(about));
  if (reason !== undefined) return `reason:${reason}`;
  if (!state.atLeastSeen && bringsMore(look)) return 'at-least';
  const person = PEOPLE.find((question) => !state.people.has(question));
  if (person) return `people:${person}`;
  if (state.parts === undefined) return 'parts';
  const part = partAsked(state);
  if (part) return part;
  if (state.review === undefined) return 'review';
  return state.saved ? 'end' : 'save';
}

/** The page of the first thing that is to go into the record and was not asked yet. */
function partAsked(state: WalkState): PageId | undefined {
  for (const part of PARTS) {
    if (!state.parts?.includes(part)) continue;
    if (part === 'consulted' || part === 'informed' || part === 'heard') {
      if (!state.people.has(part)) return `people:${part}`;
    } else if (part === 'told') {
      if (state.toldFacts === undefined) return 'told';
    } else if (!state.notes.has(part)) return `note:${part}`;
    else if (part === 'plan' && state.agreed === undefined) return 'agreed';
  }
  return undefined;
}

/** The one reason that is asked for a decision as a whole. */
export const WHOLE = 'whole';

/** What a reason is asked for: every duty that the decision departs from, one by one; else the decision as a whole. */
export function reasonsAsked(state: WalkState, assessment: Assessment): string[] {
  if (!state.decision) return [];
  const departed = assessment.actions.filter((action) => action.unmet).map(({ id }) => id);
  return departed.length > 0 ? departed : [WHOLE];
}

/** What is owed because of the decision, and would not be without it. */
export interface Brought {
  readonly actions: readonly ActionId[];
  readonly steps: readonly StepId[];
}

export function broughtBy(look: Look): Brought {
  const [now, before] = [look.assessment(), look.undecided()];
  const owed = <Owed extends { readonly owed: string }>(all: readonly Owed[]) =>
    all.filter((one) => one.owed === 'yes');
  const actions = new Set(owed(before.safeguards).map(({ action }) => action));
  const steps = new Set(owed(before.escalation).map(({ id }) => id));
  return {
    actions: [...new Set(owed(now.safeguards).map(({ action }) => action))].filter(
      (one) => !actions.has(one),
    ),
    steps: owed(now.escalation)
      .map(({ id }) => id)
      .filter((one) => !steps.has(one)),
  };
}

/** Whether there is something to say: a duty is departed from, or the way chosen brings more. */
function bringsMore(look: Look): boolean {
  const { actions, steps } = broughtBy(look);
  return actions.length > 0 || steps.length > 0 || look.assessment().actions.some((action) => action.unmet);
}

const CHOSEN_AMONG: readonly string[] = ['must', 'should', 'may', 'contested'];

/** The actions that the result asks for, allows, leaves open or that the worker had in mind: what a decision is about. */
export function toDecide(assessment: Assessment): ActionId[] {
  return assessment.actions
    .filter((action) => action.considering || action.unmet || CHOSEN_AMONG.includes(action.verdict))
    .map((action) => action.id);
}
