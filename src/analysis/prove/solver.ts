import { type Heap, heapBy } from './heap.ts';

/** A whole number that names a variable, or with a minus its denial. */
export type Literal = number;

/** Which variables a solution makes true. */
export type Solution = (literal: Literal) => boolean;

/**
 * A set of clauses to which more can be added, and a search for values that satisfy all of them: what is learned in one
 * search serves the next.
 *
 * Conflict-driven clause learning after Marques-Silva and Sakallah, GRASP (1996), with watched literals and decisions by
 * recent conflicts after Moskewicz and others, Chaff (2001), in the plain form of Eén and Sörensson, MiniSat (2003).
 */
export interface Solver {
  readonly variable: () => Literal;
  /** Adds that one of these holds. */
  readonly add: (literals: readonly Literal[]) => void;
  /**
   * Looks for a solution in which all of `assumed` hold, too. Costs at most `most` conflicts.
   *
   * @returns `none` where there is no solution; undefined where the conflicts ran out
   */
  readonly solve: (assumed: readonly Literal[], most: number) => Solution | 'none' | undefined;
}

type Clause = Literal[];

interface State {
  /** Per variable: 1 true, -1 false, 0 open. */
  readonly values: number[];
  readonly depths: number[];
  readonly reasons: (Clause | undefined)[];
  /** Recent part in conflicts, per variable. */
  readonly heat: number[];
  /** The value that a variable had last: it is tried first. */
  readonly last: boolean[];
  /** The variables to decide, among them all that are open: greatest part in recent conflicts first. */
  readonly open: Heap;
  /** Clauses that wait for a literal to become false, by `slotOf`. */
  readonly watching: Clause[][];
  /** Literals made true, in order, and where each decision begins. */
  readonly trail: Literal[];
  readonly decisions: number[];
  head: number;
  bump: number;
  /** The clauses contradict each other whatever is assumed. */
  broken: boolean;
}

export function emptySolver(): Solver {
  const heat = [0];
  const state: State = {
    values: [0],
    depths: [0],
    reasons: [undefined],
    heat,
    last: [false],
    open: heapBy(heat),
    watching: [[], []],
    trail: [],
    decisions: [],
    head: 0,
    bump: 1,
    broken: false,
  };
  return {
    variable: () => {
      const variable = state.values.length;
      state.values.push(0);
      state.depths.push(0);
      state.reasons.push(undefined);
      state.heat.push(0);
      state.last.push(false);
      state.watching.push([], []);
      state.open.add(variable);
      return variable;
    },
    add: (literals) => addClause(literals, state),
    solve: (assumed, most) => {
      const found = state.broken ? 'none' : searchIn(state, assumed, most);
      const values = found === 'found' ? state.values.slice() : [];
      undo(state, 0);
      return found === 'found' ? (literal) => values[Math.abs(literal)] === Math.sign(literal) : found;
    },
  };
}

function slotOf(literal: Literal): number {
  return literal > 0 ? 2 * literal : 1 - 2 * literal;
}

/** 1: the literal holds; -1: it does not; 0: open. */
function valueOf(literal: Literal, { values }: State): number {
  return literal > 0 ? (values[literal] ?? 0) : -(values[-literal] ?? 0);
}

/** Adds a clause before any decision; what is false for good is left out. */
function addClause(literals: readonly Literal[], state: State): void {
  const clause = [...new Set(literals)].filter((literal) => valueOf(literal, state) !== -1);
  if (clause.some((literal) => valueOf(literal, state) === 1 || clause.includes(-literal))) return;
  const [first] = clause;
  if (first === undefined) state.broken = true;
  else if (clause.length > 1) watch(clause, state);
  else {
    assign(first, undefined, state);
    state.broken ||= propagate(state) !== undefined;
  }
}

/** The first two literals of a clause are watched: while neither is false, nothing follows from it. */
function watch(clause: Clause, { watching }: State): void {
  watching[slotOf(clause[0] ?? 0)]?.push(clause);
  watching[slotOf(clause[1] ?? 0)]?.push(clause);
}

function assign(literal: Literal, reason: Clause | undefined, state: State): void {
  const variable = Math.abs(literal);
  state.values[variable] = Math.sign(literal);
  state.depths[variable] = state.decisions.length;
  state.reasons[variable] = reason;
  state.trail.push(literal);
}

/** Takes back all decisions from one on. */
function undo(state: State, decision: number): void {
  if (state.decisions.length <= decision) return;
  const from = state.decisions[decision] ?? 0;
  for (const literal of state.trail.splice(from)) {
    const variable = Math.abs(literal);
    state.last[variable] = literal > 0;
    state.values[variable] = 0;
    state.open.add(variable);
  }
  state.decisions.length = decision;
  state.head = from;
}

/** Draws what follows from what was made true; the clause that cannot hold any more, where there is one. */
function propagate(state: State): Clause | undefined {
  while (state.head < state.trail.length) {
    const falsified = -(state.trail[state.head] ?? 0);
    state.head += 1;
    const waiting = state.watching[slotOf(falsified)] ?? [];
    let conflict: Clause | undefined;
    let kept = 0;
    for (const clause of waiting) {
      if (!conflict && movesOn(clause, falsified, state)) continue;
      waiting[kept] = clause;
      kept += 1;
      conflict ??= follow(clause, state);
    }
    waiting.length = kept;
    if (conflict) return conflict;
  }
  return undefined;
}

