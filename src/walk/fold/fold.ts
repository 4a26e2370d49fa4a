import type { CaseFile, Dilemma, Given } from '../../model/case-file.ts';
import type { ActionId, FactId, TopicId } from '../../model/ids.ts';
import {
  type Agreed,
  type Note,
  type PageId,
  type Part,
  type PeopleQuestion,
  pageOf,
  type Role,
  type Screening,
  type WalkEvent,
} from './event.ts';

/** What the worker decided: what is done and left, something else in own words, and why for each that needs a reason. */
export interface Decision {
  readonly do: readonly ActionId[];
  readonly leave: readonly ActionId[];
  readonly other: string;
}

/** What a walkthrough knows: the fold of its events. */
export interface WalkState {
  readonly lang: string | undefined;
  readonly pack: string | undefined;
  /** `undefined` until the marks were set for the first time. */
  readonly topics: readonly TopicId[] | undefined;
  readonly confirmed: boolean;
  readonly screened: ReadonlyMap<TopicId, Screening>;
  readonly facts: ReadonlyMap<FactId, Given>;
  readonly considering: readonly ActionId[];
  readonly panelSeen: boolean;
  readonly checked: boolean;
  readonly deciding: boolean;
  readonly decision: Decision | undefined;
  readonly reasons: ReadonlyMap<string, string>;
  readonly atLeastSeen: boolean;
  readonly people: ReadonlyMap<PeopleQuestion, readonly Role[]>;
  /** What else goes into the record; `undefined` until it was asked. */
  readonly parts: readonly Part[] | undefined;
  readonly notes: ReadonlyMap<Note, string>;
  readonly agreed: Agreed | undefined;
  /** Facts that are known only because somebody told them; `undefined` until it was asked. */
  readonly toldFacts: readonly FactId[] | undefined;
  readonly review: string | undefined;
  readonly saved: boolean;
  /** Pages in the order in which they were first answered. */
  readonly trail: readonly PageId[];
  /** The page that was gone back to; `undefined`: the next one that follows from what is known. */
  readonly at: PageId | undefined;
  /** That page was gone to in order to change it: what was asked together with it is not shown again. */
  readonly alone: boolean;
}

export const START: WalkState = {
  lang: undefined,
  pack: undefined,
  topics: undefined,
  confirmed: false,
  screened: new Map(),
  facts: new Map(),
  considering: [],
  panelSeen: false,
  checked: false,
  deciding: false,
  decision: undefined,
  reasons: new Map(),
  atLeastSeen: false,
  people: new Map(),
  parts: undefined,
  notes: new Map(),
  agreed: undefined,
  toldFacts: undefined,
  review: undefined,
  saved: false,
  trail: [],
  at: undefined,
  alone: false,
};

/**
 * Folds the events of a walkthrough into what it knows.
 *
 * INVARIANT: changing an answer never drops another one; what is no longer relevant is parked by the assessment.
 */
export function fold(events: readonly WalkEvent[], start: WalkState = START): WalkState {
  return events.reduce(after, start);
}

/** The state after one more event. */
export function after(state: WalkState, event: WalkEvent): WalkState {
  const page = pageOf(event);
  const moved: WalkState =
    page === undefined
      ? state
      : { ...state, at: undefined, trail: state.trail.includes(page) ? state.trail : [...state.trail, page] };
  return { ...moved, ...change(state, event) };
}

function change(state: WalkState, event: WalkEvent): Partial<WalkState> {
  switch (event.event) {
    case 'marks':
      return { topics: event.topics, confirmed: false };
    case 'marks-confirmed':
      return { confirmed: true };
    case 'screened':
      return { screened: adding(state.screened, event.topic, event.answer) };
    case 'fact':
      return { facts: adding(state.facts, event.fact, event.given) };
    case 'panel-seen':
      return { panelSeen: true };
    case 'checked':
      return { checked: true };
    case 'considering':
      return { considering: event.actions };
    case 'deciding':
      return { deciding: true };
    case 'decided':
      return { decision: { do: event.do, leave: event.leave, other: event.other }, atLeastSeen: false };
    case 'reason':
      return { reasons: adding(state.reasons, event.about, event.text) };
    case 'at-least-seen':
      return { atLeastSeen: true };
    case 'people':
      return { people: adding(state.people, event.question, event.roles) };
    case 'review':
      return { review: event.on };
    case 'saved':
      return { saved: true };
    case 'lang':
      return { lang: event.lang };
    case 'pack':
      return { pack: event.pack };
    default:
      return partChange(state, event);
  }
}

