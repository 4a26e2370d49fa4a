import type { Action, Pack, Priority, PriorityEnd, Rule, Verdict } from '../../src/model/pack.ts';
import { holds, type Way, type World } from './brute-worlds.ts';

/*
 * A second reading of docs/semantics.md, as naive as it can be: every way the unknown facts could turn out, and
 * steps 1 to 5 and 7 in each, word for word. It shares nothing with src/engine and is slow on purpose.
 */

interface Told {
  readonly verdict: Verdict;
  readonly grade: 'duty' | 'advice' | null;
}

export interface Reading {
  readonly verdicts: ReadonlyMap<string, Told>;
  readonly principles: ReadonlyMap<string, 'in-conflict' | 'yields' | 'served' | 'not-engaged'>;
  /** Contested actions of the first round; `own`: on their own rules. */
  readonly open: readonly { readonly action: Action; readonly own: boolean }[];
  /** A cycle, or two priorities of one level that disagree. */
  readonly fault: boolean;
}

type Edge = readonly [Rule, Rule];
const FOR = ['must', 'should', 'may'];
const RANK = { must: 3, 'must-not': 3, should: 2, 'should-not': 2, may: 1 };

const isFor = (rule: Rule): boolean => FOR.includes(rule.modality);
const asks = (rule: Rule): boolean => rule.modality === 'must' || rule.modality === 'should';
const isDuty = (rule: Rule): boolean => RANK[rule.modality] === 3;

const names = (end: PriorityEnd, rule: Rule): boolean =>
  end.kind === 'rule'
    ? rule.name === end.name
    : end.kind === 'tag'
      ? rule.tags.includes(end.tag)
      : rule.principle === end.principle;

const VAGUENESS = { rule: 0, tag: 1, principle: 2 };
const levelOf = ({ prefer, over }: Priority): number =>
  Math.max(VAGUENESS[prefer.kind], VAGUENESS[over.kind]);

/** Who outranks whom: `first`, `second`, `neither`, or a disagreement of the pack. */
function compare(
  first: Rule,
  second: Rule,
  priorities: readonly Priority[],
): 'first' | 'second' | 'neither' | 'disagree' {
  if (first.absolute || second.absolute) {
    if (first.absolute && second.absolute) return 'neither';
    return first.absolute ? 'first' : 'second';
  }
  for (const level of [0, 1, 2]) {
    const lifts = (winner: Rule, loser: Rule): boolean =>
      (level === 0 || RANK[winner.modality] >= RANK[loser.modality]) &&
      priorities.some((one) => levelOf(one) === level && names(one.prefer, winner) && names(one.over, loser));
    const [one, other] = [lifts(first, second), lifts(second, first)];
    if (one && other) return 'disagree';
    if (one || other) return one ? 'first' : 'second';
  }
  const difference = RANK[first.modality] - RANK[second.modality];
  return difference === 0 ? 'neither' : difference > 0 ? 'first' : 'second';
}

/** The edges that lie on no cycle. */
function acyclic(edges: readonly Edge[]): readonly Edge[] {
  const reaches = (from: Rule, to: Rule, seen = new Set<Rule>()): boolean =>
    from === to || (!seen.has(from) && edges.some(([a, b]) => a === from && reaches(b, to, seen.add(from))));
  return edges.filter(([winner, loser]) => !reaches(loser, winner));
}

