import type { WayOut } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Node } from './diagram.ts';
import type { ComponentOutcome, Contest } from './outcome.ts';
import { joined, type Space } from './space.ts';
import type { Survey } from './survey.ts';

export type Decided = ReadonlyMap<ActionId, 'do' | 'do-not'>;

/**
 * What can be decided in the first round with all facts known, as far as somebody asks: for each way out of all its
 * dilemmas together, which of the things asked then hold, one bit each.
 */
export interface Ways {
  readonly ways: readonly Way[];
  /** What is asked of the dilemma itself, whatever is decided. */
  readonly noted: bigint;
}

interface Way {
  /** The decisions; null where they are not told, or where there is nothing to decide that matters. */
  readonly way: WayOut | null;
  readonly holds: bigint;
}

/** What somebody asks of one outcome of the first round. */
export interface Asked {
  readonly decided: Decided;
  readonly noted: (outcome: ComponentOutcome) => bigint;
  /** What holds whatever is decided. */
  readonly settled: (outcome: ComponentOutcome) => bigint;
  /** What holds besides when one way out of a contest is taken. */
  readonly under: (outcome: ComponentOutcome, contest: AContest, way: WayOut) => bigint;
}

export type AContest = ComponentOutcome['contests'][number];

/** Combinations of ways out that are told; where they need not be told, all are counted. */
const MOST_TOLD = 64;

/**
 * What can be decided, as a function of all that is open; `told` says whether the ways are kept apart by the decisions
 * themselves or only by what they bring, of which there are few. Undefined where a survey has no diagram.
 */
export function waysNode(
  surveys: readonly Survey[],
  asked: Asked,
  { space, told }: { readonly space: Space; readonly told: boolean },
): Node | undefined {
  const same = internerOf<Ways>(({ ways, noted }) =>
    JSON.stringify([String(noted), ways.map(({ way, holds }) => [String(holds), way])]),
  );
  const nodes = surveys.map(({ outcome }) =>
    outcome === undefined
      ? undefined
      : space.map(outcome, (one: ComponentOutcome) => same(waysIn(one, asked, told))),
  );
  if (nodes.includes(undefined)) return undefined;
  const nothing = same({ ways: [{ way: null, holds: 0n }], noted: 0n });
  return joined([...(nodes as Node[]), space.diagrams.end(nothing)], space, (one: Ways, other: Ways) =>
    same(together(one, other, told)),
  );
}

function waysIn(outcome: ComponentOutcome, asked: Asked, told: boolean): Ways {
  const start: Ways = { ways: [{ way: null, holds: asked.settled(outcome) }], noted: asked.noted(outcome) };
  return outcome.contests.reduce((before, contest) => {
    const ways = waysDecided(contest, asked.decided).map((way) => ({
      way,
      holds: asked.under(outcome, contest, way),
    }));
    const [first] = ways;
    const matters = ways.some(({ holds }) => holds !== first?.holds);
    const deciding = matters ? ways : [{ way: null, holds: first?.holds ?? 0n }];
    return together(before, { ways: deciding, noted: 0n }, told);
  }, start);
}

/** The ways that agree with what the worker decided; all of them where none does. */
function waysDecided({ ways }: Contest, decided: Decided): readonly WayOut[] {
  const agreeing = ways.filter(
    (way) =>
      way.do.every((action) => decided.get(action) !== 'do-not') &&
      way.leave.every((action) => decided.get(action) !== 'do'),
  );
  return agreeing.length > 0 ? agreeing : ways;
}

/** Each way of the one with each of the other. */
function together(one: Ways, other: Ways, told: boolean): Ways {
  const noted = one.noted | other.noted;
  const both = one.ways.flatMap((first) =>
    other.ways.map(
      (second): Way => ({
        way: told ? joinWays(first.way, second.way) : null,
        holds: first.holds | second.holds,
      }),
    ),
  );
  if (told) return { ways: both.slice(0, MOST_TOLD), noted };
  const holding = [...new Set(both.map(({ holds }) => holds))].sort((a, b) => (a < b ? -1 : 1));
  return { ways: holding.map((holds) => ({ way: null, holds })), noted };
}

function joinWays(one: WayOut | null, other: WayOut | null): WayOut | null {
  if (!one || !other) return one ?? other;
  return { do: [...one.do, ...other.do].sort(), leave: [...one.leave, ...other.leave].sort() };
}

/** Makes equal values one, so that diagrams, which compare by identity, can tell that they are equal. */
export function internerOf<T>(keyOf: (value: T) => string): (value: T) => T {
  const seen = new Map<string, T>();
  return (value) => {
    const key = keyOf(value);
    const found = seen.get(key) ?? value;
    seen.set(key, found);
    return found;
  };
}
