import type { CompiledPack } from '../../engine/assess.ts';
import type { Playable } from '../map/playable.ts';
import { type Law, type Ruling, rulingsOn } from './laws.ts';
import { randomOf } from './random.ts';
import { allStates, countWays, firstState, keyOf, type State, stateAfter } from './states.ts';

export interface Walk {
  readonly playable: Playable;
  readonly compiled: CompiledPack;
  readonly laws: readonly Law[];
  readonly runs: number;
  readonly seed: number;
  /** A walk of more choices is cut off. */
  readonly maxSteps: number;
  /** States that are looked at one by one; where there are more, only the random walks speak for the laws. */
  readonly mostStates: number;
}

export interface LawResult {
  readonly law: Law;
  /** Points at which it had something to say. */
  readonly spoke: number;
  /** The point with the fewest choices at which it is broken. */
  readonly broken?: State;
}

/** What came of the walks through one story. */
export interface Walked {
  readonly runs: number;
  readonly seed: number;
  /** How many of the walks came to each stage, end, and choice (`stage=option`), in the author's order. */
  readonly hits: {
    readonly stages: ReadonlyMap<string, number>;
    readonly options: ReadonlyMap<string, number>;
    readonly ends: ReadonlyMap<string, number>;
  };
  /** Walks that came to no end; the first of them. */
  readonly lost: number;
  readonly lostAt?: State;
  readonly ways: number;
  readonly states: number;
  /** Every state was looked at: what is said of the laws is then proved and not only tried. */
  readonly complete: boolean;
  readonly laws: readonly LawResult[];
}

/** Sends learners that choose at random through a story, and looks at every state where there are few enough. */
export function wander(walk: Walk): Walked {
  const { playable, compiled, laws, runs, seed } = walk;
  const { states, complete } = allStates(playable, walk.mostStates);
  const ruled = new Map<string, { readonly state: State; readonly rulings: readonly Ruling[] }>();
  const look = (state: State): void => {
    const key = keyOf(state);
    if (laws.length > 0 && !ruled.has(key))
      ruled.set(key, { state, rulings: rulingsOn(state.known, laws, compiled) });
  };
  if (complete) for (const state of states) look(state);
  const random = randomOf(seed);
  const hits = nothingHit(playable);
  let lost = 0;
  let lostAt: State | undefined;
  for (let run = 0; run < runs; run += 1) {
    const last = oneWalk(walk, { random, hits, look: complete ? undefined : look });
    if (playable.ends.has(last.at)) continue;
    lost += 1;
    lostAt ??= last;
  }
  return {
    runs,
    seed,
    hits,
    lost,
    ...(lostAt && { lostAt }),
    ways: countWays(playable),
    states: states.length,
    complete,
    laws: laws.map((law, index) =>
      resultOf(
        law,
        [...ruled.values()].map(({ state, rulings }) => ({ state, ruling: rulings[index] })),
      ),
    ),
  };
}

interface Hits {
  readonly stages: Map<string, number>;
  readonly options: Map<string, number>;
  readonly ends: Map<string, number>;
}

function nothingHit({ stages, ends }: Playable): Hits {
  const options = [...stages.values()].flatMap(({ id, options: own }) => own.map((one) => `${id}=${one.id}`));
  const none = (ids: Iterable<string>): Map<string, number> => new Map([...ids].map((id) => [id, 0]));
  return { stages: none(stages.keys()), options: none(options), ends: none(ends) };
}

interface OneWalk {
  readonly random: () => number;
  readonly hits: Hits;
  readonly look: ((state: State) => void) | undefined;
}

function oneWalk({ playable, maxSteps }: Walk, { random, hits, look }: OneWalk): State {
  let state = firstState(playable);
  for (let step = 0; ; step += 1) {
    look?.(state);
    const stage = playable.stages.get(state.at);
    count(stage ? hits.stages : hits.ends, state.at);
    const option = stage?.options[Math.floor(random() * stage.options.length)];
    if (!stage || !option || step >= maxSteps) return state;
    count(hits.options, `${stage.id}=${option.id}`);
    const next = stateAfter(playable, state, option);
    if (!next) return state;
    state = next;
  }
}

function count(hits: Map<string, number>, id: string): void {
  const before = hits.get(id);
  if (before !== undefined) hits.set(id, before + 1);
}

function resultOf(
  law: Law,
  points: readonly { readonly state: State; readonly ruling: Ruling | undefined }[],
): LawResult {
  const broken = points
    .filter(({ ruling }) => ruling === 'broken')
    .map(({ state }) => state)
    .toSorted((one, other) => one.path.size - other.path.size)[0];
  return {
    law,
    spoke: points.filter(({ ruling }) => ruling !== 'silent').length,
    ...(broken && { broken }),
  };
}
