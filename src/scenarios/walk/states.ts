import type { CaseFile } from '../../model/case-file.ts';
import type { ProblemPlace } from '../../problems/problem.ts';
import { type Playable, type PlayableOption, stepped } from '../map/playable.ts';

/** One point of a story: where a learner stands, what is known there, and one way that leads to it. */
export interface State {
  /** The stage or the end. */
  readonly at: string;
  readonly known: CaseFile;
  /** Stage to option, in the order of the way: the first way that was found. */
  readonly path: ReadonlyMap<string, string>;
  /** Where its last choice stands. */
  readonly place?: ProblemPlace;
}

/** A state before the first choice. */
export function firstState({ base, start, stages }: Playable): State {
  const stage = stages.get(start);
  return { at: start, known: stage ? stepped(base, stage) : base, path: new Map() };
}

/** The state after a choice; `undefined`: it leads nowhere, or back to a stage of its own way. */
export function stateAfter(
  { stages, ends }: Playable,
  { at, known, path }: State,
  option: PlayableOption,
): State | undefined {
  const next = stages.get(option.then);
  if (!next && !ends.has(option.then)) return undefined;
  if (option.then === at || path.has(option.then)) return undefined;
  const after = stepped(known, option);
  return {
    at: option.then,
    known: next ? stepped(after, next) : after,
    path: new Map([...path, [at, option.id]]),
    place: option.place,
  };
}

/** What makes two states the same for all that follows: where, what is known, what was decided. */
export function keyOf({ at, known: { facts, decided } }: State): string {
  const given = [...facts].map(([id, one]) => `${id}=${one.kind === 'answer' ? one.answer : one.kind}`);
  const done = [...decided].map(([id, what]) => `${id}:${what}`);
  return [at, ...given.sort(), ...done.sort()].join(' ');
}

/** Every state of a story, each once, by the fewest choices; `complete: false`: there are more than were looked at. */
export interface AllStates {
  readonly states: readonly State[];
  readonly complete: boolean;
}

export function allStates(playable: Playable, most: number): AllStates {
  const first = firstState(playable);
  const found = new Map([[keyOf(first), first]]);
  for (const state of found.values()) {
    for (const option of playable.stages.get(state.at)?.options ?? []) {
      const next = stateAfter(playable, state, option);
      if (!next) continue;
      const key = keyOf(next);
      if (found.has(key)) continue;
      if (found.size >= most) return { states: [...found.values()], complete: false };
      found.set(key, next);
    }
  }
  return { states: [...found.values()], complete: true };
}

/** How many different ways lead from the first stage to an end; counted, not walked. */
export function countWays({ start, stages, ends }: Playable): number {
  const counted = new Map<string, number>();
  const from = (id: string, way: readonly string[]): number => {
    if (ends.has(id)) return 1;
    const before = counted.get(id);
    if (before !== undefined) return before;
    const options = way.includes(id) ? [] : (stages.get(id)?.options ?? []);
    const ways = options.reduce((sum, { then }) => sum + from(then, [...way, id]), 0);
    counted.set(id, ways);
    return ways;
  };
  return from(start, []);
}
