import type { Outcome, PackFault, WayOut } from '../model/assessment.ts';
import type { Pack, Verdict } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component } from './compiled.ts';
import { contestsAmong } from './dilemma.ts';
import { exclude, putOutBy } from './exclusion.ts';
import type { ActionOutcome, ComponentOutcome, Contest, OwnOutcome, Yielding } from './outcome.ts';
import { partingOn } from './parting.ts';
import { engage, yieldsUnder } from './principle.ts';
import { type Ranking, rankingBy } from './rank.ts';
import { ownVerdict, settle, stands, strongest } from './settle.ts';

/**
 * Evaluates one component, given which of its rules apply and which of its priorities hold: the plain reading, against
 * which the kernel is compared, by which witnesses are replayed, and which decides where priorities run in a circle.
 *
 * @see docs/semantics.md, steps 2 to 7: the order of this function is the order of that page
 */
export function evaluate(
  component: Component,
  pack: Pack,
  situation: {
    readonly applies: (rule: CompiledRule) => boolean;
    readonly holds: (priority: CompiledPriority) => boolean;
  },
): ComponentOutcome {
  const ranking = rankingBy(component.pairings, situation.holds);
  const applicable = component.rules.filter(situation.applies);
  const faults: PackFault[] = [];
  const own = component.actions.map((action): OwnOutcome => {
    const settled = settle(
      applicable.filter(({ rule }) => rule.action === action.id),
      ranking,
    );
    faults.push(...settled.faults);
    return { action, standings: settled.standings, own: ownVerdict(settled.standings) };
  });
  const exclusion = exclude(own, ranking);
  const byAction = new Map(own.map((one) => [one.action.id, one]));
  const actions = own.map((one): ActionOutcome => {
    const outBy = [...(exclusion.outBy.get(one.action.id) ?? [])].sort();
    const winners = outBy.flatMap((id) => byAction.get(id) ?? []);
    const verdict = finalVerdict(one, winners, exclusion.winners.has(one.action.id));
    return { ...one, outBy, verdict, putOut: putOutBy(one, winners, exclusion) };
  });
  return concluded(actions, { ranking, pack, faults: [...faults, ...exclusion.faults, ...ranking.faults] });
}

/** Steps 6, 7 and 12: what follows from how the actions of a component fare. */
export function concluded(
  actions: readonly ActionOutcome[],
  { ranking, pack, faults }: Ground,
): ComponentOutcome {
  return new Conclusion(actions, { ranking, pack, faults });
}

interface Ground {
  readonly ranking: Ranking;
  readonly pack: Pack;
  readonly faults: readonly PackFault[];
}

/**
 * A class, so that thousands of outcomes share their getters: a check of a pack looks at many of them, and at little of
 * each. What is asked for is worked out once.
 */
class Conclusion implements ComponentOutcome {
  readonly actions: readonly ActionOutcome[];
  readonly ground: Ground;
  found: { -readonly [Key in keyof ComponentOutcome]?: ComponentOutcome[Key] } = {};

  constructor(actions: readonly ActionOutcome[], ground: Ground) {
    this.actions = actions;
    this.ground = ground;
  }

  get outcomes(): ComponentOutcome['outcomes'] {
    this.found.outcomes ??= new Map(
      this.actions.map((one) => [
        one.action.id,
        { verdict: one.verdict, grade: gradeOf(one, this.contests) },
      ]),
    );
    return this.found.outcomes;
  }

  get contests(): ComponentOutcome['contests'] {
    this.found.contests ??= contestsAmong(this.actions).map((contest) => ({
      ...contest,
      yields: yieldsOf(this.actions),
    }));
    return this.found.contests;
  }

  get engagement(): ComponentOutcome['engagement'] {
    this.found.engagement ??= engage(this.actions);
    return this.found.engagement;
  }

  get partings(): ComponentOutcome['partings'] {
    const { ranking, pack } = this.ground;
    this.found.partings ??= this.actions.flatMap((one) => partingOn(one, ranking, pack) ?? []);
    return this.found.partings;
  }

  get faults(): ComponentOutcome['faults'] {
    return this.ground.faults;
  }
}

function yieldsOf(actions: readonly ActionOutcome[]): ComponentOutcome['contests'][number]['yields'] {
  const known = new Map<WayOut, readonly Yielding[]>();
  return (way) => {
    const found = known.get(way) ?? yieldsUnder(way, actions);
    known.set(way, found);
    return found;
  };
}

function finalVerdict(one: OwnOutcome, winners: readonly OwnOutcome[], wins: boolean): Verdict {
  if (winners.length > 0) {
    const duty =
      winners.some(({ own }) => own === 'must') || strongest(one.standings, 'against') === 'must-not';
    return duty ? 'must-not' : 'should-not';
  }
  const asks = one.own === 'must' || one.own === 'should';
  return asks && !wins ? 'contested' : one.own;
}

function gradeOf({ action, verdict }: ActionOutcome, contests: readonly Contest[]): Outcome['grade'] {
  switch (verdict) {
    case 'must':
    case 'must-not':
      return 'duty';
    case 'should':
    case 'should-not':
      return 'advice';
    case 'contested':
      return contests.find((contest) => contest.actions.includes(action.id))?.grade ?? null;
    default:
      return null;
  }
}

/** Out only because of a winner: told as *not together with* it. */
export function isOutOnly({ outBy, standings }: ActionOutcome): boolean {
  return outBy.length > 0 && !standings.some((one) => stands(one) && one.rule.side === 'against');
}

/** What an action counts as when a way out is taken: the strongest of its own side, or put out by what is done. */
export function verdictUnder(way: WayOut, one: ActionOutcome, done: readonly ActionOutcome[]): Verdict {
  if (way.do.includes(one.action.id)) return strongest(one.standings, 'for') ?? 'may';
  if (!way.leave.includes(one.action.id)) return one.verdict;
  const contra = strongest(one.standings, 'against');
  const duty = done.some(
    (other) => other.action.excludes.includes(one.action.id) && strongest(other.standings, 'for') === 'must',
  );
  return contra === 'must-not' || duty ? 'must-not' : 'should-not';
}
