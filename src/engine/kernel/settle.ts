import { VERDICTS, type Verdict } from '../../model/pack.ts';
import { NO } from './marking.ts';
import type { Reading } from './reader.ts';
import type { Met, Tables } from './tables.ts';

/** Through what one rule goes before another: a priority by its number, or this. */
export const THROUGH_GRADE = -1;
const NOT_OVER = -2;
/** Two priorities of one level disagree. */
export const DISAGREE = -3;

/** What became of a rule that applies. */
export const STANDS = 1;
export const DEFEATED = 2;

/** Where the kernel works, and where what it found last is read; nothing is allocated from one dilemma to the next. */
export interface Work {
  readonly tables: Tables;
  /** The dilemma that is worked on. */
  reading: Reading;
  /** By rule: 0 where it does not apply, or `STANDS`, or `DEFEATED`. */
  readonly states: Uint8Array;
  /** By action: what its own rules say of it, and its final verdict, each by its place in `VERDICTS`. */
  readonly own: Uint8Array;
  readonly verdicts: Uint8Array;
  /** By action: how it fares against those that it excludes. */
  readonly ends: Uint8Array;
  /** Which rules of the component were defeated, by which standing one and through what: three numbers each. */
  readonly beaten: List;
  /** Which of its actions are out and which winner put them out: two numbers each. */
  readonly out: List;
  /** Rules of the action, or claims of the component, that are looked at. */
  readonly among: List;
}

/** Numbers in an array that is kept from one use to the next; those beyond the length are of an earlier one. */
export interface List {
  readonly items: number[];
  length: number;
}

export function workOn(tables: Tables): Work {
  const list = (): List => ({ items: [], length: 0 });
  return {
    tables,
    reading: { applies: new Uint8Array(), holds: new Uint8Array() },
    states: new Uint8Array(tables.count.rules),
    own: new Uint8Array(tables.count.actions),
    verdicts: new Uint8Array(tables.count.actions),
    ends: new Uint8Array(tables.count.actions),
    beaten: list(),
    out: list(),
    among: list(),
  };
}

export function add(list: List, item: number): void {
  list.items[list.length] = item;
  list.length += 1;
}

export const place = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
const SILENT = place('silent');
const CONTESTED = place('contested');
/** By strength, which for all but absolute rules is the grade. */
const FOR = Uint8Array.from([place('may'), place('should'), place('must'), place('must')]);
const AGAINST = Uint8Array.from([SILENT, place('should-not'), place('must-not'), place('must-not')]);

/**
 * Steps 2 to 4 for one action: who defeats whom is looked at only among its rules that apply, by grade alone where no
 * priority meets them.
 *
 * @returns false where priorities run in a circle or disagree
 */
export function settleAction(action: number, work: Work): boolean {
  const { tables, reading, states, among } = work;
  const { against, strength, firstRule } = tables;
  const { applies } = reading;
  among.length = 0;
  let top = -1;
  let topAgainst = -1;
  const end = firstRule[action + 1] ?? 0;
  for (let rule = firstRule[action] ?? 0; rule < end; rule += 1) {
    if (applies[rule] === NO) {
      states[rule] = 0;
      continue;
    }
    add(among, rule);
    states[rule] = STANDS;
    const strong = strength[rule] ?? 0;
    if (against[rule] === 1) topAgainst = strong > topAgainst ? strong : topAgainst;
    else top = strong > top ? strong : top;
  }
  if (top >= 0 && topAgainst >= 0) {
    if (tables.meetsOn[action] === 1) {
      const sound = settleByRank(work);
      work.own[action] = sound ? ownVerdict(work) : SILENT;
      return sound;
    }
    settleByGrade(top, topAgainst, work);
  }
  // Whoever is strongest stands.
  const winner = top > topAgainst ? FOR[top] : AGAINST[topAgainst];
  work.own[action] = top < 0 && topAgainst < 0 ? SILENT : top === topAgainst ? CONTESTED : (winner ?? SILENT);
  return true;
}

/** Step 3 where no priority has a say: a rule stands unless a standing one that opposes it is stronger. */
function settleByGrade(top: number, topAgainst: number, { tables, states, among, beaten }: Work): void {
  const { against, strength } = tables;
  const highest = Math.max(top, topAgainst);
  for (let at = 0; at < among.length; at += 1) {
    const rule = among.items[at] ?? 0;
    const own = top === topAgainst ? strength[rule] : against[rule] === 1 ? topAgainst : top;
    states[rule] = own === highest ? STANDS : DEFEATED;
  }
  for (let at = 0; at < among.length; at += 1) {
    const rule = among.items[at] ?? 0;
    for (let by = 0; states[rule] === DEFEATED && by < among.length; by += 1) {
      const other = among.items[by] ?? 0;
      if (states[other] !== STANDS || against[other] === against[rule]) continue;
      if ((strength[other] ?? 0) <= (strength[rule] ?? 0)) continue;
      add(beaten, rule);
      add(beaten, other);
      add(beaten, THROUGH_GRADE);
    }
  }
}