/** Draws what a clause whose second literal is false says; the clause itself where it cannot hold any more. */
function follow(clause: Clause, state: State): Clause | undefined {
  const first = clause[0] ?? 0;
  const value = valueOf(first, state);
  if (value === 0) assign(first, clause, state);
  return value === -1 ? clause : undefined;
}

/** Puts the falsified literal second and watches another in its place; false where there is none, or no need. */
function movesOn(clause: Clause, falsified: Literal, state: State): boolean {
  if (clause[0] === falsified) {
    clause[0] = clause[1] ?? 0;
    clause[1] = falsified;
  }
  if (valueOf(clause[0] ?? 0, state) === 1) return false;
  for (let at = 2; at < clause.length; at += 1) {
    const literal = clause[at] ?? 0;
    if (valueOf(literal, state) === -1) continue;
    clause[1] = literal;
    clause[at] = falsified;
    state.watching[slotOf(literal)]?.push(clause);
    return true;
  }
  return false;
}

function searchIn(state: State, assumed: readonly Literal[], most: number): 'found' | 'none' | undefined {
  let [conflicts, patience] = [0, FIRST_PATIENCE];
  for (let since = 0; ; ) {
    const conflict = propagate(state);
    if (conflict) {
      if (state.decisions.length === 0) {
        state.broken = true;
        return 'none';
      }
      conflicts += 1;
      since += 1;
      if (conflicts > most) return undefined;
      learn(conflict, state);
    } else if (since > patience) {
      undo(state, 0);
      [since, patience] = [0, patience * PATIENCE_GROWS];
    } else {
      const next = nextDecision(state, assumed);
      if (next === undefined) return 'found';
      if (next === 'none') return 'none';
      state.decisions.push(state.trail.length);
      if (next !== 'held') assign(next, undefined, state);
    }
  }
}

/** Conflicts before a search starts anew with what it learned. */
const FIRST_PATIENCE = 100;
const PATIENCE_GROWS = 1.3;

/** What is decided next: what is assumed, in order, then the open choice with the greatest part in recent conflicts. */
function nextDecision(state: State, assumed: readonly Literal[]): Literal | 'held' | 'none' | undefined {
  const literal = assumed[state.decisions.length];
  if (literal !== undefined) {
    const value = valueOf(literal, state);
    return value === 0 ? literal : value === 1 ? 'held' : 'none';
  }
  for (;;) {
    const variable = state.open.take();
    if (variable === undefined) return undefined;
    if (state.values[variable] === 0) return state.last[variable] ? variable : -variable;
  }
}

/**
 * Finds what one decision is to blame for in a conflict (the first unique implication point), learns it as a clause, and
 * goes back to where the clause would have decided otherwise.
 */
function learn(conflict: Clause, state: State): void {
  const { depths, reasons, trail, decisions } = state;
  const seen = new Set<number>();
  const learned: Clause = [0];
  let [open, at, reason]: [number, number, Clause] = [0, trail.length, conflict];
  for (;;) {
    for (const literal of reason) {
      const variable = Math.abs(literal);
      const depth = depths[variable] ?? 0;
      if (depth === 0 || seen.has(variable)) continue;
      seen.add(variable);
      state.heat[variable] = (state.heat[variable] ?? 0) + state.bump;
      state.open.raise(variable);
      if (depth === decisions.length) open += 1;
      else learned.push(literal);
    }
    do at -= 1;
    while (!seen.has(Math.abs(trail[at] ?? 0)));
    open -= 1;
    if (open === 0) break;
    reason = (reasons[Math.abs(trail[at] ?? 0)] ?? []).filter((literal) => literal !== trail[at]);
  }
  learned[0] = -(trail[at] ?? 0);
  cool(state);
  backWith(learned, state);
}

/** Later conflicts count for more. */
function cool(state: State): void {
  state.bump *= 1.05;
  if (state.bump < 1e100) return;
  for (const [variable, heat] of state.heat.entries()) state.heat[variable] = heat * 1e-100;
  state.bump *= 1e-100;
}

function backWith(learned: Clause, state: State): void {
  const depthOf = (literal: Literal) => state.depths[Math.abs(literal)] ?? 0;
  let deepest = 1;
  for (let at = 2; at < learned.length; at += 1)
    if (depthOf(learned[at] ?? 0) > depthOf(learned[deepest] ?? 0)) deepest = at;
  const [first = 0, second = 0] = [learned[0], learned[1]];
  if (learned.length > 1) {
    learned[1] = learned[deepest] ?? second;
    learned[deepest] = second;
  }
  undo(state, learned.length > 1 ? depthOf(learned[1] ?? 0) : 0);
  if (learned.length > 1) watch(learned, state);
  assign(first, learned.length > 1 ? learned : undefined, state);
}
