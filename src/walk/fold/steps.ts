import type { Assessment, QuestionId } from '../../model/assessment.ts';
import type { ActionId } from '../../model/ids.ts';
import { type PageId, PEOPLE } from './event.ts';
import type { WalkState } from './fold.ts';

/** What follows from the pack and what is known, worked out at most once per event. */
export interface Look {
  readonly assessment: () => Assessment;
  /** The next question whose answer can still change something. */
  readonly next: () => QuestionId | undefined;
  /** Questions left at most, the next one among them; never grows with an answer. */
  readonly atMost: () => number;
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
  return state.deciding ? decidingPage(state, look.assessment()) : 'result';
}

function decidingPage(state: WalkState, assessment: Assessment): PageId | 'end' {
  if (!state.decision) return 'decide';
  const reason = reasonsAsked(state, assessment).find((about) => !state.reasons.has(about));
  if (reason !== undefined) return `reason:${reason}`;
  if (!state.atLeastSeen && owedByDeparture(assessment)) return 'at-least';
  const person = PEOPLE.find((question) => !state.people.has(question));
  if (person) return `people:${person}`;
  if (state.review === undefined) return 'review';
  return state.saved ? 'end' : 'save';
}

/** The one reason that is asked for a decision as a whole. */
export const WHOLE = 'whole';

/** What a reason is asked for: every duty that the decision departs from, one by one; else the decision as a whole. */
export function reasonsAsked(state: WalkState, assessment: Assessment): string[] {
  if (!state.decision) return [];
  const departed = assessment.actions.filter((action) => action.unmet).map(({ id }) => id);
  return departed.length > 0 ? departed : [WHOLE];
}

/** Whether the decision departs from a duty and something is owed because of that. */
export function owedByDeparture(assessment: Assessment): boolean {
  return assessment.actions.some((action) => action.unmet);
}

/** The actions that the result asks for, leaves open or that the worker had in mind: what a decision is about. */
export function toDecide(assessment: Assessment): ActionId[] {
  return assessment.actions
    .filter(
      (action) =>
        action.considering ||
        action.unmet ||
        action.verdict === 'must' ||
        action.verdict === 'should' ||
        action.verdict === 'contested',
    )
    .map((action) => action.id);
}
