import type { Confidence, PlayEvent } from './event.ts';
import type { Option, Stage, Story } from './story.ts';

/** What one learner answered at one stage. */
export interface StageAnswer {
  readonly shift?: number;
  readonly option?: string;
  readonly confidence?: Confidence;
  readonly reason?: string;
}

/** One page of a session; `told` is what comes after a stage is committed. */
export type PageKind = 'care' | 'shift' | 'choice' | 'confidence' | 'reason' | 'told' | 'end';

export interface PlayPage {
  readonly kind: PageKind;
  /** The stage; of `end` the end; empty for `care`. */
  readonly at: string;
}

export interface PlayState {
  readonly answers: ReadonlyMap<string, StageAnswer>;
  /** Pages that are behind the learner, by `keyOf`. */
  readonly done: ReadonlySet<string>;
  readonly lang: string | undefined;
}

const BEGINNING: PlayState = { answers: new Map(), done: new Set(), lang: undefined };

/** The state after a list of events: what was answered last, and what is still open. */
export function fold(story: Story, events: readonly PlayEvent[]): PlayState {
  return events.reduce((state, event) => after(story, state, event), BEGINNING);
}

/**
 * The state after one more event.
 *
 * INVARIANT: a page that comes after an open one is open too. So going back is opening the page before, and a choice
 * that changes opens everything behind it; what was answered there is kept and offered again.
 */
export function after(story: Story, state: PlayState, event: PlayEvent): PlayState {
  switch (event.event) {
    case 'lang':
      return { ...state, lang: event.lang };
    case 'back':
      return goneBack(story, state);
    case 'noted':
      return close(state, { kind: 'care', at: '' });
    case 'ended':
      return close(state, { kind: 'end', at: event.end });
    case 'told':
      return close(state, { kind: 'told', at: event.stage });
    case 'shift':
      return answered(state, { kind: 'shift', at: event.stage }, { shift: event.value });
    case 'confidence':
      return answered(state, { kind: 'confidence', at: event.stage }, { confidence: event.confidence });
    case 'reason':
      return answered(state, { kind: 'reason', at: event.stage }, { reason: event.reason });
    case 'choice':
      return chosen(story, state, event);
  }
}

/** The pages in order, as far as the choices made so far lead; a way that turns in a circle ends where it closes. */
export function pagesOf(story: Story, { answers }: Pick<PlayState, 'answers'>): PlayPage[] {
  const pages: PlayPage[] = [{ kind: 'care', at: '' }];
  const { stages, end } = wayOf(story, answers);
  for (const stage of stages) {
    const taken = optionOf(stage, answers.get(stage.id)?.option);
    const kinds: PageKind[] = [
      ...(stage.shift ? (['shift'] as const) : []),
      'choice',
      ...(stage.asksConfidence ? (['confidence'] as const) : []),
      ...(stage.reason ? (['reason'] as const) : []),
      ...(taken && isTold(stage, taken) ? (['told'] as const) : []),
    ];
    pages.push(...kinds.map((kind) => ({ kind, at: stage.id })));
  }
  return end === undefined ? pages : [...pages, { kind: 'end', at: end }];
}

/** The page that comes now; `undefined`: the end has been read. */
export function pageNow(story: Story, state: PlayState): PlayPage | undefined {
  return pagesOf(story, state).find((page) => isOpen(story, state, page));
}

/** The stages on the way, and the end to which it leads where it has come to one. */
export function wayOf(
  story: Story,
  answers: ReadonlyMap<string, StageAnswer>,
): { readonly stages: readonly Stage[]; readonly end?: string } {
  const stages: Stage[] = [];
  for (let here = story.start; ; ) {
    const stage = story.stages.get(here);
    if (!stage) return story.ends.has(here) ? { stages, end: here } : { stages };
    if (stages.includes(stage)) return { stages };
    stages.push(stage);
    const taken = optionOf(stage, answers.get(here)?.option);
    if (!taken) return { stages };
    here = taken.then;
  }
}

/** The choice at each stage on the way, as `tests:` of a scenario name a path. */
export function pathOf(story: Story, answers: ReadonlyMap<string, StageAnswer>): Record<string, string> {
  return Object.fromEntries(
    wayOf(story, answers).stages.flatMap(({ id }) => {
      const option = answers.get(id)?.option;
      return option === undefined ? [] : [[id, option]];
    }),
  );
}

export function optionOf(stage: Stage, id: string | undefined): Option | undefined {
  return stage.options.find((option) => option.id === id);
}

/** Whether anything is to be read once this option is committed. */
export function isTold(stage: Stage, { consequence, coaching }: Option): boolean {
  return (
    consequence !== undefined || (stage.feedback === 'after' && (coaching !== undefined || hasPanel(stage)))
  );
}

export function hasPanel({ shift }: Stage): boolean {
  return shift !== undefined && shift.panel.size > 0;
}

function keyOf({ kind, at }: PlayPage): string {
  return `${kind} ${at}`;
}

function close(state: PlayState, page: PlayPage): PlayState {
  return { ...state, done: new Set([...state.done, keyOf(page)]) };
}

function answered(state: PlayState, page: PlayPage, answer: StageAnswer): PlayState {
  const answers = new Map(state.answers);
  answers.set(page.at, { ...answers.get(page.at), ...answer });
  return close({ ...state, answers }, page);
}

function chosen(
  story: Story,
  state: PlayState,
  { stage, option }: Extract<PlayEvent, { event: 'choice' }>,
): PlayState {
  const page: PlayPage = { kind: 'choice', at: stage };
  const before = state.answers.get(stage)?.option;
  const next = answered(state, page, { option });
  if (before === undefined || before === option) return next;
  const pages = pagesOf(story, next);
  const here = pages.findIndex(({ kind, at }) => kind === 'choice' && at === stage);
  const kept = new Set(pages.slice(0, here + 1).map(keyOf));
  return { ...next, done: new Set([...next.done].filter((key) => kept.has(key))) };
}

function goneBack(story: Story, state: PlayState): PlayState {
  const pages = pagesOf(story, state);
  const now = pages.findIndex((page) => isOpen(story, state, page));
  const here = now < 0 ? pages.length : now;
  // Into an earlier stage one goes by its choice, and what hangs on it is asked again.
  const to = pages
    .slice(0, here)
    .findLastIndex(({ kind, at }) => kind === 'choice' || at === pages[here]?.at);
  // The notes are read once; in front of them there is nothing to go back to.
  if (to < 1) return state;
  const opened = new Set(pages.slice(to).map(keyOf));
  return { ...state, done: new Set([...state.done].filter((key) => !opened.has(key))) };
}

/** A choice that the story does not have, as in a session of an older one, is made again. */
function isOpen(story: Story, { answers, done }: PlayState, page: PlayPage): boolean {
  if (!done.has(keyOf(page))) return true;
  if (page.kind !== 'choice') return false;
  const stage = story.stages.get(page.at);
  return stage !== undefined && optionOf(stage, answers.get(page.at)?.option) === undefined;
}