/** What the page says of one world. */
export function read(pack: Pack, world: World): Reading {
  const priorities = [...pack.priorities.values()].filter(({ when }) => !when || holds(when, world, pack));
  const applicable = [...pack.rules.values()].filter(
    ({ when, unless }) => (!when || holds(when, world, pack)) && !(unless && holds(unless, world, pack)),
  );
  let fault = false;
  const ranked = (pairs: readonly Edge[]): readonly Edge[] => {
    const edges = pairs.flatMap(([a, b]): Edge[] => {
      const who = compare(a, b, priorities);
      fault ||= who === 'disagree';
      return who === 'first' ? [[a, b]] : who === 'second' ? [[b, a]] : [];
    });
    const kept = acyclic(edges);
    fault ||= kept.length < edges.length;
    return kept;
  };
  const pairsOf = (rules: readonly Rule[], meet: (a: Rule, b: Rule) => boolean): Edge[] =>
    rules.flatMap((a, index) => rules.slice(index + 1).flatMap((b): Edge[] => (meet(a, b) ? [[a, b]] : [])));
  const own = ranked(pairsOf(applicable, (a, b) => a.action === b.action && isFor(a) !== isFor(b)));
  const stands = (rule: Rule): boolean => !own.some(([winner, loser]) => loser === rule && stands(winner));
  const standing = applicable.filter(stands);
  const actions = [...pack.actions.values()];
  const on = (action: Action): Rule[] => standing.filter((rule) => rule.action === action.id);
  const second = new Set(
    [...pack.rules.values()].filter(({ safeguard }) => safeguard).map(({ action }) => action),
  );
  const exclude = (a: Action, b: Action): boolean =>
    a.excludes.includes(b.id) && second.has(a.id) === second.has(b.id);
  const actionOf = (rule: Rule): Action => pack.actions.get(rule.action)!;
  const across = ranked(pairsOf(standing.filter(asks), (a, b) => exclude(actionOf(a), actionOf(b))));

  const ownVerdict = (action: Action): Verdict => {
    const rules = on(action);
    if (rules.some(isFor) && rules.some((rule) => !isFor(rule))) return 'contested';
    return [...rules].sort((a, b) => RANK[b.modality] - RANK[a.modality])[0]?.modality ?? 'silent';
  };
  const asking = (action: Action): boolean => ['must', 'should'].includes(ownVerdict(action));
  const beats = (a: Action, b: Action): boolean =>
    on(b)
      .filter(asks)
      .every((loser) =>
        on(a).some((winner) => across.some((edge) => edge[0] === winner && edge[1] === loser)),
      );
  const winners = new Set<Action>();
  const out = new Set<Action>();
  for (let before = -1; before !== winners.size; ) {
    before = winners.size;
    for (const action of actions.filter((one) => asking(one) && !out.has(one))) {
      const rivals = actions.filter((one) => exclude(one, action) && !out.has(one) && on(one).some(asks));
      if (rivals.every((rival) => beats(action, rival))) winners.add(action);
    }
    for (const action of actions) if ([...winners].some((winner) => exclude(winner, action))) out.add(action);
  }
  const isContested = (action: Action): boolean =>
    !out.has(action) && (ownVerdict(action) === 'contested' || (asking(action) && !winners.has(action)));
  const dilemmaOf = (action: Action, seen = new Set<Action>()): ReadonlySet<Action> => {
    seen.add(action);
    for (const next of actions)
      if (exclude(action, next) && isContested(next) && !seen.has(next)) dilemmaOf(next, seen);
    return seen;
  };
  const final = (action: Action): Told => {
    const decided = isContested(action) ? world.way?.get(action.id) : undefined;
    if (decided) return { verdict: decided === 'do' ? 'must' : 'must-not', grade: 'duty' };
    if (isContested(action))
      return {
        verdict: 'contested',
        grade: [...dilemmaOf(action)].flatMap(on).some(isDuty) ? 'duty' : 'advice',
      };
    const hard =
      on(action).some((rule) => rule.modality === 'must-not') ||
      [...winners].some((one) => exclude(one, action) && ownVerdict(one) === 'must');
    const verdict = out.has(action) ? (hard ? 'must-not' : 'should-not') : ownVerdict(action);
    return {
      verdict,
      grade: verdict.startsWith('must') ? 'duty' : verdict.startsWith('should') ? 'advice' : null,
    };
  };
  const verdicts = new Map(actions.map((action) => [action.id as string, final(action)]));

  const isDone = (action: Action): boolean => isContested(action) && world.way?.get(action.id) === 'do';
  const standsContested = (rule: Rule): boolean => stands(rule) && isContested(actionOf(rule));
  // What set a rule aside: what defeats it on its own action, or what stands against it there where the worker decides,
  // and the reasons of what excludes that action and wins, or in the same dilemma is done.
  const setters = (rule: Rule): Rule[] => [
    ...own.filter((edge) => edge[1] === rule && stands(edge[0])).map(([winner]) => winner),
    ...on(actionOf(rule)).filter((other) => standsContested(rule) && isFor(other) !== isFor(rule)),
    ...actions
      .filter((one) => winners.has(one) || (isDone(one) && isContested(actionOf(rule))))
      .filter((one) => exclude(one, actionOf(rule)))
      .flatMap((one) => on(one).filter(asks)),
  ];
  const goesAgainst = (rule: Rule): boolean => {
    const { verdict } = verdicts.get(rule.action)!;
    return rule.modality !== 'may' && (isFor(rule) ? verdict.endsWith('-not') : FOR.includes(verdict));
  };
  const status = (principle: string) => {
    const rules = applicable.filter((rule) => rule.principle === principle);
    if (rules.some((rule) => verdicts.get(rule.action)!.verdict === 'contested')) return 'in-conflict';
    const yields = rules.some(
      (rule) =>
        goesAgainst(rule) &&
        setters(rule).length > 0 &&
        setters(rule).every((by) => by.principle !== principle),
    );
    return yields ? 'yields' : rules.length > 0 ? 'served' : 'not-engaged';
  };
  return {
    verdicts,
    principles: new Map([...pack.principles.keys()].map((id) => [id as string, status(id)])),
    open: actions
      .filter((action) => isContested(action) && !second.has(action.id))
      .map((action) => ({ action, own: ownVerdict(action) === 'contested' })),
    fault,
  };
}

/** Every way out of all dilemmas of the first round that agrees with what is already decided. */
export function waysOut({ open }: Reading, decided: Way): Way[] {
  const sets = open.reduce<(typeof open)[]>((all, one) => all.flatMap((set) => [set, [...set, one]]), [[]]);
  const clash = (a: Action, b: Action): boolean => a.excludes.includes(b.id);
  return sets
    .filter((done) => !done.some((a) => done.some((b) => clash(a.action, b.action))))
    .filter((done) =>
      open.every((one) => one.own || done.some((a) => a === one || clash(a.action, one.action))),
    )
    .map((done): Way => new Map(open.map((one) => [one.action.id, done.includes(one) ? 'do' : 'do-not'])))
    .filter((way) => [...way].every(([id, what]) => (decided.get(id) ?? what) === what));
}
