import type { WayOut } from '../model/assessment.ts';
import type { ActionOutcome, Contest } from './outcome.ts';
import { stands } from './settle.ts';

const MOST_WAYS = 64;

/** Groups the contested actions of a component into dilemmas, each with its ways out, in id order. */
export function contestsAmong(outcomes: readonly ActionOutcome[]): Contest[] {
  const left = outcomes.filter(({ verdict }) => verdict === 'contested');
  const contests: Contest[] = [];
  while (left.length > 0) {
    const part = [left.shift() as ActionOutcome];
    for (const member of part) {
      for (const other of left.filter(({ action }) => member.action.excludes.includes(action.id))) {
        left.splice(left.indexOf(other), 1);
        part.push(other);
      }
    }
    contests.push(contestOf(part.sort((a, b) => (a.action.id < b.action.id ? -1 : 1))));
  }
  return contests;
}

function contestOf(part: readonly ActionOutcome[]): Contest {
  const duty = part.some(({ standings }) => standings.some((one) => stands(one) && one.rule.grade === 2));
  const ways: WayOut[] = [];
  let more = false;
  const open = part.filter(({ own }) => own === 'contested');
  const others = part.filter(({ own }) => own !== 'contested');
  for (const done of independentSubsets(open)) {
    const free = others.filter((other) => !done.some((one) => clash(one, other)));
    for (const also of maximalSubsets(free)) {
      if (ways.length === MOST_WAYS) {
        more = true;
        break;
      }
      const doing = new Set([...done, ...also].map(({ action }) => action.id));
      const all = part.map(({ action }) => action.id);
      ways.push({ do: all.filter((id) => doing.has(id)), leave: all.filter((id) => !doing.has(id)) });
    }
    if (more) break;
  }
  return { actions: part.map(({ action }) => action.id), grade: duty ? 'duty' : 'advice', ways, more };
}

function clash(first: ActionOutcome, second: ActionOutcome): boolean {
  return first.action.excludes.includes(second.action.id);
}

/** Every set of actions of which no two exclude each other, one at a time: there can be many. */
function* independentSubsets(
  actions: readonly ActionOutcome[],
  chosen: ActionOutcome[] = [],
): Generator<ActionOutcome[]> {
  const [first, ...rest] = actions;
  if (!first) {
    yield chosen;
    return;
  }
  if (!chosen.some((one) => clash(one, first))) yield* independentSubsets(rest, [...chosen, first]);
  yield* independentSubsets(rest, chosen);
}

/** The independent sets to which none of the actions can be added. */
function* maximalSubsets(actions: readonly ActionOutcome[]): Generator<ActionOutcome[]> {
  for (const set of independentSubsets(actions)) {
    const closed = actions.every((one) => set.includes(one) || set.some((member) => clash(member, one)));
    if (closed) yield set;
  }
}