/** Step 3 with priorities: from the rules that nothing outranks downwards. */
function settleByRank(work: Work): boolean {
  const { tables, states, among, beaten } = work;
  const { against } = tables;
  for (let at = 0; at < among.length; at += 1) states[among.items[at] ?? 0] = 0;
  if (!inTurn(work, stateUnder)) return false;
  for (let at = 0; at < among.length; at += 1) {
    const rule = among.items[at] ?? 0;
    for (let by = 0; states[rule] === DEFEATED && by < among.length; by += 1) {
      const other = among.items[by] ?? 0;
      if (states[other] !== STANDS || against[other] === against[rule]) continue;
      const through = rank(other, rule, work);
      if (through < THROUGH_GRADE) continue;
      add(beaten, rule);
      add(beaten, other);
      add(beaten, through);
    }
  }
  return true;
}

/**
 * Gives each of the rules among which it works a state once all above it have one.
 *
 * @param stateOf the state of a rule; 0 while one above it has none
 * @returns false where rank runs in a circle or priorities disagree
 */
export function inTurn(work: Work, stateOf: (rule: number, work: Work) => number): boolean {
  const { states, among } = work;
  for (let left = among.length; left > 0; ) {
    const before = left;
    for (let at = 0; at < among.length; at += 1) {
      const rule = among.items[at] ?? 0;
      if (states[rule] !== 0) continue;
      const found = stateOf(rule, work);
      if (found === DISAGREE) return false;
      if (found === 0) continue;
      states[rule] = found;
      left -= 1;
    }
    if (left === before) return false;
  }
  return true;
}

function stateUnder(rule: number, work: Work): number {
  const { tables, states, among } = work;
  let state = STANDS;
  let waits = false;
  for (let at = 0; at < among.length; at += 1) {
    const other = among.items[at] ?? 0;
    if (tables.against[other] === tables.against[rule]) continue;
    const through = rank(other, rule, work);
    if (through === DISAGREE) return DISAGREE;
    if (through < THROUGH_GRADE) continue;
    waits ||= states[other] === 0;
    if (states[other] === STANDS) state = DEFEATED;
  }
  return waits ? 0 : state;
}

/** Through what one rule goes before another, or a number below `THROUGH_GRADE` where it does not. */
export function rank(first: number, second: number, { tables, reading }: Work): number {
  const { strength, grade, meets } = tables;
  const met = meets[first];
  if (met && strength[first] !== 3 && strength[second] !== 3) {
    const lift = (grade[first] ?? 0) - (grade[second] ?? 0);
    const decided = byPriority(met, { second, lift, holds: reading.holds });
    if (decided !== undefined) return decided;
  }
  return (strength[first] ?? 0) > (strength[second] ?? 0) ? THROUGH_GRADE : NOT_OVER;
}

/** What the priorities of the highest level that holds say; undefined where none does. */
function byPriority(
  met: readonly Met[],
  { second, lift, holds }: { readonly second: number; readonly lift: number; readonly holds: Uint8Array },
): number | undefined {
  let level = 0;
  let over: number | undefined;
  let under = false;
  for (const one of met) {
    if (one.other !== second || holds[one.priority] === NO || one.level < level) continue;
    // Only a priority that names both rules lifts one over another of higher grade.
    if (one.level < 3 && (one.prefers ? lift < 0 : lift > 0)) continue;
    if (one.level > level) {
      over = undefined;
      under = false;
    }
    level = one.level;
    if (one.prefers) over ??= one.priority;
    else under = true;
  }
  if (under) return over === undefined ? NOT_OVER : DISAGREE;
  return over;
}

/** Step 4. */
function ownVerdict({ tables, states, among }: Work): number {
  const { against, grade } = tables;
  let pro = -1;
  let contra = -1;
  for (let at = 0; at < among.length; at += 1) {
    const rule = among.items[at] ?? 0;
    if (states[rule] !== STANDS) continue;
    const own = grade[rule] ?? 0;
    if (against[rule] === 1) contra = own > contra ? own : contra;
    else pro = own > pro ? own : pro;
  }
  if (pro >= 0) return contra >= 0 ? CONTESTED : (FOR[pro] ?? SILENT);
  return contra >= 0 ? (AGAINST[contra] ?? SILENT) : SILENT;
}