type Move = 'back' | 'revisit' | 'go-on';

/** What goes into the record besides the decision. */
function partChange(
  state: WalkState,
  event: Extract<WalkEvent, { event: 'parts' | 'note' | 'agreed' | 'told' | Move }>,
): Partial<WalkState> {
  switch (event.event) {
    case 'parts':
      return { parts: event.parts };
    case 'note':
      return { notes: adding(state.notes, event.about, event.text) };
    case 'agreed':
      return { agreed: event.answer };
    case 'told':
      return { toldFacts: event.facts };
    default:
      return move(state, event);
  }
}

function move(state: WalkState, event: Extract<WalkEvent, { event: Move }>): Partial<WalkState> {
  switch (event.event) {
    case 'back':
      return back(state, event.from);
    case 'revisit':
      // What was decided stands on the answers: it is looked at again after they have changed.
      return {
        at: event.page,
        alone: true,
        checked: event.page === 'check' ? false : state.checked && !isAnswer(event.page),
      };
    case 'go-on':
      return { at: undefined };
  }
}

/** The page before the one shown, or before the first of those that are shown as one; the first page stays. */
function back(state: WalkState, from = state.at): Partial<WalkState> {
  const found = from === undefined ? -1 : state.trail.indexOf(from);
  const here = found < 0 ? state.trail.length : found;
  const page = state.trail[here - 1];
  if (page === undefined) return {};
  const undone = page === 'check' ? { checked: false } : page === 'result' ? { deciding: false } : {};
  return { at: page, alone: false, ...undone };
}

function isAnswer(page: PageId): boolean {
  return page === 'marks' || page === 'confirm' || page.startsWith('question:');
}

/** Whether something was answered that a draft is worth keeping for. */
export function begun(state: WalkState): boolean {
  return state.topics !== undefined || state.facts.size > 0;
}

/** The dilemma as the engine takes it. Topics count once they are confirmed; a decision counts while it is being made. */
export function dilemmaOf(state: WalkState): Dilemma {
  const screened = new Map<TopicId, boolean>();
  for (const [topic, answer] of state.screened) {
    if (answer === 'yes' || answer === 'no') screened.set(topic, answer === 'yes');
  }
  const decided = new Map<ActionId, 'do' | 'do-not'>();
  for (const action of state.decision?.do ?? []) decided.set(action, 'do');
  for (const action of state.decision?.leave ?? []) decided.set(action, 'do-not');
  return {
    facts: state.facts,
    ...(state.confirmed && state.topics ? { topics: new Set(state.topics) } : {}),
    screened,
    considering: state.considering,
    decided,
  };
}

/** A case file told as the events that would have led to it. */
export function eventsOf(given: CaseFile): WalkEvent[] {
  const events: WalkEvent[] = [];
  if (given.topics) {
    events.push({ event: 'marks', topics: [...given.topics] }, { event: 'marks-confirmed' });
  }
  for (const [topic, answer] of given.screened) {
    events.push({ event: 'screened', topic, answer: answer ? 'yes' : 'no' });
  }
  for (const [fact, value] of given.facts) events.push({ event: 'fact', fact, given: value });
  if (given.considering.length > 0) events.push({ event: 'considering', actions: given.considering });
  const decided = [...given.decided];
  if (decided.length > 0) {
    const those = (what: 'do' | 'do-not') =>
      decided.filter(([, word]) => word === what).map(([action]) => action);
    events.push({ event: 'decided', do: those('do'), leave: those('do-not'), other: '' });
  }
  return events;
}

function adding<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value);
}
